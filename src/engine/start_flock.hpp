// SPDX-License-Identifier: MIT
// One racer from many starts, walked as a flock: to the bit what it would do by itself.
#pragma once

#include <atomic>
#include <span>

#include "fogline/engine/many_starts.hpp"

namespace fogline {

struct StartFlockTask {
  const Experiment& experiment;
  std::size_t racer = 0;
  const Race& at_the_start;  // of the experiment
  InstructionSet instructions = InstructionSet::baseline;
  std::span<const Vec2> starts;
  const std::atomic<bool>& stops;  // looked at now and then; what is returned is void
};

// Whether a racer's races can be walked so: its rule flocks, it wears nothing, and its verdict is
// nobody else's business. Not where no minimum is known, for then verdicts compare racers.
bool can_flock(const Experiment& experiment, const Survey& map, std::size_t racer);

// What comes out for each of the starts.
std::vector<Outcome> outcomes_from(const StartFlockTask& task);

// How a racer fared in a race that is known.
Outcome outcome_of(const Race& race, const Standing& standing);
// The experiment with some of its racers.
Experiment only(const Experiment& experiment, std::span<const std::size_t> racers);

}  // namespace fogline
