// SPDX-License-Identifier: MIT
// Arrows of the inspected step on the terrain, with small labels: 2 pixels in the dark theme's text
// colour, in both themes, for so is the terrain; a dark casing as of paths keeps them apart from
// its pale parts.
#include <algorithm>
#include <cmath>
#include <vector>

#include "gui/mark.hpp"
#include "gui/panels/inspector.hpp"
#include "gui/panels/slow_step.hpp"
#include "gui/text.hpp"

namespace fogline::gui {
namespace {

constexpr double longest = 0.14;  // of slope and velocity, in diagonals of what is seen

struct Quiver {
  const Ui& ui;
  ImDrawList& list;
  const Pane& pane;
  const scene::Ground& ground;
  mutable std::vector<Rect> labels{};

  bool place(Vec2 x, ImVec2& at) const {
    return is_finite(x) && on_screen(pane, ground.evaluator(), ground.relief(), x, at);
  }
  void stroke(ImVec2 a, ImVec2 b, ImVec2 left, ImVec2 right, ImU32 ink, float width) const {
    list.AddLine(a, b, ink, width);
    list.AddLine(b, left, ink, width);
    list.AddLine(b, right, ink, width);
  }
  void arrow(Vec2 from, Vec2 to, std::string_view label) const {
    ImVec2 a, b;
    if (!place(from, a) || !place(to, b)) return;
    const float length = std::hypot(b.x - a.x, b.y - a.y);
    if (length < px(ui, 3)) return;
    const float head = std::min(px(ui, 8), 0.5f * length), ux = (b.x - a.x) / length,
                uy = (b.y - a.y) / length;
    const ImVec2 left{b.x - head * (ux + 0.5f * uy), b.y - head * (uy - 0.5f * ux)};
    const ImVec2 right{b.x - head * (ux - 0.5f * uy), b.y - head * (uy + 0.5f * ux)};
    stroke(a, b, left, right, path_casing, px(ui, 4.5f));
    stroke(a, b, left, right, dark_theme.text, px(ui, 2));
    say(b, ux, label);
  }
  // Beside the tip, away from the arrow.
  void say(ImVec2 tip, float direction, std::string_view label) const {
    const ImFont* font = ui.fonts.small;
    const float width = text_width(font, label), pad = px(ui, 4), high = px(ui, 18);
    ImVec2 corner{direction < 0 ? tip.x - width - 3 * pad : tip.x + pad, tip.y - high};
    const auto covers = [&](const Rect& r) {
      return corner.x < r.max.x && r.min.x < corner.x + width + 2 * pad && corner.y < r.max.y &&
             r.min.y < corner.y + high;
    };
    while (std::ranges::any_of(labels, covers)) corner.y += high + px(ui, 2);  // each below others
    labels.push_back({corner, {corner.x + width + 2 * pad, corner.y + high}});
    list.AddRectFilled(corner, {corner.x + width + 2 * pad, corner.y + high}, path_casing,
                       px(ui, 4));
    put_text(list, font, {corner.x + pad, line_top(font, corner.y, high)}, dark_theme.text, label);
  }
  void ghost(Vec2 x, ImU32 ink) const {
    ImVec2 at;
    if (!place(x, at)) return;
    list.AddCircle(at, px(ui, 8), path_casing, 0, px(ui, 4.5f));
    list.AddCircle(at, px(ui, 8), ink, 0, px(ui, 2));
  }
};

// The velocity, or whatever of the memory points like a slope.
const MemoryPart* velocity(const StepParts& parts) {
  const auto found =
      std::ranges::find_if(parts.memory, [](const MemoryPart& m) { return m.memory.is_slope; });
  return found == parts.memory.end() ? nullptr : &*found;
}

double zoom_of(const View& view, render::ViewKind kind) {
  return kind == render::ViewKind::map ? view.map_zoom : view.zoom;
}

// Slope and velocity in one scale: the longer of them is as long as arrows get.
double scale_of(const StepParts& parts, const Workbench& bench, render::ViewKind kind) {
  const MemoryPart* memory = velocity(parts);
  const double largest =
      std::max(norm(parts.told.value_or(parts.slope)), memory != nullptr ? norm(memory->after) : 0);
  const double diagonal = domain(bench.session.experiment.landscape).diagonal();
  if (!(largest > 0) || !std::isfinite(largest)) return 0;
  return longest * diagonal / zoom_of(bench.session.view, kind) / largest;
}

}  // namespace

void draw_step_arrows(const Ui& ui, ImDrawList& list, Workbench& bench, const Pane& pane,
                      const scene::Ground& ground) {
  if (!bench.inspection.open) return;
  if (pane.racer && *pane.racer != bench.selected) return;
  const StepParts* parts = inspected_step(bench);
  if (parts == nullptr || has(parts->event, Event::restart)) return;
  const SlowStep* slow = shown_slow_step(bench);
  const auto shows = [slow](StepPart part) { return slow == nullptr || slow->part == part; };
  const Quiver quiver{ui, list, pane, ground};
  const double scale = scale_of(*parts, bench, pane.kind);
  const Vec2 x = parts->from, slope = parts->told.value_or(parts->slope);
  if (shows(StepPart::gradient)) quiver.arrow(x, x - scale * slope, "downhill");
  if (const MemoryPart* m = velocity(*parts); m != nullptr && shows(StepPart::memory))
    quiver.arrow(x, x - scale * m->after, m->memory.meaning);
  if (shows(StepPart::scaling)) quiver.arrow(x, parts->to, "step");
  if (shows(StepPart::move)) {
    if (slow != nullptr) quiver.arrow(x, parts->to, "step");
    quiver.ghost(parts->to, racer_colour(bench.session.experiment.racers[bench.selected].mark));
  }
}

}  // namespace fogline::gui
