// SPDX-License-Identifier: MIT
// The vocabulary compiled for Avx2.
#include "core/lane_results.hpp"

template <>
fogline::tests::LaneResults fogline::tests::lane_results<fogline::Avx2>() {
  return &compute_lanes<Avx2, Lanes<Avx2>>;
}
