// SPDX-License-Identifier: MIT
// Markers on the terrain.
#include "gui/panels/overlay.hpp"

#include <algorithm>
#include <cmath>

#include "gui/mark.hpp"
#include "gui/panels/advice.hpp"
#include "gui/panels/guess.hpp"
#include "gui/panels/knowledge.hpp"
#include "gui/panels/lesson.hpp"
#include "gui/panels/walkers.hpp"
#include "gui/panels/wells.hpp"
#include "gui/text.hpp"

namespace fogline::gui {
namespace {

struct Stage {
  Ui& ui;
  ImDrawList& list;
  const Workbench& bench;
  const Pane& pane;
  const scene::Relief& relief;
  Evaluator f;

  float alpha_at(Vec2 x) const { return fogline::gui::alpha_at(bench, pane, f, relief, x); }
};

void note_start(const Stage& s, const std::string& name, ImVec2 at) {
  const float r = px(s.ui, 10);
  if (s.pane.index == 0)
    s.ui.registry.note({.path = "start/" + name,
                        .min = {at.x - r, at.y - r},
                        .max = {at.x + r, at.y + r},
                        .visible = s.pane.rect.contains(at)});
}

void draw_starts(const Stage& s) {
  const Experiment& e = s.bench.session.experiment;
  ImVec2 at;
  if (!e.racers.empty() && e.shared_start && starts_agree(e)) {
    if (!on_screen(s.pane, s.f, s.relief, e.racers.front().start, at)) return;
    draw_shared_start(s.ui, s.list, at);
    return note_start(s, "all", at);
  }
  for (std::size_t i = 0; i < e.racers.size(); ++i) {
    const bool drawn = e.racers[i].visible && s.pane.shows(i);
    if (!drawn || !on_screen(s.pane, s.f, s.relief, e.racers[i].start, at)) continue;
    draw_start_ring(s.ui, s.list, at,
                    faded(racer_colour(e.racers[i].mark), s.alpha_at(e.racers[i].start)));
    note_start(s, std::to_string(i), at);
  }
}

void draw_ghost(const Stage& s) {
  ImVec2 at;
  const Ghost* ghost = shown_ghost(s.bench);
  if (ghost == nullptr || !s.pane.shows(ghost->racer)) return;
  if (!on_screen(s.pane, s.f, s.relief, s.bench.race[ghost->racer].at(ghost->step).x, at)) return;
  const int mark = s.bench.session.experiment.racers[ghost->racer].mark;
  s.list.AddCircle(at, px(s.ui, 13), path_casing, 0, px(s.ui, 4));
  s.list.AddCircle(at, px(s.ui, 13), racer_colour(mark), 0, px(s.ui, 2));
}

// Where the student said that a racer will end.
void draw_answer(const Stage& s) {
  const LessonStep* step = lesson_step(s.bench);
  if (step == nullptr) return;
  const auto& place = s.bench.lesson->answers[s.bench.lesson->step].place;
  ImVec2 at;
  if (!place || !on_screen(s.pane, s.f, s.relief, *place, at)) return;
  const ImVec2 top{at.x, at.y - px(s.ui, 26)};
  s.list.AddLine(at, top, path_casing, px(s.ui, 5));
  s.list.AddLine(at, top, dark_theme.text, px(s.ui, 2));
  s.list.AddTriangleFilled(top, {top.x + px(s.ui, 16), top.y + px(s.ui, 6)},
                           {top.x, top.y + px(s.ui, 12)}, dark_theme.text);
}

// The place under the pointer, in the other view of a split.
void draw_linked_hover(const Stage& s) {
  ImVec2 at;
  const bool here = s.pane.rect.contains(ImGui::GetIO().MousePos);
  if (s.bench.session.view.layout != Layout::split || here || !s.bench.hover) return;
  if (!on_screen(s.pane, s.f, s.relief, *s.bench.hover, at)) return;
  for (const float side : {-1.f, 1.f}) {
    s.list.AddLine({at.x + side * px(s.ui, 4), at.y}, {at.x + side * px(s.ui, 11), at.y},
                   s.ui.theme.text, px(s.ui, 2));
    s.list.AddLine({at.x, at.y + side * px(s.ui, 4)}, {at.x, at.y + side * px(s.ui, 11)},
                   s.ui.theme.text, px(s.ui, 2));
  }
}

}  // namespace

void draw_overlay(Ui& ui, ImDrawList& list, const Workbench& bench, const Pane& pane,
                  const scene::Ground& ground) {
  const Stage stage{ui, list, bench, pane, ground.relief(), ground.evaluator()};
  if (!pane.curve) draw_axes(ui, list, pane, ground.relief(), knows_map(bench));
  draw_method_marks(ui, list, bench, pane, ground);
  draw_starts(stage);
  draw_walkers(ui, list, bench, pane, ground);
  draw_chips(ui, list, bench, pane, ground);
  draw_wells(ui, list, bench, pane, ground);
  draw_flags(ui, list, bench, pane, ground);
  draw_ghost(stage);
  draw_answer(stage);
  draw_linked_hover(stage);
  draw_advice(ui, list, bench, pane, ground);
}

}  // namespace fogline::gui
