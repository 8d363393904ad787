// SPDX-License-Identifier: MIT
// The order of a frame: first everything that edits, then the race, then everything that shows.
#include "gui/panels/frame.hpp"

#include <algorithm>

#include "gui/glossary_overlay.hpp"
#include "gui/key_overlay.hpp"
#include "gui/panels/actions.hpp"
#include "gui/panels/advice.hpp"
#include "gui/panels/fog.hpp"
#include "gui/panels/guess.hpp"
#include "gui/panels/hypermap.hpp"
#include "gui/panels/inspector.hpp"
#include "gui/panels/knowledge.hpp"
#include "gui/panels/lesson.hpp"
#include "gui/panels/line_view.hpp"
#include "gui/panels/map_lines.hpp"
#include "gui/panels/map_marks.hpp"
#include "gui/panels/motion.hpp"
#include "gui/panels/overlay.hpp"
#include "gui/panels/panels.hpp"
#include "gui/panels/presenter.hpp"
#include "gui/panels/profile_card.hpp"
#include "gui/panels/touch.hpp"
#include "gui/panels/verdict_pill.hpp"
#include "gui/panels/walkers.hpp"

namespace fogline::gui {
namespace {

glm::vec3 as_color(ImU32 packed) {
  const ImVec4 c = ImGui::ColorConvertU32ToFloat4(packed);
  return {c.x, c.y, c.z};
}

std::vector<glm::vec3> path_colors() {
  std::vector<glm::vec3> colors;
  for (int mark = 0; mark < marks_known; ++mark) colors.push_back(as_color(racer_colour(mark)));
  return colors;
}

// Before a class the laboratory leaves the lesson's text its three lines.
Rect full_view_rect(const Ui& ui, const Workbench& bench, Rect terrain) {
  if (bench.laboratory && bench.classroom.presenting && bench.lesson)
    terrain.min.y += px(ui, lesson_lines_height);
  return terrain;
}

void panels(Ui& ui, Workbench& bench, const Regions& r) {
  if (r.menu.height() > 0) menu_bar(ui, bench, r.menu);
  if (r.transport.height() > 0) transport(ui, bench, r.transport);
  if (r.status.height() > 0) status_line(ui, bench, r.status);
  profile_card(ui, bench, r.terrain);
  const bool drawer_out = bench.folds.left_drawer;
  if (r.left_rail && !drawer_out)
    left_rail(ui, bench, r.left);
  else if (r.left.width() > 0)
    (bench.lesson ? lesson_panel : left_panel)(ui, bench, r.left);
  if (r.right.width() > 0) right_panel(ui, bench, r.right);
  drawer_handles(ui, bench, r);
  const bool taken = is_terrain_hidden(bench) || bench.classroom.presenting ||
                     bench.classroom.guessing.on ||
                     bench.session.view.layout == Layout::panes;  // the corner is
  if (!taken) lesson_invitation(ui, bench, r.terrain);
  verdict_card(ui, bench);
  many_starts_card(ui, bench);
  full_view(ui, bench, full_view_rect(ui, bench, r.terrain));
  dialogs(ui, bench);
}

// From the terrain to the first widget of the panels, and back (0).
ImGuiID next_region(const Ui& ui) {
  return ui.focus.id == 0 && !ui.focus.last_order.empty() ? ui.focus.last_order.front() : 0;
}

// A right panel of which a lesson hides all is folded.
Folds shown_folds(const Workbench& bench) {
  Folds folds = bench.folds;
  if (is_hidden(bench, Control::standings) && is_hidden(bench, Control::curve))
    folds.right = folds.right_drawer = false;
  return folds;
}

bool is_busy(const Ui& ui, const Workbench& bench) {
  return is_dragging_start(bench) || ui.drag.id != 0 || ui.typing.id != 0 ||
         ImGui::IsAnyItemActive();
}

float future_shown(const Workbench& bench, double now) {
  return knows_map(bench) ? future_opacity(bench, now) : 0;
}

// Where motion is reduced a new view comes out of a short blank instead of a flight.
void draw_fade(const Ui& ui, ImDrawList& list, const Workbench& bench, const Rect& rect,
               double now) {
  if (!bench.classroom.calm || !bench.glide || bench.glide->began < 0) return;
  const double share = std::clamp((now - bench.glide->began) / fade_seconds, 0.0, 1.0);
  list.AddRectFilled(rect.min, rect.max, faded(ui.theme.view, static_cast<float>(1 - share)));
}

// The terrain with its paths, and the marks along them.
void draw_picture(Ui& ui, ImDrawList& list, Workbench& bench, const Pane& pane,
                  const FrameInput& input) {
  static const std::vector<glm::vec3> colors = path_colors();
  const scene::Style style{as_color(ui.theme.view), as_color(ui.theme.text), ui.scale, colors};
  const render::Palette& palette = input.palettes.at(bench.session.view.palette);
  const scene::Extent extent{bench.session.view.playhead, future_shown(bench, input.now),
                             pane.racer};
  const ImVec2 density = ImGui::GetIO().DisplayFramebufferScale;
  const render::Size size{static_cast<int>(pane.rect.width() * density.x),
                          static_cast<int>(pane.rect.height() * density.y)};
  render::Scene scene =
      bench.picture.scene(bench.session, bench.race, pane.kind, size, style, palette, extent);
  scene.fog = fog_in(bench, input.now, pane.racer);
  scene.contours = scene.contours && knows_map(bench);
  scene.path_width = path_width(ui, bench);
  const scene::Ground& ground = bench.picture.ground(bench.session, bench.race);
  add_map_lines(ui, bench, pane, ground, scene);
  add_basins(bench, ground, scene);
  const Painted painted = input.painter(pane, scene, size);
  list.AddCallback(painted.copy, painted.picture);
  if (scene.grid) draw_map_marks(ui, list, bench, pane, ground, *scene.grid);
  draw_path_marks(ui, list, pane, scene.paths);
}

// Between panes.
void draw_borders(const Ui& ui, ImDrawList& list, const std::vector<Pane>& all, const Rect& rect) {
  for (const Pane& pane : all) {
    const Rect& r = pane.rect;
    if (r.min.x > rect.min.x) list.AddLine(r.min, {r.min.x, r.max.y}, ui.theme.line, px(ui, 2));
    if (r.min.y > rect.min.y) list.AddLine(r.min, {r.max.x, r.min.y}, ui.theme.line, px(ui, 2));
  }
}

void take_key(Ui& ui, Workbench& bench, const KeyEvent& key) {
  if (bench.classroom.blank) {
    bench.classroom.blank = key.released;
    return;
  }
  if (action_ended_by(key) == Action::spotlight) bench.classroom.spotlight = false;
  if (key.key == "Escape") bench.inspection.slow.reset();
  if (key.key == "Escape" && !key.released && !keys_are_taken(ui) && !is_busy(ui, bench))
    close_full_view(bench);
  const auto action = action_for(ui, key);
  if (action == Action::focus_next)
    ui.focus.id = next_region(ui);
  else if (action)
    act(bench, *action);
}

}  // namespace

Regions regions_of(const Ui& ui, const Workbench& bench) {
  const ImVec2 window = ImGui::GetIO().DisplaySize;
  return bench.classroom.presenting ? presenter_regions(ui, bench, window)
                                    : lay_out(window, ui.scale, shown_folds(bench));
}

void full_view(Ui& ui, Workbench& bench, const Rect& rect) {
  if (bench.laboratory) laboratory_view(ui, bench, rect);
  if (bench.hypermap) hypermap_view(ui, bench, rect);
}

void draw_terrain(Ui& ui, ImDrawList& list, Workbench& bench, const Rect& rect,
                  const FrameInput& input) {
  const std::vector<Pane> all = panes(bench, ui.scale, rect);
  if (all.empty()) return;
  const scene::Ground& ground = bench.picture.ground(bench.session, bench.race);
  std::vector<Standing> standings;
  if (all.front().racer) standings = shown_standings(bench);
  for (const Pane& pane : all) {
    list.PushClipRect(pane.rect.min, pane.rect.max);
    if (pane.curve)
      draw_curve(ui, list, bench, pane, ground, fog_in(bench, input.now),
                 future_shown(bench, input.now));
    else
      draw_picture(ui, list, bench, pane, input);
    draw_overlay(ui, list, bench, pane, ground);
    draw_step_arrows(ui, list, bench, pane, ground);
    draw_profile_cursor(ui, list, bench, pane, ground);
    draw_pane_caption(ui, list, bench, pane, standings);
    list.PopClipRect();
  }
  draw_borders(ui, list, all, rect);
  draw_pane_count(ui, list, bench, rect, all.size());
  draw_ground_caption(ui, list, bench, rect, ground);
  Rect legend = bench.session.view.layout == Layout::split ? all.back().rect : rect;
  legend.min.y += standings_height(ui, bench);
  draw_map_legend(ui, list, bench, legend, ground);
  if (wanted_basins(bench))
    draw_basin_legend(ui, list, bench, all.back().rect);
  else if (knows_map(bench) && !all.front().curve)
    draw_color_bar(ui, list, all.back().rect, bench.session.view, ground.relief(),
                   input.palettes.at(bench.session.view.palette));
  draw_fade(ui, list, bench, rect, input.now);
}

namespace {

// A dark window, until a key or a click: so that people look at the teacher.
void blank_screen(Ui& ui, Workbench& bench, const FrameInput& input) {
  const ImVec2 window = ImGui::GetIO().DisplaySize;
  update(bench, input.now, input.elapsed, false);
  ImGui::GetForegroundDrawList()->AddRectFilled({0, 0}, window, rgb(0x05070A));
  ImGui::SetMouseCursor(ImGuiMouseCursor_None);
  ui.registry.note({.path = "blank", .min = {0, 0}, .max = window, .visible = true});
  if (ImGui::IsMouseClicked(0)) bench.classroom.blank = false;
}

}  // namespace

void frame(Ui& ui, Workbench& bench, const FrameInput& input) {
  begin_frame(ui);
  const std::optional<Held> held = hold_lesson(bench);
  for (const KeyEvent& key : input.keys) take_key(ui, bench, key);
  if (bench.classroom.blank) {
    blank_screen(ui, bench, input);
    return end_frame(ui);
  }
  watch_edges(ui, bench, ImGui::GetIO().DisplaySize);
  const Regions regions = regions_of(ui, bench);
  panels(ui, bench, regions);
  guess_card(ui, bench, regions.terrain);
  touch_terrain(ui, bench, panes(bench, ui.scale, regions.terrain));
  keep_locked(bench, held);
  update(bench, input.now, input.elapsed, is_busy(ui, bench));
  judge_lesson(bench, is_busy(ui, bench));
  if (!is_terrain_hidden(bench)) {
    press_chips(ui, bench, panes(bench, ui.scale, regions.terrain));
    press_advice(ui, bench, panes(bench, ui.scale, regions.terrain));
  }
  ImDrawList& list = *ImGui::GetBackgroundDrawList();
  if (!is_terrain_hidden(bench)) draw_terrain(ui, list, bench, regions.terrain, input);
  draw_presenter(ui, list, bench, regions.terrain);
  ui.registry.note(
      {.path = "terrain", .min = regions.terrain.min, .max = regions.terrain.max, .visible = true});
  draw_notices(ui, bench.notices,
               {std::max(regions.terrain.min.x, regions.status.min.x) + px(ui, 16),
                regions.terrain.max.y - px(ui, 40)},
               px(ui, 420));
  draw_key_table(ui, bench.show_keys);
  draw_glossary(ui, bench.classroom.show_glossary);
  draw_spotlight(ui, bench);
  end_frame(ui);
}

}  // namespace fogline::gui
