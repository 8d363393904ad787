// SPDX-License-Identifier: MIT
// A race over many starts: all racers from the same starts, one after another, so that who wins is
// not read off one lucky path.
#pragma once

#include <atomic>
#include <cstdint>
#include <optional>
#include <vector>

#include "fogline/core/block.hpp"
#include "fogline/engine/standing.hpp"

namespace fogline {

enum class Pattern { random, lattice };

struct StartPlan {
  Pattern pattern = Pattern::random;  // uniformly in the domain, or the centres of a grid's cells
  int count = 100;                    // 1 to most_starts; a lattice has the next lower square
  friend bool operator==(const StartPlan&, const StartPlan&) = default;
};

inline constexpr int most_starts = 10'000;

// Where the races begin. Random starts follow the experiment's seed, and are none of those that
// tuning sees. Throws std::invalid_argument for a count that is not allowed.
std::vector<Vec2> starts_of(const StartPlan& plan, const Experiment& experiment);

// The race from start number `index`: all racers begin at `start`, and chance is drawn with the
// index added to the seed, for all racers alike. A warm start still begins where its teacher ends.
Experiment race_from(const Experiment& experiment, Vec2 start, std::size_t index);

// How one racer fared from one start.
struct Outcome {
  Vec2 start, end;  // end: its answer
  Verdict verdict = Verdict::descending;
  bool lost = false;             // diverged or off the map
  double loss = 0;               // of its answer
  double cost = 0;               // of the whole walk: the search for the line is given up here
  std::optional<Finish> finish;  // none: not finished within the budget
  friend bool operator==(const Outcome&, const Outcome&) = default;
};

// What came out for each racer of one race.
using Outcomes = std::vector<Outcome>;

// Races from all starts of a plan. What comes out for a start depends on it and on its number
// alone: not on threads, lanes or who else has been raced.
class ManyStarts {
 public:
  // Racers that can walk in the lanes of `instructions`; without, one after the other. Throws like
  // starts_of.
  ManyStarts(const Experiment& experiment, const StartPlan& plan,
             std::optional<InstructionSet> instructions = best_instruction_set());
  ManyStarts(const ManyStarts&) = delete;
  ManyStarts& operator=(const ManyStarts&) = delete;

  const std::vector<Vec2>& starts() const { return starts_; }

  // Any number of threads may call these at once.

  // Races on where nobody has begun yet until the deadline: one racer from some starts, or the
  // others from one, at least. True when nothing is left to begin.
  bool advance(Clock::time_point deadline = Clock::time_point::max());
  // Nothing more is begun, and what is under way is given up soon. For ever.
  void cancel() { cancelled_ = true; }
  // The starts from which everybody has raced.
  std::size_t done() const { return done_.load(std::memory_order_acquire); }
  // Of each start what came out; empty where not everybody has raced yet.
  std::vector<Outcomes> outcomes() const;

 private:
  struct Piece;
  bool stops() const { return cancelled_.load(std::memory_order_relaxed); }
  std::size_t pieces() const;
  Piece piece(std::size_t number) const;
  bool walk_in_lanes(const Piece& piece);
  bool race(const Piece& piece, Race& race);
  void count(std::size_t start);

  Experiment experiment_;
  std::vector<Vec2> starts_;
  std::optional<InstructionSet> instructions_;
  Race at_the_start_;                           // a copy of it knows the map
  std::vector<std::size_t> in_lanes_, others_;  // racers
  std::vector<Outcomes> outcomes_;
  std::vector<std::atomic<std::uint32_t>> missing_;  // of each start: pieces of it
  std::atomic<std::size_t> next_ = 0, done_ = 0;
  std::atomic<bool> cancelled_ = false;
};

}  // namespace fogline
