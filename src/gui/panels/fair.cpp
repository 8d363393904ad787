// SPDX-License-Identifier: MIT
// Threads race; tuning is done within the frame's share of time.
#include "gui/panels/fair.hpp"

#include <algorithm>
#include <chrono>
#include <exception>
#include <thread>

#include "gui/panels/workbench.hpp"

namespace fogline::gui {
namespace {

constexpr auto frame_share = std::chrono::milliseconds(4);
constexpr auto at_a_stretch = std::chrono::milliseconds(10);  // of a thread that races

// All processors but the one that draws.
unsigned hands() { return std::clamp(std::thread::hardware_concurrency(), 2u, 9u) - 1; }

// Counting takes time too: with every twentieth more of the races, and at the end.
void count(ManyStartsRun& run, bool last) {
  const std::size_t done = run.work->races.done();
  if (!last && done < run.counted + run.counted / 20 + 1) return;
  const double tolerance = finish_tolerance(run.experiment, survey(run.experiment.landscape));
  run.table = win_table(run.work->races.outcomes(), run.plan.pattern, tolerance);
  run.counted = run.table.empty() ? done : static_cast<std::size_t>(run.table.front().starts);
  for (const WinRow& row : run.table) run.budget = std::max(run.budget, row.budget);
}

void advance_run(Workbench& bench) {
  Fair& fair = bench.fair;
  if (fair.run && !(fair.run->experiment == bench.session.experiment)) fair.run.reset();
  if (!fair.run || !fair.run->work) return;
  const bool all = fair.run->work->races.done() == fair.run->starts;
  count(*fair.run, all);
  if (all) fair.run->work.reset();
}

void advance_tuning(Workbench& bench) {
  Fair& fair = bench.fair;
  if (fair.tuning && !(fair.tuning->experiment == bench.session.experiment)) {
    fair.tuning.reset();
    notify(bench.notices, NoticeKind::done, "The race was changed: tuning has stopped.");
  }
  if (!fair.tuning || !fair.tuning->tuning.advance(Clock::now() + frame_share)) return;
  bench.session.experiment = fair.tuning->tuning.tuned();
  fair.tuning.reset();
  notify(bench.notices, NoticeKind::done, "All racers are tuned. Undo takes it back.");
}

}  // namespace

StartWork::StartWork(const Experiment& experiment, const StartPlan& plan, unsigned threads)
    : races(experiment, plan), crew(threads) {
  crew.take_up([this] { return races.advance(Clock::now() + at_a_stretch); });
}

void begin_many_starts(Workbench& bench) {
  Fair& fair = bench.fair;
  const Experiment& e = bench.session.experiment;
  fair.run.reset();
  auto work = std::make_shared<StartWork>(e, fair.plan, hands());
  const std::size_t starts = work->races.starts().size();
  fair.run = ManyStartsRun{.experiment = e, .plan = fair.plan, .work = work, .starts = starts};
}

void stop_many_starts(Workbench& bench) {
  auto& run = bench.fair.run;
  if (!run || !run->work) return;
  run->work->races.cancel();
  count(*run, true);
  run->work.reset();
}

void begin_tuning(Workbench& bench) {
  const Experiment& e = bench.session.experiment;
  bench.fair.tuning = TuningRun{e, Tuning(e, bench.fair.tuning_plan)};
}

void stop_tuning(Workbench& bench) { bench.fair.tuning.reset(); }

void advance_fair(Workbench& bench) {
  try {
    advance_run(bench);
    advance_tuning(bench);
  } catch (const std::exception& error) {
    bench.fair.run.reset();
    bench.fair.tuning.reset();
    notify(bench.notices, NoticeKind::error, error.what());
  }
}

bool is_at_work(const Workbench& bench) {
  return bench.fair.tuning || (bench.fair.run && bench.fair.run->work);
}

}  // namespace fogline::gui
