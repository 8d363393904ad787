// SPDX-License-Identifier: MIT
// The update rules compiled for Avx2.
#include "optimizers/shapes.hpp"

template <>
fogline::tests::UpdateFlock fogline::tests::flock_in_lanes<fogline::Avx2>(std::size_t index) {
  return flock_of<Lanes<Avx2>, Avx2>(index);
}
