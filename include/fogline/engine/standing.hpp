// SPDX-License-Identifier: MIT
// Who stands where at the playhead, from the iterates up to it and nothing after.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "fogline/engine/verdict.hpp"

namespace fogline {

struct Standing {
  std::size_t racer = 0;
  int rank = 1;
  std::size_t copy = 0;       // of an ensemble: the one with the lowest answer, reported here
  std::uint32_t step = 0;     // at which it stands
  Iterate here, answer;       // where it is, and what it would return
  std::optional<double> gap;  // answer's loss minus the best known minimum's
  double cost = 0;            // of all copies
  Judgement judgement;
};

// Sorted by rank: lowest answer first, racers that diverged or whose answer is off the map last (an
// unbounded saddle would otherwise always win); equal answers share a rank.
std::vector<Standing> standings(const Experiment& experiment, const Race& race, double playhead);

// One racer's alone, unranked.
Standing standing(const Experiment& experiment, const Race& race, std::size_t racer,
                  double playhead);

}  // namespace fogline
