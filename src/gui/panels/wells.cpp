// SPDX-License-Identifier: MIT
// A square at each well's centre and an arrow above it, by the names of the landscape's params.
#include "gui/panels/wells.hpp"

#include <algorithm>
#include <cmath>
#include <string>

#include "gui/panels/knowledge.hpp"
#include "gui/text.hpp"

namespace fogline::gui {
namespace {

constexpr float reach = 13, lift = 34;  // pixels; the arrow's distance above the ring

const GaussianWells* wells_of(const Workbench& bench) {
  return std::get_if<GaussianWells>(&bench.session.experiment.landscape);
}

void set(Workbench& bench, const std::string& name, double value) {
  for (const Param& p : params(bench.session.experiment.landscape))
    if (p.name == name) p.set(std::clamp(value, p.range.min, p.range.max));
}

std::string number(std::size_t well) { return std::to_string(well + 1); }

ImVec2 arrow_of(const Ui& ui, ImVec2 ring) { return {ring.x, ring.y - px(ui, lift)}; }

void draw_arrow(const Ui& ui, ImDrawList& list, ImVec2 at) {
  const float half = px(ui, 8), head = px(ui, 4);
  for (const auto& [ink, width] : {std::pair{path_casing, 5.f}, {racer_colours[0], 2.f}}) {
    list.AddLine({at.x, at.y - half}, {at.x, at.y + half}, ink, px(ui, width));
    for (const float end : {-1.f, 1.f})
      for (const float side : {-1.f, 1.f})
        list.AddLine({at.x, at.y + end * half}, {at.x + side * head, at.y + end * (half - head)},
                     ink, px(ui, width));
  }
}

void note(Ui& ui, const std::string& path, ImVec2 at, const Pane& pane) {
  const float r = px(ui, reach);
  ui.registry.note({.path = path,
                    .min = {at.x - r, at.y - r},
                    .max = {at.x + r, at.y + r},
                    .visible = pane.rect.contains(at)});
}

}  // namespace

std::size_t wells(const Workbench& bench) {
  const GaussianWells* landscape = wells_of(bench);
  const bool shown =
      landscape != nullptr && knows_map(bench) && bench.session.view.terrain == Terrain::landscape;
  return shown ? static_cast<std::size_t>(landscape->number) : 0;
}

Vec2 well_center(const Workbench& bench, std::size_t well) {
  const GaussianWells::Well& w = wells_of(bench)->wells.at[well];
  return {w.x, w.y};
}

double well_depth(const Workbench& bench, std::size_t well) {
  return wells_of(bench)->wells.at[well].depth;
}

void move_well(Workbench& bench, std::size_t well, Vec2 center) {
  set(bench, "x" + number(well), center.x);
  set(bench, "y" + number(well), center.y);
}

void deepen_well(Workbench& bench, std::size_t well, double depth) {
  set(bench, "depth" + number(well), depth);
}

std::optional<WellHandle> well_handle_at(const Ui& ui, const Workbench& bench, const Pane& pane,
                                         const Evaluator& f, const scene::Relief& relief,
                                         ImVec2 point) {
  std::optional<WellHandle> found;
  float nearest = px(ui, reach);
  const auto consider = [&](std::size_t well, bool depth, ImVec2 at) {
    const float distance = std::hypot(at.x - point.x, at.y - point.y);
    if (distance > nearest) return;
    nearest = distance;
    found = WellHandle{well, depth, at};
  };
  ImVec2 at;
  for (std::size_t i = 0; i < wells(bench); ++i) {
    if (!on_screen(pane, f, relief, well_center(bench, i), at)) continue;
    consider(i, false, at);
    consider(i, true, arrow_of(ui, at));
  }
  return found;
}

void draw_wells(Ui& ui, ImDrawList& list, const Workbench& bench, const Pane& pane,
                const scene::Ground& ground) {
  ImVec2 at;
  for (std::size_t i = 0; i < wells(bench); ++i) {
    if (!on_screen(pane, ground.evaluator(), ground.relief(), well_center(bench, i), at)) continue;
    for (const auto& [ink, width] : {std::pair{path_casing, 5.f}, {racer_colours[0], 2.f}})
      list.AddRect({at.x - px(ui, 6), at.y - px(ui, 6)}, {at.x + px(ui, 6), at.y + px(ui, 6)}, ink,
                   0, 0, px(ui, width));
    draw_arrow(ui, list, arrow_of(ui, at));
    if (pane.index != 0) continue;
    note(ui, "well/" + number(i), at, pane);
    note(ui, "well/" + number(i) + "/depth", arrow_of(ui, at), pane);
  }
}

}  // namespace fogline::gui
