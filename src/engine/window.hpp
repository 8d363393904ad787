// SPDX-License-Identifier: MIT
// The last iterates of a walk and what can be said of them together: a judgement rests on a
// window's mean and best, never on one iterate.
#pragma once

#include <algorithm>
#include <array>
#include <span>

#include "own_objective.hpp"

namespace fogline {

// How far judges look back on the present life, or on its later half where that is less.
inline constexpr std::uint32_t still_steps = 50, swing_steps = 200, hover_steps = 1000;

// The steps that a window holds: all of those from `first` to `last`, or, if there are more than
// `most`, one out of each of `most` equal pieces, at a place that follows the golden ratio, so that
// no period of the walk goes unseen.
struct Retrospect {
  std::uint32_t first = 0, last = 0, most = 0;

  std::uint32_t count() const { return std::min(last - first + 1, most); }
  // Into `count()` places.
  void list(std::span<std::uint32_t> steps) const;
};

// What judges look back on from `step`, over the `half` steps before it, which are at most the
// later half of the present life.
inline Retrospect for_stillness(std::uint32_t step, std::uint32_t half) {
  return {step - half, step, still_steps + 1};
}
inline Retrospect for_swings(std::uint32_t step, std::uint32_t half) {
  return {step - half, step, swing_steps + 1};
}
inline Retrospect for_hovers(std::uint32_t step, std::uint32_t half) {
  return {step - half, step, still_steps};
}

struct Window {
  struct Sample {
    Vec2 x;
    double loss = 0;  // of the racer's own objective
  };
  // Of each of the iterates that are looked at, in order, as many as there are samples. Not on the
  // heap: thousands of walks are judged by some windows each.
  using Row = std::array<double, swing_steps + 1>;
  Retrospect back;
  Row x, y, loss;
  Vec2 mean;

  std::uint32_t steps() const { return back.last - back.first; }
  std::size_t samples() const { return back.count(); }
  Sample operator[](std::size_t i) const { return {{x[i], y[i]}, loss[i]}; }
  // The lowest from sample number `begin` on, the first of several.
  Sample lowest_since(std::size_t begin) const;
  Sample best() const { return lowest_since(0); }
  double mean_loss() const;
  double reach() const;         // largest distance from the mean
  double displacement() const;  // largest distance from the last sample
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

// How many steps the later half of the present life has, up to `most`.
std::uint32_t later_half(const Walk& t, std::uint32_t step, std::uint32_t most);

Window look_back(const Walk& t, const OwnObjective& f, const Retrospect& back);

}  // namespace fogline
