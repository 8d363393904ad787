// SPDX-License-Identifier: MIT
// A race over many starts: all racers from the same starts, one after another, so that who wins is
// not read off one lucky path.
#pragma once

#include <optional>
#include <vector>

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

// The races that one of several workers makes: those of start numbers `worker`, worker + workers,
// worker + 2 workers, ... What comes out for a start depends on neither number.
class ManyStarts {
 public:
  ManyStarts(const Experiment& experiment, const StartPlan& plan, std::size_t worker = 0,
             std::size_t workers = 1);
  // Races on until the deadline, a part of one race at least. True when all are done.
  bool advance(Clock::time_point deadline = Clock::time_point::max());

  // All starts of the plan, this worker's or not.
  const std::vector<Vec2>& starts() const { return starts_; }
  // Of each start what came out; empty where nothing has yet.
  const std::vector<Outcomes>& outcomes() const { return outcomes_; }
  // The number of races made.
  std::size_t done() const { return done_; }
  // The first start that still has to be raced by this worker; starts().size() at the end.
  std::size_t next() const { return next_; }

 private:
  Experiment experiment_;
  std::vector<Vec2> starts_;
  std::vector<Outcomes> outcomes_;
  Race race_;
  bool racing_ = false;  // from start number next_
  std::size_t next_ = 0, workers_ = 1, done_ = 0;
};

}  // namespace fogline
