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

// Borrows the landscape, which must outlive it. All three agree on the value to the bit.
struct Evaluator {
  const void* landscape = nullptr;
  double (*value)(const void* landscape, Vec2) = nullptr;
  Gradient (*gradient)(const void* landscape, Vec2) = nullptr;
  Jet (*jet)(const void* landscape, Vec2) = nullptr;
};

}  // namespace fogline
