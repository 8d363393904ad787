// SPDX-License-Identifier: MIT
// The vocabulary compiled for Baseline.
#include "core/lane_results.hpp"

template <>
fogline::tests::LaneResults fogline::tests::lane_results<fogline::Baseline>() {
  return &compute_lanes<Baseline, Lanes<Baseline>>;
}
