// SPDX-License-Identifier: MIT
// The last iterates of a walk and what can be said of them together: a judgement rests on a
// window's mean and best, never on one iterate.
#pragma once

#include <vector>

#include "own_objective.hpp"

namespace fogline {

struct Window {
  struct Sample {
    Vec2 x;
    double loss = 0;  // of the racer's own objective
  };
  std::uint32_t first = 0, last = 0;  // steps
  // All iterates in order, or some spread over the window.
  std::vector<double> x, y, loss;
  Vec2 now;  // the last iterate
  Sample best;

  std::uint32_t steps() const { return last - first; }
  std::size_t samples() const { return loss.size(); }
  Sample operator[](std::size_t i) const { return {{x[i], y[i]}, loss[i]}; }
  // The lowest from sample number `begin` on, the first of several.
  Sample lowest_since(std::size_t begin) const;
  Vec2 mean() const;
  double mean_loss() const;
  double reach() const;         // largest distance from the mean
  double displacement() const;  // largest distance from now
  double spread() const;        // root mean square distance from the mean
  Vec2 drift() const;           // mean of the later half less that of the earlier
  double fall() const;          // mean loss of the earlier half less that of the later
  // Whether the loss falls: by more than a hundredth of what it stands above the best on average,
  // and by more than its ups and downs explain.
  bool falls() const;
  // Whether it noticeably gets lower: on average by a tenth of what it stands above the best and at
  // best at all, or at best by a quarter of its whole range.
  bool gets_lower() const;
};

// The step at which the present life began: after the last restart of the `most` steps before
// `step`, else that many steps before, or the start.
std::uint32_t life_begin(const Walk& t, std::uint32_t step, std::uint32_t most);

// The iterates from step `first` to `last`, all or about `most` of them.
Window look_back(const Walk& t, const OwnObjective& f, std::uint32_t first, std::uint32_t last,
                 std::uint32_t most);

}  // namespace fogline
