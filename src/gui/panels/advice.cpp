// SPDX-License-Identifier: MIT
// Which hint comes next, and where.
#include "gui/panels/advice.hpp"

#include <algorithm>

#include "gui/keys.hpp"
#include "gui/panels/fog.hpp"
#include "gui/panels/lesson.hpp"
#include "gui/panels/over_terrain.hpp"
#include "gui/panels/verdict_pill.hpp"
#include "gui/press.hpp"

namespace fogline::gui {
namespace {

// What stands where, on one pane.
struct Sight {
  const Ui& ui;
  const Workbench& bench;
  const Pane& pane;
  const scene::Ground& ground;

  Advice at(Advice::Kind kind, std::string text, ImVec2 anchor) const {
    const HintBox box = hint_box(ui, anchor, pane.rect.max, text);
    return {kind, std::move(text), box, {}};
  }
};

// At the start, before the run.
std::optional<Advice> about_start(const Sight& s) {
  const Experiment& e = s.bench.session.experiment;
  const bool dragged = s.bench.hints.dragged || is_locked(s.bench, Control::starts);
  ImVec2 at;
  if (dragged && s.bench.hints.played) return std::nullopt;
  if (!on_screen(s.pane, s.ground.evaluator(), s.ground.relief(), e.racers[s.bench.selected].start,
                 at))
    return std::nullopt;
  at.x += px(s.ui, starts_agree(e) && e.shared_start ? 46.f : 12.f);
  return dragged ? s.at(Advice::Kind::space, "Space", at) : s.at(Advice::Kind::drag, "Drag me", at);
}

bool is_stuck(const Workbench& bench, std::size_t racer) {
  for (const Standing& standing : bench.diagnosis.standings)
    if (standing.racer == racer)
      return shown_verdict(bench, standing.judgement).kind == PillKind::stuck;
  return false;
}

// At the chip of a walker that is stuck: the selected one's rather than another's.
std::optional<Advice> about_trap(const Sight& s) {
  std::optional<Chip> stuck;
  for (const Chip& chip : walker_chips(s.ui, s.bench, s.pane, s.ground))
    if (is_stuck(s.bench, chip.racer) && (!stuck || chip.racer == s.bench.selected)) stuck = chip;
  if (!stuck) return std::nullopt;
  const Rect& r = stuck->rect;
  const bool room = r.max.x + px(s.ui, 80) < s.pane.rect.max.x;
  const float near = px(s.ui, 8);
  Advice advice = s.at(Advice::Kind::why, "Why?",
                       {room ? r.max.x - near : r.min.x + near, 0.5f * (r.min.y + r.max.y)});
  advice.chip = *stuck;
  return advice;
}

// At a walker, once it is known why it stopped, or a lesson has asked so.
std::optional<Advice> about_fog(const Sight& s) {
  const LessonStep* step = lesson_step(s.bench);
  const bool asking =
      step != nullptr && step->ask && !s.bench.lesson->answers[s.bench.lesson->step].right;
  if (!s.bench.session.view.fog || asking || is_locked(s.bench, Control::views))
    return std::nullopt;
  const auto places = walker_places(s.ui, s.bench, s.pane, s.ground);
  if (places.empty()) return std::nullopt;
  const ImVec2 below{places.front().at.x, places.front().at.y + px(s.ui, 34)};
  return s.at(Advice::Kind::fog, "Lift the fog: " + shortcut_text(Action::fog), below);
}

}  // namespace

std::optional<Advice> advice(const Ui& ui, const Workbench& bench, const Pane& pane,
                             const scene::Ground& ground) {
  const Hints& hints = bench.hints;
  if (pane.index != 0 || pane.curve || bench.session.experiment.racers.empty()) return std::nullopt;
  if (is_terrain_hidden(bench) || bench.touch.gesture != Gesture::none || bench.diagnosis.open)
    return std::nullopt;
  if (bench.inspection.open) return std::nullopt;  // its arrows have the place
  const Sight sight{ui, bench, pane, ground};
  const double playhead = bench.session.view.playhead;
  if (!(playhead > 0)) return about_start(sight);
  if (bench.playing || playhead < end_of_race(bench)) return std::nullopt;
  if (!hints.asked)
    if (auto why = about_trap(sight)) return why;
  return hints.lifted ? std::nullopt : about_fog(sight);
}

void draw_advice(const Ui& ui, ImDrawList& list, const Workbench& bench, const Pane& pane,
                 const scene::Ground& ground) {
  if (const auto a = advice(ui, bench, pane, ground)) draw_hint(ui, list, a->box, a->text);
}

void press_advice(Ui& ui, Workbench& bench, const std::vector<Pane>& panes) {
  if (panes.empty()) return;
  const auto a = advice(ui, bench, panes.front(), bench.picture.ground(bench.session, bench.race));
  if (!a || (a->kind != Advice::Kind::why && a->kind != Advice::Kind::fog)) return;
  const Rect rect{a->box.min, a->box.max};
  const OverTerrain over("advice", rect);
  const Scope scope(ui, "hint");
  const bool why = a->kind == Advice::Kind::why;
  const Press press =
      press_area(ui, why ? "why" : "fog", {rect.width(), rect.height()}, {.focusable = false});
  if (!press.clicked) return;
  if (why)
    open_card(bench, a->chip.racer, a->chip.rect);
  else
    set_fog(bench, false);
}

}  // namespace fogline::gui
