// SPDX-License-Identifier: MIT
// The part of an experiment on which one walk depends, and nothing else.
#pragma once

#include <cstdint>
#include <vector>

#include "fogline/engine/session.hpp"

namespace fogline {

// Equal courses are equal walks to the bit.
struct Course {
  Landscape landscape;
  Optimizer optimizer;
  Axes axes;
  Vec2 start;
  std::uint64_t seed = 1;
  std::uint32_t walker = 0;

  // What iterate number `step` has cost when so much was asked for. A batch of b of n copies costs
  // b / n of each price; the loss that the axes watch after every step is one of the values
  // counted, and costs h / n with h held-out copies.
  double cost(const Counts& counts, std::uint32_t step, const Prices& prices) const;
  friend bool operator==(const Course&, const Course&) = default;
};

// The courses of a racer that begins at `start`: one, or one for each copy of an ensemble. Racers
// of a race share one stream of random numbers, so that equal racers walk equal paths.
std::vector<Course> courses_of(const Experiment& experiment, std::size_t racer, Vec2 start);

}  // namespace fogline
