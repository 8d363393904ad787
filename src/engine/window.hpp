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
  std::vector<Sample> samples;        // in order; all iterates, or some spread over the window
  Sample best;
  Vec2 mean;
  double spread = 0;        // root mean square distance from the mean
  double reach = 0;         // largest distance from the mean
  double displacement = 0;  // largest distance from the last
  Vec2 drift;               // mean of the later half less that of the earlier
  double fall = 0;          // mean loss of the earlier half less that of the later
  double fall_noise = 0;    // standard error of the fall, were the losses independent

  std::uint32_t steps() const { return last - first; }
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
