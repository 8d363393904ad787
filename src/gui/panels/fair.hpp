// SPDX-License-Identifier: MIT
// Long work on the question of who is better: a race over many starts, and tuning. What is under
// way or has come out belongs to one experiment and goes with it.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "fogline/engine/crew.hpp"
#include "fogline/engine/many_starts.hpp"
#include "fogline/engine/tuning.hpp"
#include "fogline/engine/win_table.hpp"

namespace fogline::gui {

struct Workbench;

// Threads at a race over many starts, which goes with them.
struct StartWork {
  StartWork(const Experiment& experiment, const StartPlan& plan, unsigned threads);
  ~StartWork() { races.cancel(); }

  ManyStarts races;
  Crew crew;  // ends first
};

struct ManyStartsRun {
  Experiment experiment;  // that is raced
  StartPlan plan;
  std::shared_ptr<StartWork> work;  // null when done or stopped
  std::vector<WinRow> table;        // of the first `counted` races that came in
  std::size_t counted = 0, starts = 0;
  double budget = 0;  // what the dearest walk cost
};

struct TuningRun {
  Experiment experiment;  // as it was when tuning began
  Tuning tuning;
};

struct Fair {
  bool open = false;  // the card of the race over many starts is shown
  StartPlan plan{.count = 200};
  TuningPlan tuning_plan;
  std::optional<ManyStartsRun> run;
  std::optional<TuningRun> tuning;
};

void begin_many_starts(Workbench& bench);
// What has come in so far stays.
void stop_many_starts(Workbench& bench);
// Tunes all racers; nothing is changed before all have had their budget.
void begin_tuning(Workbench& bench);
void stop_tuning(Workbench& bench);
// Once a frame: does a share of the work, and throws away what is of another experiment.
void advance_fair(Workbench& bench);
bool is_at_work(const Workbench& bench);

}  // namespace fogline::gui
