// SPDX-License-Identifier: MIT
// Early stopping with patience.
#pragma once

#include <cstdint>
#include <limits>
#include <vector>

#include "fogline/core/info.hpp"
#include "fogline/core/param.hpp"
#include "fogline/optimizers/need.hpp"

namespace fogline {

struct EarlyStopping {
  static constexpr Info info{
      .id = "early_stopping",
      .name = "Early stopping",
      .group = "Axes",
      .formula =
          "stop when the watched loss has not fallen below its best by margin for patience "
          "steps",
      .source = "Prechelt 1998, Early stopping - but when?, Lect. Notes Comput. Sci. 1524:55",
      .note =
          "With mini-batches the loss of the held-out copies is watched, without them the racer's "
          "own objective; after a restart the best of all lives is still to be beaten. Watching "
          "costs one value a step. The answer is where it stops, not the best it watched."};
  static constexpr Need need = Need::nothing;

  int patience = 50;
  double margin = 0;

  std::vector<Param> params() {
    return {integer("patience", patience, {1, 500, Scale::log}, {.low = 1, .high = 1e6},
                    "Steps without a new best before it stops."),
            real("margin", margin, {0, 1}, non_negative,
                 "What counts as an improvement, in units of loss.")};
  }

  struct State {
    double best = std::numeric_limits<double>::infinity();
    std::uint32_t bad = 0;  // steps since the best
  };
  // Takes in the loss after a step and says whether to stop.
  bool stops(State& state, double loss) const {
    if (loss < state.best - margin)
      state = {.best = loss};
    else
      ++state.bad;
    return state.bad >= static_cast<std::uint32_t>(patience);
  }
  friend bool operator==(const EarlyStopping&, const EarlyStopping&) = default;
};

}  // namespace fogline
