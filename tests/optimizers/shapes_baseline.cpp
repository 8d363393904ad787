// SPDX-License-Identifier: MIT
// The update rules compiled for Baseline.
#include "optimizers/shapes.hpp"

template <>
fogline::tests::UpdateFlock fogline::tests::flock_in_lanes<fogline::Baseline>(std::size_t index) {
  return flock_of<Lanes<Baseline>, Baseline>(index);
}
