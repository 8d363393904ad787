// SPDX-License-Identifier: MIT
// The vocabulary compiled for Avx512.
#include "core/lane_results.hpp"

template <>
fogline::tests::LaneResults fogline::tests::lane_results<fogline::Avx512>() {
  return &compute_lanes<Avx512, Lanes<Avx512>>;
}
