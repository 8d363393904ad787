// SPDX-License-Identifier: MIT
// Who stands where at the playhead, from the iterates up to it and nothing after.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "fogline/engine/finish.hpp"
#include "fogline/engine/verdict.hpp"

namespace fogline {

struct Standing {
  std::size_t racer = 0;
  int rank = 1;
  std::size_t copy = 0;          // of an ensemble: the one with the lowest answer, reported here
  std::uint32_t step = 0;        // at which it stands
  Iterate here, answer;          // where it is, and what it would return
  std::optional<double> gap;     // answer's loss minus the best known minimum's
  double cost = 0;               // of all copies
  std::optional<Finish> finish;  // none of a racer that is lost, whatever it crossed before
  Judgement judgement;
};

// Whether it diverged, left the map or would return a place off it: such a racer ranks below all
// others (an unbounded saddle would otherwise always win).
bool is_lost(Verdict verdict, Vec2 answer, const Box& map);
bool is_lost(const Standing& standing, const Box& map);

// Sorted by rank: those that have finished by what it cost them to, then the lowest answer first,
// the lost last; equals share a rank.
std::vector<Standing> standings(const Experiment& experiment, const Race& race, double playhead);

// One racer's alone, unranked.
Standing standing(const Experiment& experiment, const Race& race, std::size_t racer,
                  double playhead);

}  // namespace fogline
