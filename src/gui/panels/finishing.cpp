// SPDX-License-Identifier: MIT
// The race is over for a racer at the race's end, or where its own walk has ended.
#include "gui/panels/finishing.hpp"

#include "gui/panels/knowledge.hpp"
#include "gui/panels/workbench.hpp"

namespace fogline::gui {
namespace {

bool is_over(const Workbench& bench, std::size_t racer) {
  const double playhead = bench.session.view.playhead;
  if (playhead >= end_of_race(bench)) return true;
  const auto copies = bench.race.copies(racer);
  for (std::size_t i = 0; i < copies.size(); ++i)
    if (!copies[i].ended() || bench.race.step_at(racer, playhead, i) < copies[i].last())
      return false;
  return true;
}

}  // namespace

bool has_finished(const Workbench& bench, const Standing& s) {
  return knows_map(bench) && s.finish.has_value();
}

bool did_not_finish(const Workbench& bench, const Standing& s) {
  if (!knows_map(bench) || !bench.race_known || !bench.race.finish_line() || s.finish) return false;
  return s.racer < bench.race.size() && is_over(bench, s.racer);
}

double finished_at(const Workbench& bench, const Finish& finish) {
  return bench.session.experiment.budget.unit == Unit::steps ? finish.step : finish.cost;
}

}  // namespace fogline::gui
