// SPDX-License-Identifier: MIT
// The part of an experiment on which one walk depends, and nothing else.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "fogline/engine/session.hpp"

namespace fogline {

struct Course;

// The walk at whose answer another begins.
struct WarmUp {
  std::shared_ptr<const Course> course;
  Budget budget;
  Prices prices;
  friend bool operator==(const WarmUp& a, const WarmUp& b);
};

// Equal courses are equal walks to the bit.
struct Course {
  Landscape landscape;
  Optimizer optimizer;
  Axes axes;
  Vec2 start;  // without meaning after a warm-up
  std::uint64_t seed = 1;
  std::uint32_t walker = 0;
  std::shared_ptr<const WarmUp> warm_up{};

  // What the racer pays of the price of an evaluation: less than 1 for mini-batches.
  double share() const { return axes.mini_batches ? axes.mini_batches->share() : 1.0; }
  friend bool operator==(const Course& a, const Course& b);
};

// The courses of a racer: one, or one for each copy of an ensemble. Racers of a race share one
// stream of random numbers, so that equal racers walk equal paths. A warm start from a racer that
// does not stand above is none.
std::vector<Course> courses_of(const Experiment& experiment, std::size_t racer);

}  // namespace fogline
