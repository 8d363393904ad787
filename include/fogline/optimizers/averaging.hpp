// SPDX-License-Identifier: MIT
// Iterate averaging: the answer is the mean of the walk's tail.
#pragma once

#include <cstdint>
#include <vector>

#include "fogline/core/geometry.hpp"
#include "fogline/core/info.hpp"
#include "fogline/core/param.hpp"
#include "fogline/optimizers/need.hpp"

namespace fogline {

struct Averaging {
  static constexpr Info info{
      .id = "averaging",
      .name = "Iterate averaging",
      .group = "Axes",
      .formula = "answer = mean of x_k for from <= k <= t",
      .source = "Polyak and Juditsky 1992, SIAM J. Control Optim. 30:838; Ruppert 1988",
      .note =
          "Noise around a minimum averages out. Drawn as a second marker; standings compare it. "
          "Before the tail begins the answer is what it would be without averaging, and so it "
          "stays "
          "where that is the best place visited, unless the mean is lower still. After a restart k "
          "counts from 0 again."};
  static constexpr Need need = Need::nothing;

  int from = 100;

  std::vector<Param> params() {
    return {integer("from", from, {0, 1000}, {.low = 0, .high = 1e6},
                    "Number of the first iterate that is averaged.")};
  }

  // The running mean (Welford's recurrence).
  struct State {
    Vec2 mean;
    std::uint32_t count = 0;
  };
  // Takes in iterate number `k`.
  void add(State& state, Vec2 x, std::uint32_t k) const {
    if (k < static_cast<std::uint32_t>(from)) return;
    ++state.count;
    state.mean = state.mean + (1.0 / state.count) * (x - state.mean);
  }
  friend bool operator==(const Averaging&, const Averaging&) = default;
};

}  // namespace fogline
