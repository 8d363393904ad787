// SPDX-License-Identifier: MIT
// The rules of a race in words: all that must be equal, or be known to be unequal, before anybody
// has won.
#pragma once

#include <optional>
#include <string>

#include "fogline/engine/race.hpp"

namespace fogline::gui {

struct Rule {
  const char* label;
  std::string text;
};

// Start, budget, prices, noise, seed, learning rates and tuning, in this order.
std::vector<Rule> rules_of(const Experiment& experiment);
// Where the finish line lies, or why there is none.
std::string finish_text(const Experiment& experiment, const Race& race);

}  // namespace fogline::gui
