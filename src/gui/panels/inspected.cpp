// SPDX-License-Identifier: MIT
// The inspected step, kept between frames, and as text.
#include "fogline/core/symmetric2.hpp"
#include "gui/number.hpp"
#include "gui/panels/inspector.hpp"

namespace fogline::gui {
namespace {

std::string line(std::string_view name, double value) {
  return std::string(name) + " " + full_number(value) + "\n";
}
std::string line(std::string_view name, Vec2 v) {
  return std::string(name) + " " + full_number(v.x) + " " + full_number(v.y) + "\n";
}

}  // namespace

const StepParts* inspected_step(Workbench& bench) {
  const std::size_t racer = bench.selected;
  if (racer >= bench.race.size() || racer >= bench.session.experiment.racers.size()) return nullptr;
  const std::uint32_t step = bench.race.step_at(racer, bench.session.view.playhead);
  auto& made = bench.inspection.made;
  if (!made || made->racer != racer || made->parts.step != step) {
    made.reset();
    if (auto parts = step_parts(bench.race[racer], step)) made = InspectedStep{racer, *parts};
  }
  return made ? &made->parts : nullptr;
}

std::string inspected_text(Workbench& bench) {
  const StepParts* p = inspected_step(bench);
  if (p == nullptr) return "";
  const Racer& racer = bench.session.experiment.racers[bench.selected];
  const Jet here = bench.race[bench.selected].gear().at(p->step).jet(p->from);
  const Eigen2 e = eigen(here.xx, here.xy, here.yy);
  std::string text = racer.name + ", step " + std::to_string(p->step) + " to " +
                     std::to_string(p->step + 1) + "\n" +
                     std::string(info(racer.optimizer).formula) + "\n";
  text += line("position", p->from) + line("loss", p->loss) + line("gradient", p->slope) +
          line("curvatures", {e.low, e.high});
  if (p->told) text += line("gradient told", *p->told);
  for (const MemoryPart& m : p->memory)
    text += line(std::string(m.memory.symbol) + " before", m.before) +
            line(std::string(m.memory.symbol) + " after", m.after);
  if (p->rate != 0) text += line("rate", p->rate) + line("divided by", p->divisors);
  text += line("move", p->move) + line("next position", p->to) + line("next loss", p->next_loss);
  for (const std::string& sentence : part_sentences(*p, racer.optimizer)) text += sentence + "\n";
  return text;
}

}  // namespace fogline::gui
