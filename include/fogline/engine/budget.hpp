// SPDX-License-Identifier: MIT
// How long a walk may last.
#pragma once

namespace fogline {

enum class Unit { steps, cost };

// How long a race lasts: steps of each racer, or evaluations paid at the race's prices.
struct Budget {
  Unit unit = Unit::steps;
  double amount = 1000;
  friend bool operator==(const Budget&, const Budget&) = default;
};

}  // namespace fogline
