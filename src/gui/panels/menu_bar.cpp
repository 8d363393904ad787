// SPDX-License-Identifier: MIT
// The menus, the landscape and the views, across the top.
#include <algorithm>

#include "fogline/core/roster.hpp"
#include "gui/button.hpp"
#include "gui/menu.hpp"
#include "gui/panels/actions.hpp"
#include "gui/panels/hypermap.hpp"
#include "gui/panels/lesson.hpp"
#include "gui/panels/panel.hpp"
#include "gui/panels/panels.hpp"
#include "gui/picker.hpp"
#include "gui/popup.hpp"
#include "gui/text.hpp"

namespace fogline::gui {
namespace {

void item(Ui& ui, Workbench& bench, Action action, MenuLine line = {}) {
  if (menu_item(ui, action, line)) act(bench, action);
}

void file_menu(Ui& ui, Workbench& bench) {
  const Menu menu(ui, "file", "File");
  if (!menu) return;
  item(ui, bench, Action::new_session);
  item(ui, bench, Action::open);
  for (std::size_t i = 0; i < bench.recent.size(); ++i)
    if (menu_text(ui, "recent_" + std::to_string(i), bench.recent[i].filename().string()))
      wish(bench, {Wish::Kind::open, bench.recent[i]});
  menu_separator(ui);
  item(ui, bench, Action::save);
  item(ui, bench, Action::save_as);
  item(ui, bench, Action::picture);
  menu_separator(ui);
  if (menu_item(ui, "quit", "Quit")) wish(bench, {Wish::Kind::quit});
}

void edit_menu(Ui& ui, Workbench& bench) {
  const Menu menu(ui, "edit", "Edit");
  if (!menu) return;
  item(ui, bench, Action::undo, {.enabled = !bench.history.past.empty()});
  item(ui, bench, Action::redo, {.enabled = !bench.history.future.empty()});
  menu_separator(ui);
  item(ui, bench, Action::copy_session);
  item(ui, bench, Action::paste_session);
}

// What the terrain may be a picture of, where the selected racer has more to show than the
// landscape.
void terrain_items(Ui& ui, Workbench& bench) {
  View& view = bench.session.view;
  if (bench.selected >= bench.race.size()) return;
  const auto known = scene::terrains_of(bench.race[bench.selected]);
  if (known.size() == 1 && view.terrain == Terrain::landscape) return;
  menu_separator(ui);
  for (const Terrain terrain : known) {
    const bool mine = view.terrain_of == static_cast<int>(bench.selected);
    const bool checked = view.terrain == terrain && (mine || terrain == Terrain::landscape);
    if (!menu_item(ui, "terrain_" + std::to_string(static_cast<int>(terrain)),
                   scene::name_of(terrain), {.checked = checked}))
      continue;
    view.terrain = terrain;
    view.terrain_of = static_cast<int>(bench.selected);
  }
}

// How heights are drawn, and of what.
void terrain_menu(Ui& ui, Workbench& bench) {
  const Menu menu(ui, "terrain", "Terrain");
  if (!menu) return;
  View& view = bench.session.view;
  if (menu_item(ui, "log_height", "Log height", {.checked = view.height == HeightScale::log}))
    view.height = view.height == HeightScale::log ? HeightScale::linear : HeightScale::log;
  if (menu_item(ui, "rank_colors", "Colour by rank", {.checked = view.color == ColorScale::rank}))
    view.color = view.color == ColorScale::rank ? ColorScale::height : ColorScale::rank;
  if (menu_item(ui, "cividis", "Cividis colours", {.checked = view.palette == "cividis"}))
    view.palette = view.palette == "cividis" ? "mist" : "cividis";
  terrain_items(ui, bench);
}

void window_menu(Ui& ui, Workbench& bench) {
  const Menu menu(ui, "window", "Window");
  if (!menu) return;
  item(ui, bench, Action::fold_left);
  item(ui, bench, Action::fold_right);
  item(ui, bench, Action::blank_screen);
  item(ui, bench, Action::full_screen);
  menu_separator(ui);
  item(ui, bench, Action::toggle_theme, {.checked = !ui.theme.dark});
  item(ui, bench, Action::calm_motion, {.checked = bench.classroom.calm});
  item(ui, bench, Action::bigger);
  item(ui, bench, Action::smaller);
}

// What takes the terrain's place.
void full_view_items(Ui& ui, Workbench& bench) {
  if (menu_item(ui, "hypermap", "Hyperparameter map", {.checked = bench.hypermap != nullptr}))
    flip_hypermap(bench);
  if (!menu_item(ui, "laboratory", "Many dimensions", {.checked = bench.laboratory.has_value()}))
    return;
  const bool open = bench.laboratory.has_value();
  close_full_view(bench);
  if (!open) bench.laboratory.emplace();
}

void view_menu(Ui& ui, Workbench& bench) {
  const Menu menu(ui, "view", "View");
  if (!menu) return;
  const View& view = bench.session.view;
  item(ui, bench, Action::view_3d, {.checked = view.layout == Layout::surface});
  item(ui, bench, Action::view_2d, {.checked = view.layout == Layout::map});
  item(ui, bench, Action::view_split, {.checked = view.layout == Layout::split});
  item(ui, bench, Action::view_panes, {.checked = view.layout == Layout::panes});
  item(ui, bench, Action::reset_view);
  menu_separator(ui);
  item(ui, bench, Action::fog, {.checked = view.fog});
  item(ui, bench, Action::contours, {.checked = view.contours});
  item(ui, bench, Action::critical_points, {.checked = view.critical_points});
  item(ui, bench, Action::gradient_field, {.checked = view.overlay == Overlay::gradient});
  item(ui, bench, Action::streamlines, {.checked = view.overlay == Overlay::streamlines});
  item(ui, bench, Action::basins, {.checked = view.overlay == Overlay::basins});
  item(ui, bench, Action::height_profile, {.checked = bench.profile.on});
  item(ui, bench, Action::inspector, {.checked = bench.inspection.open});
  menu_separator(ui);
  terrain_menu(ui, bench);
  window_menu(ui, bench);
  item(ui, bench, Action::presenter, {.checked = bench.classroom.presenting});
  full_view_items(ui, bench);
}

void race_menu(Ui& ui, Workbench& bench) {
  const Menu menu(ui, "race", "Race");
  if (!menu) return;
  Experiment& e = bench.session.experiment;
  const bool any = !e.racers.empty();
  item(ui, bench, Action::play_pause);
  item(ui, bench, Action::replay);
  item(ui, bench, Action::slow_step, {.enabled = any});
  item(ui, bench, Action::new_seed);
  item(ui, bench, Action::random_start, {.enabled = any});
  item(ui, bench, Action::guess, {.enabled = any, .checked = bench.classroom.guessing.on});
  menu_separator(ui);
  item(ui, bench, Action::add_racer);
  item(ui, bench, Action::duplicate_racer, {.enabled = any});
  item(ui, bench, Action::remove_racer, {.enabled = any});
  menu_separator(ui);
  if (menu_item(ui, "shared_start", "One start for all", {.checked = e.shared_start})) {
    e.shared_start = !e.shared_start;
    if (e.shared_start && any) place_start(e, bench.selected, e.racers[bench.selected].start);
  }
  if (menu_item(ui, "suit_rates", "Learning rates to suit the landscape", {.enabled = any}))
    suit_rates(bench);
  menu_separator(ui);
  if (menu_item(ui, "many_starts", "Race over many starts\u2026", {.enabled = any}))
    bench.fair.open = true;
}

void lesson_line(Ui& ui, Workbench& bench, std::size_t i, float width) {
  const Lesson& l = (*bench.lessons)[i];
  const std::string number = std::to_string(l.number);
  const std::string air = number.size() < 2 ? "  " : "";  // about a digit
  if (popup_line(ui, number, air + number + "   " + l.title, std::to_string(l.minutes) + " min",
                 width))
    begin_lesson(bench, i);
}

// In two columns: one would be higher than a small window.
void lesson_lines(Ui& ui, Workbench& bench, std::size_t count) {
  const std::size_t rows = (count + 1) / 2;
  const float width = std::min(px(ui, 370), 0.5f * ImGui::GetIO().DisplaySize.x - px(ui, 24));
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {px(ui, 8), px(ui, 3)});
  for (std::size_t first = 0; first < count; first += rows) {
    if (first > 0) ImGui::SameLine();
    ImGui::BeginGroup();
    for (std::size_t i = first; i < std::min(first + rows, count); ++i)
      lesson_line(ui, bench, i, width);
    ImGui::EndGroup();
  }
  ImGui::PopStyleVar();
}

void lessons_menu(Ui& ui, Workbench& bench) {
  const Menu menu(ui, "lessons", "Lessons");
  if (!menu) return;
  const std::size_t count = bench.lessons ? bench.lessons->size() : 0;
  lesson_lines(ui, bench, count);
  if (count == 0) menu_item(ui, "none", "No lessons were found", {.enabled = false});
  menu_separator(ui);
  if (menu_item(ui, "leave", "Leave the lesson", {.enabled = bench.lesson.has_value()}))
    leave_lesson(bench);
}

void help_menu(Ui& ui, Workbench& bench) {
  const Menu menu(ui, "help", "Help");
  if (!menu) return;
  item(ui, bench, Action::keys);
  item(ui, bench, Action::glossary);
}

void landscape_choice(Ui& ui, Workbench& bench, const Rect& rect) {
  static const std::vector<Landscape> roster = one_of_each<Landscape>();
  std::vector<Option> options;
  int chosen = static_cast<int>(bench.session.experiment.landscape.index());
  for (const Landscape& l : roster)
    options.push_back({.name = info(l).id, .label = info(l).name, .group = info(l).group});
  const float width = px(ui, 260),
              label =
                  text_width(ui.fonts.body_bold, options[static_cast<std::size_t>(chosen)].label) +
                  px(ui, 40);
  ImGui::SetCursorPos(
      {std::max(ImGui::GetCursorPosX() + px(ui, 8), 0.5f * (rect.width() - std::min(width, label))),
       px(ui, 5)});
  if (choice_button(ui, "landscape", options, chosen, width))
    change_landscape(bench, roster[static_cast<std::size_t>(chosen)]);
}

void view_choice(Ui& ui, Workbench& bench, const Rect& rect) {
  const std::string tips[] = {tip_of(Action::view_3d), tip_of(Action::view_2d),
                              tip_of(Action::view_split), tip_of(Action::view_panes)};
  const Segment segments[] = {{"3d", "3D", true, tips[0]},
                              {"2d", "2D", true, tips[1]},
                              {"split", "Split", true, tips[2]},
                              {"panes", "Panes", true, tips[3]}};
  int chosen = is_terrain_hidden(bench) ? -1 : static_cast<int>(bench.session.view.layout);
  ImGui::SetCursorPos(
      {rect.width() - segmented_width(ui, segments) - px(ui, layout::gutter), px(ui, 5)});
  if (!segmented(ui, "view", segments, chosen)) return;
  close_full_view(bench);
  bench.session.view.layout = static_cast<Layout>(chosen);
}

void menus(Ui& ui, Workbench& bench) {
  const Scope scope(ui, "menu");
  file_menu(ui, bench);
  edit_menu(ui, bench);
  view_menu(ui, bench);
  race_menu(ui, bench);
  lessons_menu(ui, bench);
  help_menu(ui, bench);
}

}  // namespace

void menu_bar(Ui& ui, Workbench& bench, const Rect& rect) {
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding,
                      {px(ui, 8), 0.5f * (rect.height() - ImGui::GetFontSize())});
  ImGui::PushStyleColor(ImGuiCol_MenuBarBg, ui.theme.window);
  const Panel panel(ui, "menu bar", rect, ui.theme.window, {8, 0},
                    ImGuiWindowFlags_MenuBar | ImGuiWindowFlags_NoScrollbar);
  const bool open = ImGui::BeginMenuBar();
  ImGui::PopStyleVar();
  if (open) {
    menus(ui, bench);
    if (!is_locked(bench, Control::landscape)) landscape_choice(ui, bench, rect);
    view_choice(ui, bench, rect);
    ImGui::EndMenuBar();
  }
  ImGui::PopStyleColor();
}

}  // namespace fogline::gui
