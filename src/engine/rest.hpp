// SPDX-License-Identifier: MIT
// Whether a walker rests, and at which place: lying still, or hovering about a bottom.
#pragma once

#include <optional>

#include "critical_point.hpp"
#include "surroundings.hpp"
#include "window.hpp"

namespace fogline {

// A walk at the step at which it is judged.
struct Case {
  const Survey& map;
  const Walk& t;
  std::uint32_t step = 0;
  OwnObjective f;
  Glimpse here, answer;
  bool returns_best = false;  // its answer is the best place visited
  bool random = false;
  Window recent;                     // at most 50 steps
  SurroundingsMemo* memo = nullptr;  // may be null

  Case(const Survey& map, const Walk& t, std::uint32_t step, SurroundingsMemo* memo = nullptr);
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
Surroundings surroundings(const Case& c, const CriticalPoint& minimum);

}  // namespace fogline
