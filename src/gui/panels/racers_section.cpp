// SPDX-License-Identifier: MIT
// The list of racers: a row each with its mark, its name and one slider; everything else opens
// below it.
#include "fogline/optimizers/stability.hpp"
#include "gui/button.hpp"
#include "gui/controls.hpp"
#include "gui/glossary.hpp"
#include "gui/mark.hpp"
#include "gui/panels/actions.hpp"
#include "gui/panels/lesson.hpp"
#include "gui/panels/panels.hpp"
#include "gui/picker.hpp"
#include "gui/popup.hpp"
#include "gui/press.hpp"

namespace fogline::gui {
namespace {

const std::vector<Optimizer>& optimizers() {
  static const std::vector<Optimizer> roster = all_optimizers();
  return roster;
}

std::vector<Option> optimizer_options() {
  std::vector<Option> options;
  for (const Optimizer& o : optimizers())
    options.push_back({.name = info(o).id, .label = info(o).name, .group = info(o).group});
  return options;
}

// From the parent's mark down to that of a rival, in the column that marks leave free.
void draw_tie(Ui& ui, const Workbench& bench, std::size_t index) {
  const auto parent = parent_of(bench, index);
  const Item* mark =
      parent ? ui.registry.find("racers/" + std::to_string(*parent) + "/mark") : nullptr;
  if (mark == nullptr || *parent > index) return;
  const float x = mark->min.x + px(ui, 11), air = px(ui, 13);
  const float top = centre(*mark).y + air;
  const float bottom = ImGui::GetCursorScreenPos().y + px(ui, 0.5f * layout::row) - air;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  for (float y = top; y < bottom; y += px(ui, 6))
    list.AddLine({x, y}, {x, std::min(y + px(ui, 3), bottom)}, ui.theme.muted, px(ui, 1.5f));
}

// The mark: a click selects the racer and offers the other marks.
void mark_button(Ui& ui, Workbench& bench, std::size_t index) {
  Racer& racer = bench.session.experiment.racers[index];
  const Press press = press_area(ui, "mark", {px(ui, 26), px(ui, layout::row)});
  const ImVec2 middle{press.min.x + px(ui, 11), 0.5f * (press.min.y + press.max.y)};
  draw_focus_ring(ui, press, 6);
  draw_table_mark(ui, *ImGui::GetWindowDrawList(), middle, racer.mark, racer.visible ? 1.f : 0.3f);
  tooltip(ui, press, "Choose its mark and colour");
  if (press.clicked) open_popup(ui, "marks");
  Popup popup(ui, "marks");
  if (!popup) return;
  for (int mark = 0; mark < marks_known; ++mark) {
    if (mark % mark_shapes != 0) ImGui::SameLine();
    const Press choice = press_area(ui, std::to_string(mark), {px(ui, 28), px(ui, 28)});
    draw_hover_ground(ui, choice, 6);
    draw_focus_ring(ui, choice, 6);
    draw_table_mark(ui, *ImGui::GetWindowDrawList(),
                    {0.5f * (choice.min.x + choice.max.x), 0.5f * (choice.min.y + choice.max.y)},
                    mark);
    if (!choice.clicked) continue;
    racer.mark = mark;
    ImGui::CloseCurrentPopup();
  }
}

void row_menu(Ui& ui, Workbench& bench, std::size_t index) {
  Popup popup(ui, "menu");
  if (!popup) return;
  const float width = px(ui, 190);
  const bool selected = index == bench.selected;
  if (popup_line(ui, "duplicate", "Duplicate",
                 selected ? shortcut_text(Action::duplicate_racer) : "", width))
    duplicate_racer(bench, index);
  if (popup_line(ui, "remove", "Remove", selected ? shortcut_text(Action::remove_racer) : "",
                 width))
    remove_racer(bench, index);
}

// More, and if `all` are wanted eye and menu before it: more keeps its place while the others come
// and go.
void row_buttons(Ui& ui, Workbench& bench, std::size_t index, bool all) {
  Racer& racer = bench.session.experiment.racers[index];
  bool& open = bench.unfolded[index];
  ImGui::SameLine();
  if (all) {
    if (icon_button(ui, "visible", racer.visible ? Icon::eye : Icon::eye_off,
                    {.tip = racer.visible ? "Hide its path" : "Show its path", .size = 24}))
      racer.visible = !racer.visible;
    ImGui::SameLine();
    const bool locked = is_locked(bench, Control::racers);
    if (icon_button(ui, "menu_button", Icon::dots,
                    {.tip = locked ? "The lesson keeps the racers" : "Duplicate or remove",
                     .enabled = !locked,
                     .size = 24}))
      open_popup(ui, "menu");
    ImGui::SameLine();
  }
  if (!icon_button(ui, "more", open ? Icon::chevron_down : Icon::chevron_right,
                   {.tip = "All settings", .size = 24}))
    return;
  open = !open;
  bench.selected = index;
}

// Mark and name, and the buttons that matter: all where the pointer is, one on the selected row.
// False when the row is gone.
bool head(Ui& ui, Workbench& bench, std::size_t index) {
  auto& racers = bench.session.experiment.racers;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x, mark = px(ui, 28);
  const bool pointed = ImGui::IsMouseHoveringRect(at, {at.x + width, at.y + px(ui, 64)});
  const bool all = pointed || !racers[index].visible;
  const int buttons = all ? 3 : index == bench.selected || bench.unfolded[index] ? 1 : 0;
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {px(ui, 2), px(ui, 2)});
  mark_button(ui, bench, index);
  ImGui::SameLine();
  const NameOptions options{.bold = index == bench.selected,
                            .width = width - mark - static_cast<float>(buttons) * px(ui, 26)};
  const Edit named = name_field(ui, "name", racers[index].name, options);
  if (named.began || ImGui::IsItemClicked()) bench.selected = index;
  if (buttons > 0) row_buttons(ui, bench, index, all);
  const std::size_t count = racers.size();
  row_menu(ui, bench, index);
  ImGui::PopStyleVar();
  return racers.size() == count;
}

// The one slider of a folded row: the learning rate, or for a method without one its first param.
void main_slider(Ui& ui, const Workbench& bench, Racer& racer, std::size_t index) {
  Optimizer fresh = make_optimizer(info(racer.optimizer).id);
  const auto described = params(racer.optimizer), defaults = params(fresh);
  ImGui::Indent(px(ui, 28));
  const RateMarks marks = rate_marks(bench, index);
  const auto before = learning_rate(racer.optimizer);
  param_row(ui, described.front(), defaults.front().get(), marks);
  take_best_momentum(racer, before, marks);
  ImGui::Unindent(px(ui, 28));
}

}  // namespace

