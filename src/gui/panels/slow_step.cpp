// SPDX-License-Identifier: MIT
// From part to part.
#include "gui/panels/slow_step.hpp"

namespace fogline::gui {
namespace {

bool has_next(const Workbench& bench, std::size_t racer, std::uint32_t step) {
  return racer < bench.race.size() && step < bench.race[racer].last();
}

}  // namespace

const SlowStep* shown_slow_step(const Workbench& bench) {
  const auto& slow = bench.inspection.slow;
  if (!slow || slow->racer != bench.selected || !has_next(bench, slow->racer, slow->step))
    return nullptr;
  const bool here = bench.race.step_at(slow->racer, bench.session.view.playhead) == slow->step;
  return here ? &*slow : nullptr;
}

void play_slowly(Workbench& bench) {
  bench.playing = false;
  bench.inspection.open = true;
  if (shown_slow_step(bench) == nullptr) {
    bench.inspection.slow.reset();
    if (bench.selected >= bench.race.size()) return;
    const std::uint32_t step = bench.race.step_at(bench.selected, bench.session.view.playhead);
    if (has_next(bench, bench.selected, step))
      bench.inspection.slow = SlowStep{bench.selected, step, StepPart::gradient};
    return;
  }
  SlowStep& slow = *bench.inspection.slow;
  if (slow.part == StepPart::move) {
    bench.inspection.slow.reset();
    return step_by(bench, 1);
  }
  slow.part = static_cast<StepPart>(static_cast<int>(slow.part) + 1);
}

}  // namespace fogline::gui
