// SPDX-License-Identifier: MIT
// What a racer's hyperparameters came out of, where they were tuned: the rules card tells it.
#pragma once

#include "fogline/landscapes/landscape.hpp"
#include "fogline/optimizers/optimizer.hpp"

namespace fogline {

struct Tuned {
  Optimizer optimizer;  // as tuning left it
  Landscape landscape;  // that it was tuned on
  int trials = 0;       // settings tried, the racer's own before among them
  int starts = 0;       // that each was tried from
  double cost = 0;      // of all these walks, at the prices of the race
  friend bool operator==(const Tuned&, const Tuned&) = default;
};

}  // namespace fogline
