// SPDX-License-Identifier: MIT
// Under the terrain: what is under the pointer, or of the selected racer where the pointer is
// elsewhere.
#include "fogline/landscapes/dimension.hpp"
#include "gui/number.hpp"
#include "gui/panels/fog.hpp"
#include "gui/panels/hypermap.hpp"
#include "gui/panels/inspector.hpp"
#include "gui/panels/knowledge.hpp"
#include "gui/panels/lesson.hpp"
#include "gui/panels/panel.hpp"
#include "gui/panels/panels.hpp"
#include "gui/panels/slow_step.hpp"
#include "gui/text.hpp"

namespace fogline::gui {
namespace {

// On a curve there is no y.
std::string place(Vec2 x, int dimension) {
  const std::string along = "x " + short_number(x.x);
  return dimension == 1 ? along : along + "   y " + short_number(x.y);
}

std::string reading(const Evaluator& f, Vec2 x, int dimension) {
  const Gradient g = f.gradient(x);
  return place(x, dimension) + "   loss " + short_number(g.value) + "   slope " +
         short_number(norm(g.gradient));
}

// What the part of a step that is being played slowly says; empty while none is.
std::string slow_part(Workbench& bench) {
  const SlowStep* slow = shown_slow_step(bench);
  const StepParts* parts = slow != nullptr ? inspected_step(bench) : nullptr;
  if (parts == nullptr) return "";
  const Racer& racer = bench.session.experiment.racers[slow->racer];
  return part_sentences(*parts, racer.optimizer)[static_cast<std::size_t>(slow->part)];
}

// Of the map that stands in the terrain's place.
std::string cell_read(const Workbench& bench) {
  std::string text;
  for (const std::string& part : hypermap_reading(bench, short_number)) text += part + "   ";
  if (text.empty() && shown_hypermap(bench))
    return "Point at the map to read it; a click takes its values, a drag tries them out.";
  return text;
}

std::string status(Workbench& bench) {
  if (const std::string text = slow_part(bench); !text.empty()) return text;
  if (bench.hypermap) return cell_read(bench);
  if (bench.laboratory) return "Esc leads back to the terrain. F1 shows all keys.";
  const Experiment& e = bench.session.experiment;
  const int n = dimension(e.landscape);
  const Evaluator f = bench.picture.ground(bench.session, bench.race).evaluator();
  const Ghost* iterate = shown_trace(bench) != nullptr ? shown_trace(bench) : shown_ghost(bench);
  if (iterate != nullptr) {
    const Iterate i = bench.race[iterate->racer].at(iterate->step);
    return printable(e.racers[iterate->racer].name) + ", step " + std::to_string(i.step) + ":   " +
           reading(f, i.x, n);
  }
  if (const std::string end = basin_sentence(bench); !end.empty())
    return end + "   " + reading(f, *bench.hover, n);
  const bool known = knows_map(bench);
  if (bench.hover && (known || is_felt(bench, *bench.hover))) return reading(f, *bench.hover, n);
  if (bench.hover) return place(*bench.hover, n) + "   too far from every walker to be felt";
  if (is_locked(bench, Control::starts))
    return "Drag the terrain to turn it, wheel to zoom. F1 shows all keys.";
  return "Click the terrain to place the start; drag to turn it, wheel to zoom. F1 shows all keys.";
}

}  // namespace

void status_line(Ui& ui, Workbench& bench, const Rect& rect) {
  const Panel panel(ui, "status", rect, ui.theme.window, {12, 0}, ImGuiWindowFlags_NoScrollbar);
  const std::string text = status(bench);
  const ImVec2 at{rect.min.x + px(ui, 12), line_top(ui.fonts.small, rect.min.y, rect.height())};
  put_text(*ImGui::GetWindowDrawList(), ui.fonts.small, at, ui.theme.muted,
           elided(ui.fonts.small, text, rect.width() - px(ui, 24)));
  ui.registry.note({.path = "status", .min = rect.min, .max = rect.max, .visible = true});
}

}  // namespace fogline::gui
