// SPDX-License-Identifier: MIT
// The landscape and the racers, at the left; or only the racers' marks where the window is narrow.
#include "fogline/landscapes/dimension.hpp"
#include "gui/button.hpp"
#include "gui/controls.hpp"
#include "gui/glossary.hpp"
#include "gui/mark.hpp"
#include "gui/panels/actions.hpp"
#include "gui/panels/panel.hpp"
#include "gui/panels/panels.hpp"
#include "gui/press.hpp"
#include "gui/text.hpp"

namespace fogline::gui {

void left_panel(Ui& ui, Workbench& bench, const Rect& rect) {
  const Panel panel(ui, "left", rect, ui.theme.panel, {16, 14});
  landscape_section(ui, bench);
  ImGui::Dummy({1, px(ui, 4)});
  racers_section(ui, bench);
}

namespace {

// One line of the formula; the whole of it, its source and what to look at on hover.
void formula_line(Ui& ui, const Landscape& landscape) {
  const Info& about = info(landscape);
  const std::string formula(formula_drawn(landscape));
  const ImFont* font = ui.fonts.small;
  const Press press = press_area(ui, "formula", {ImGui::GetContentRegionAvail().x, px(ui, 20)},
                                 {.focusable = false});
  put_text(*ImGui::GetWindowDrawList(), font,
           {press.min.x, line_top(font, press.min.y, px(ui, 20))}, ui.theme.muted,
           elided(font, formula, press.max.x - press.min.x));
  tooltip(ui, press,
          formula + "\n\n" + std::string(about.source) + (about.note.empty() ? "" : "\n\n") +
              std::string(about.note));
}

// What is often said wrongly about a curve, and what to look at: it has few settings, and the room.
void note_line(const Ui& ui, const Landscape& landscape) {
  const FontScope font(ui.fonts.small);
  const float width = ImGui::GetContentRegionAvail().x;
  ImGui::PushStyleColor(ImGuiCol_Text, ui.theme.text);
  ImGui::TextUnformatted(in_lines(ui.fonts.small, info(landscape).note, width).c_str());
  ImGui::PopStyleColor();
}

}  // namespace

void landscape_section(Ui& ui, Workbench& bench) {
  const Scope scope(ui, "landscape");
  Landscape& landscape = bench.session.experiment.landscape;
  Landscape fresh = make_landscape(info(landscape).id);
  section_title(ui, "Landscape");
  explain(ui, "landscape");
  formula_line(ui, landscape);
  if (dimension(landscape) == 1) note_line(ui, landscape);
  param_rows(
      ui, [&] { return params(landscape); }, [&] { return params(fresh); });
}

void left_rail(Ui& ui, Workbench& bench, const Rect& rect) {
  const Panel panel(ui, "rail", rect, ui.theme.panel, {14, 14}, ImGuiWindowFlags_NoScrollbar);
  const Scope scope(ui, "rail");
  if (icon_button(ui, "open", Icon::chevron_right, {.tip = "Landscape and racers"}))
    act(bench, Action::fold_left);
  const auto& racers = bench.session.experiment.racers;
  for (std::size_t i = 0; i < racers.size(); ++i) {
    const Press press = press_area(ui, std::to_string(i), {px(ui, 28), px(ui, 28)});
    const ImVec2 middle{0.5f * (press.min.x + press.max.x), 0.5f * (press.min.y + press.max.y)};
    draw_hover_ground(ui, press, 6);
    draw_focus_ring(ui, press, 6);
    draw_table_mark(ui, *ImGui::GetWindowDrawList(), middle, racers[i].mark,
                    racers[i].visible ? 1.f : 0.3f);
    if (press.clicked) bench.selected = i;
    tooltip(ui, press, racers[i].name);
  }
  add_racer_button(ui, bench, AddButton::plus);
}

}  // namespace fogline::gui
