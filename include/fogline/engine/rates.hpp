// SPDX-License-Identifier: MIT
// How the learning rates of a race came about: part of its rules.
#pragma once

#include <optional>
#include <string_view>

#include "fogline/engine/session.hpp"

namespace fogline {

// The first of these that holds.
//   tuned    every racer is what tuning found for it on this landscape
//   usual    every racer that has a rate has its method's default
//   equal    they are all the same number
//   chosen   each has its own
enum class Rates { tuned, usual, equal, chosen };

Rates rates_of(const Experiment& experiment);
// Of one racer: tuned, usual or chosen; none of a method without a learning rate.
std::optional<Rates> rate_of(const Experiment& experiment, const Racer& racer);
std::string_view word(Rates rates);

}  // namespace fogline
