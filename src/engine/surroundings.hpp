// SPDX-License-Identifier: MIT
// What rises around a minimum, seen along 16 straight ways out of it.
#pragma once

#include <array>
#include <optional>

#include "fogline/engine/survey.hpp"
#include "own_objective.hpp"

namespace fogline {

struct Surroundings {
  // The lowest ridge on any of the ways, above the loss at the minimum; none where no way leads
  // over a ridge before it leaves the map.
  std::optional<double> ridge;
  // Half as far out as nothing falls on any way, at most a tenth of the diagonal: who is nearer is
  // in the minimum's valley, deep enough that the way down need not be tried.
  double clear = 0;
};

// Of the minimum at x, and of all others within 1e-9 of the diagonal: a lattice that fine is looked
// at instead of them.
Surroundings surroundings(const OwnObjective& f, const Survey& map, Vec2 x);

// The same for one objective and map, remembered for the minima asked for last: more than the 121
// of Rastrigin's function, about which walkers may be thrown from one to the next.
class SurroundingsMemo {
 public:
  const Surroundings& at(const OwnObjective& f, const Survey& map, Vec2 x);

 private:
  struct Known {
    Vec2 x;
    Surroundings found;
  };
  std::array<Known, 128> known_;
  std::size_t count_ = 0;  // noted so far
};

}  // namespace fogline
