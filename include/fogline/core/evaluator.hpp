// SPDX-License-Identifier: MIT
// A landscape seen through three function pointers: where landscapes and rules meet, so that
// neither is compiled for the other.
#pragma once

#include "fogline/core/geometry.hpp"
#include "fogline/core/jet.hpp"

namespace fogline {

// A loss with its gradient, in loss units and loss units per domain unit.
struct Gradient {
  double value = 0;
  Vec2 gradient;
};

// Whether a walker can stand at x: all that is recorded of the place is finite. A slope below
// 2^1023 in each coordinate has a finite length.
inline bool is_walkable(Vec2 x, const Gradient& here) {
  return is_finite(x) && std::isfinite(here.value) && std::abs(here.gradient.x) < 0x1p1023 &&
         std::abs(here.gradient.y) < 0x1p1023;
}

// Borrows the landscape, which must outlive it. All three agree on the value to the bit.
struct Evaluator {
  const void* landscape = nullptr;
  double (*value_of)(const void* landscape, Vec2, double time) = nullptr;
  Gradient (*gradient_of)(const void* landscape, Vec2, double time) = nullptr;
  Jet (*jet_of)(const void* landscape, Vec2, double time) = nullptr;
  double time = 0;  // in steps; only landscapes that drift look at it

  double value(Vec2 x) const { return value_of(landscape, x, time); }
  Gradient gradient(Vec2 x) const { return gradient_of(landscape, x, time); }
  Jet jet(Vec2 x) const { return jet_of(landscape, x, time); }
};

}  // namespace fogline
