// SPDX-License-Identifier: MIT
// The update rules compiled for Avx512.
#include "optimizers/shapes.hpp"

template <>
fogline::tests::UpdateFlock fogline::tests::flock_in_lanes<fogline::Avx512>(std::size_t index) {
  return flock_of<Lanes<Avx512>, Avx512>(index);
}
