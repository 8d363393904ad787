// SPDX-License-Identifier: MIT
// The limit of stability at a racer's place, measured on its own slider.
#include "fogline/optimizers/stability.hpp"
#include "gui/panels/panels.hpp"

namespace fogline::gui {

RateMarks rate_marks(const Workbench& bench, std::size_t index) {
  RateMarks marks;
  const Racer& racer = bench.session.experiment.racers[index];
  marks.tuned = is_tuned(bench.session.experiment, racer);
  const auto rate = learning_rate(racer.optimizer);
  if (!rate || !rate_limit(racer.optimizer, 1)) return marks;
  marks.labelled = index == bench.selected;
  for (const Standing& s : bench.diagnosis.standings) {
    const Evidence& e = s.judgement.evidence;
    if (s.racer != index || !e.rate || !(*e.rate > 0) || !(*rate > 0)) continue;
    const double unscheduled = *rate / *e.rate;  // the slider knows nothing of a schedule
    if (e.rate_limit) marks.limit = unscheduled * *e.rate_limit;
    if (e.best_rate) marks.best = unscheduled * *e.best_rate;
    marks.best_momentum = e.best_momentum;
  }
  return marks;
}

void take_best_momentum(Racer& racer, std::optional<double> before, const RateMarks& marks) {
  const auto rate = learning_rate(racer.optimizer);
  if (!marks.best_momentum || rate == before || rate != marks.best) return;
  for (const Param& p : params(racer.optimizer))
    if (p.name == "momentum") p.set(*marks.best_momentum);
}

}  // namespace fogline::gui