void add_racer_button(Ui& ui, Workbench& bench, AddButton look) {
  if (is_locked(bench, Control::racers)) return;
  static const std::vector<Option> options = optimizer_options();
  const bool room = bench.session.experiment.racers.size() < most_racers;
  const bool small = look == AddButton::plus;
  const std::string_view tip = !room   ? "A race has at most 32 racers"
                               : small ? "Add a racer"
                                       : "Choose its optimizer";
  if (small ? icon_button(ui, "add", Icon::plus, {.tip = tip, .enabled = room})
            : button(ui, "add", "Add a racer", {.tip = tip, .icon = Icon::plus, .enabled = room}))
    open_list(ui, "add");
  int chosen = -1;
  if (draw_list(ui, "add", options, chosen))
    add_racer(bench, optimizers()[static_cast<std::size_t>(chosen)]);
}

void racers_section(Ui& ui, Workbench& bench) {
  const Scope scope(ui, "racers");
  section_title(ui, "Racers");
  explain(ui, "racers");
  auto& racers = bench.session.experiment.racers;
  for (std::size_t i = 0; i < racers.size(); ++i) {
    const Scope row(ui, std::to_string(i));
    draw_tie(ui, bench, i);
    if (!head(ui, bench, i)) break;
    const bool locked = is_locked(bench, Control::hyperparameters);
    if (bench.unfolded[i] && !locked)
      racer_details(ui, bench, i);
    else if (!locked)
      main_slider(ui, bench, racers[i], i);
    ImGui::Dummy({1, px(ui, 2)});
  }
  if (racers.empty()) {
    const FontScope font(ui.fonts.small);
    ImGui::TextWrapped("No racers yet. Add one, then click the terrain to place its start.");
  }
  add_racer_button(ui, bench, AddButton::with_words);
}

}  // namespace fogline::gui
