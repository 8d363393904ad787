// SPDX-License-Identifier: MIT
// One racer from many starts, walked as a flock: to the bit what it would do by itself.
#pragma once

#include <atomic>
#include <span>

#include "fogline/engine/many_starts.hpp"

namespace fogline {

inline constexpr std::size_t starts_at_once = 256;  // a block of a flock

struct StartFlockTask {
  const Experiment& experiment;
  std::size_t racer = 0;
  const Race& at_the_start;  // of the experiment
  InstructionSet instructions = InstructionSet::baseline;
  std::span<const Vec2> starts;
  std::size_t first = 0;           // the number of the first of them
  const std::atomic<bool>& stops;  // looked at now and then; what is returned is void
};

// Whether a racer's races can be walked so: its rule flocks, it wears nothing, and its verdict is
// nobody else's business. Not where no minimum is known, for then verdicts compare racers.
bool can_flock(const Experiment& experiment, const Survey& map, std::size_t racer);

// Lanes are no gain for a racer that seldom lies still at the end: each such walk is walked again
// by itself, to be judged. Looked at by all threads; it decides about time and nothing else.
class LaneTally {
 public:
  void add(std::size_t walked, std::size_t judged) {
    walked_ += walked;
    judged_ += judged;
  }
  bool pays() const { return 4 * judged_ >= walked_; }

 private:
  std::atomic<std::size_t> walked_ = 0, judged_ = 0;  // in lanes, both
};

// All of them in lanes, or, where that does not pay, alone.
std::vector<Outcome> outcomes_from(const StartFlockTask& task, LaneTally& tally);

// How a racer fared in a race that is known.
Outcome outcome_of(const Race& race, const Standing& standing);
// The experiment with some of its racers.
Experiment only(const Experiment& experiment, std::span<const std::size_t> racers);

}  // namespace fogline
