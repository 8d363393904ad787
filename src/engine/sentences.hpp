// SPDX-License-Identifier: MIT
// Judgements in words: what the walker can know, and what the map adds.
#pragma once

#include "fogline/engine/verdict.hpp"
#include "rest.hpp"

namespace fogline {

// Fills in both sentences of a judgement that is otherwise complete.
void describe(const Case& c, Judgement& j);
// Of a walk whose start has no finite loss.
void describe_nowhere(Judgement& j);
// What the map adds where no minimum of the landscape is known: `lower_by` is how much lower
// another racer has been, 0 where none has.
std::string said_of_unknown_map(const Judgement& j, double lower_by);

}  // namespace fogline
