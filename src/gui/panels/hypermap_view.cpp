// SPDX-License-Identifier: MIT
// The map of two hyperparameters in the terrain's place: what is chosen on top, the map, and what
// its colours mean beside it.
#include <algorithm>

#include "gui/button.hpp"
#include "gui/mark.hpp"
#include "gui/panels/hypermap.hpp"
#include "gui/panels/panel.hpp"
#include "gui/panels/panels.hpp"
#include "gui/picker.hpp"
#include "gui/text.hpp"

namespace fogline::gui {
namespace {

constexpr float legend_width = 196, choice_width = 240;

// The racer on the left, the way back on the right. True when that is taken.
bool heading(Ui& ui, const Workbench& bench) {
  const auto& racers = bench.session.experiment.racers;
  const ImVec2 corner = ImGui::GetCursorScreenPos();
  const float row = px(ui, layout::row), width = ImGui::GetContentRegionAvail().x;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  float indent = 0;
  std::string text = "Hyperparameter map";
  if (bench.selected < racers.size()) {
    draw_table_mark(ui, list, {corner.x + px(ui, 11), corner.y + row / 2},
                    racers[bench.selected].mark);
    indent = px(ui, 30);
    text = printable(racers[bench.selected].name) + ": what its hyperparameters do";
  }
  put_text(list, ui.fonts.body_bold,
           {corner.x + indent, line_top(ui.fonts.body_bold, corner.y, row)}, ui.theme.text,
           elided(ui.fonts.body_bold, text, width - indent - px(ui, 40)));
  ImGui::SetCursorPosX(ImGui::GetCursorPosX() + width - px(ui, 28));
  return icon_button(ui, "close", Icon::cross, {.tip = "Back to the terrain (Esc)"});
}

void choices(Ui& ui, Hypermap& map) {
  const Segment colours[] = {
      {"verdict", "Verdict", true, "Where walks with these values stand in the end."},
      {"loss", "Loss", true, "How far above the best known loss they end."},
      {"cost", "Cost to finish", true,
       "What their evaluations have cost when they cross the finish line."}};
  int colour = static_cast<int>(map.colour);
  if (segmented(ui, "colour", colours, colour))
    map.colour = static_cast<scene::SweepColour>(colour);
  const Segment starts[] = {
      {"1", "Its start", true, "Walks begin where the racer does."},
      {"10", "10 starts", true, "The mean over walks from 10 random starts of the domain."},
      {"100", "100 starts", true, "The mean over walks from 100 random starts of the domain."}};
  ImGui::SameLine(0, px(ui, 24));
  segmented(ui, "starts", starts, map.starts);
}

// The axis' name, which opens the list of those it can have. The name chosen, if another was.
std::optional<std::string> axis_choice(Ui& ui, std::string_view name, const Workbench& bench,
                                       const MapAxis& now) {
  const std::vector<MapAxis> all = map_axes(bench.session.experiment.racers[bench.selected]);
  std::vector<std::string> labels;
  for (const MapAxis& a : all) labels.push_back(a.label + (a.log() ? ", log" : ""));
  std::vector<Option> options;
  int chosen = 0;
  for (std::size_t i = 0; i < all.size(); ++i) {
    options.push_back({.name = all[i].name, .label = labels[i]});
    if (all[i].name == now.name) chosen = static_cast<int>(i);
  }
  if (!choice_button(ui, name, options, chosen, px(ui, choice_width))) return std::nullopt;
  return all[static_cast<std::size_t>(chosen)].name;
}

void empty_state(Ui& ui, const std::string& sentence) {
  ImGui::SetCursorPosY(ImGui::GetCursorPosY() + px(ui, 24));
  paragraph(ui.fonts.body, ui.theme.muted, sentence,
            std::min(ImGui::GetContentRegionAvail().x, px(ui, 440)));
  const ImVec2 end = ImGui::GetCursorScreenPos();
  ui.registry.note({.path = full_path(ui, "empty"), .min = end, .max = end, .visible = true});
}

void map_with_axes(Ui& ui, Workbench& bench, const MapAxes& axes, const Rect& rect) {
  if (const auto y = axis_choice(ui, "y", bench, axes.y)) choose_y(bench, *y);
  const ImVec2 corner = ImGui::GetCursorScreenPos();
  const float below = px(ui, 28 + layout::row), legend = px(ui, legend_width);
  const ImVec2 size{rect.max.x - px(ui, 24) - legend - px(ui, 20) - corner.x,
                    rect.max.y - px(ui, 8) - below - corner.y};
  hypermap_plot(ui, bench, axes, size);
  Rect column{{rect.max.x - px(ui, 24) - legend, corner.y},
              {rect.max.x - px(ui, 24), rect.max.y - px(ui, 16)}};
  column.min.y = hypermap_legend(ui, bench, column);
  hypermap_walks(ui, bench, column);
  ImGui::SetCursorScreenPos({corner.x + px(ui, 48), corner.y + size.y + px(ui, 26)});
  if (const auto x = axis_choice(ui, "x", bench, axes.x)) choose_x(bench, *x);
}

}  // namespace

void hypermap_view(Ui& ui, Workbench& bench, const Rect& rect) {
  const Panel panel(ui, "hypermap", rect, ui.theme.panel, {24, 12}, ImGuiWindowFlags_NoScrollbar);
  const Scope scope(ui, "hypermap");
  const bool leaves = heading(ui, bench);
  if (const std::string sentence = why_no_hypermap(bench); !sentence.empty()) {
    empty_state(ui, sentence);
  } else {
    choices(ui, *bench.hypermap);
  }
  follow_hypermap(bench);
  if (wanted_hypermap(bench)) map_with_axes(ui, bench, *chosen_axes(bench), rect);
  if (!hypermap_known(bench)) wake_after(ui, 0.03f);
  if (leaves) close_full_view(bench);
}

}  // namespace fogline::gui
