// SPDX-License-Identifier: MIT
// Whether a walker rests, and at which place: lying still, or hovering about a bottom.
#pragma once

#include <optional>

#include "critical_point.hpp"
#include "window.hpp"

namespace fogline {

// A walk at the step at which it is judged.
struct Case {
  const Survey& map;
  const Trajectory& t;
  std::uint32_t step = 0;
  OwnObjective f;
  Iterate here, answer;
  bool returns_best = false;  // its answer is the best place visited
  bool random = false;
  Window recent;  // at most 50 steps

  Case(const Survey& map, const Trajectory& t, std::uint32_t step);
};

struct Rest {
  CriticalPoint at;
  Vec2 judged;       // where the racer is taken to be
  double hover = 0;  // radius; 0 where it lies still
};

// Where it rests, if it does. A method that returns the best place it has visited rests where that
// is, once the walker itself can no longer leave.
std::optional<Rest> rest_of(const Case& c);

// The temperature of a method that has one.
std::optional<double> temperature(const Case& c);
// The lowest of the ridges around a minimum on 16 straight ways out of it, above its loss; none
// where no way leads over a ridge before it leaves the map.
std::optional<double> barrier(const Case& c, const CriticalPoint& minimum);

}  // namespace fogline
