// SPDX-License-Identifier: MIT
// Judging the racers of a race together: ensembles as one, and who found the lowest valley where
// none is known.
#pragma once

#include <vector>

#include "fogline/engine/verdict.hpp"

namespace fogline {

// The copy of a racer with the lowest answer on the map at the playhead; the first where none is.
std::size_t best_copy(const Race& race, std::size_t racer, double playhead);

// One judgement for each racer, in the order of the list.
std::vector<Judgement> judge_all(const Experiment& experiment, const Race& race, double playhead);

}  // namespace fogline
