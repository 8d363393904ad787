// SPDX-License-Identifier: MIT
// Which numbers there are, what they are called and what they mean.
#include "gui/panels/evidence_table.hpp"

#include <string>
#include <vector>

#include "gui/number.hpp"
#include "gui/press.hpp"
#include "gui/text.hpp"

namespace fogline::gui {
namespace {

struct Row {
  std::string_view name, label, means;
  std::string shown, exact;
};

class Rows {
 public:
  void add(std::string_view name, std::string_view label, const std::optional<double>& value,
           std::string_view means) {
    if (value) all.push_back({name, label, means, short_number(*value), full_number(*value)});
  }
  std::vector<Row> all;
};

void add_ground(const Evidence& e, Rows& rows) {
  rows.add("slope", "slope", e.slope, "Length of the gradient of what the racer descends.");
  rows.add(
      "newton_step", "Newton step", e.newton_step,
      "How far away the nearest critical point seems, by slope and curvature: || |H|^-1 g ||.");
  if (e.curvature && !e.cusp) {
    rows.add("curvature_low", "curvature, least", e.curvature->low,
             "Smallest eigenvalue of the Hessian: below 0 this direction goes down.");
    rows.add("curvature_high", "curvature, most", e.curvature->high,
             "Largest eigenvalue of the Hessian: it limits the learning rate.");
  }
  rows.add("condition", "condition", e.condition,
           "Largest over smallest curvature: how much longer than wide the valley is, squared.");
}

void add_motion(const Evidence& e, Rows& rows) {
  if (e.window > 0)
    rows.add("displacement", "moved lately", e.displacement,
             "Farthest of the last iterates from the last one.");
  rows.add("hover", "hovers within", e.hover, "Radius of its ups and downs around one place.");
  rows.add("temperature", "temperature", e.temperature,
           "Of the method: uphill moves of this size are likely.");
  rows.add("barrier", "barrier", e.barrier,
           "Height of the lowest ridge around this valley above its bottom.");
}

void add_rates(const Evidence& e, Rows& rows) {
  rows.add("rate", "learning rate", e.rate, "With the schedule's factor.");
  rows.add("rate_limit", "stable below", e.rate_limit,
           "Largest learning rate that does not swing ever wider at the curvature here.");
  rows.add("best_rate", "best here", e.best_rate,
           "Learning rate that comes nearest per step at the curvatures here.");
  rows.add("best_momentum", "best momentum", e.best_momentum, "That goes with it.");
}

void add_map(const Evidence& e, Rows& rows) {
  rows.add("gap", "above the best", e.gap, "Loss above the best known minimum.");
  rows.add("nearest_distance", "to the nearest", e.nearest_distance,
           "Distance to the nearest known global minimum.");
  rows.add("shift", "shift", e.shift,
           "Of the minimum of what it descends from that of the landscape.");
}

void add_shares(const Evidence& e, Rows& rows) {
  if (!e.shares) return;
  rows.add("copies", "copies", e.shares->copies, "Of the ensemble.");
  rows.add("valleys", "valleys", static_cast<double>(e.shares->valleys.size()),
           "In which copies ended.");
  rows.add("spread", "spread", e.shares->spread, "Largest distance between two ends.");
}

void draw(Ui& ui, const Row& row, float width) {
  const ImFont* font = ui.fonts.small;
  const float height = px(ui, 20);
  const Press press = press_area(ui, row.name, {width, height}, {.focusable = false});
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const float top = line_top(font, press.min.y, height), value = text_width(font, row.shown);
  put_text(list, font, {press.min.x, top}, ui.theme.muted,
           elided(font, row.label, width - value - px(ui, 6)));
  put_text(list, font, {press.max.x - value, top}, ui.theme.text, row.shown);
  if (press.right_clicked) ImGui::SetClipboardText(row.exact.c_str());
  tooltip(ui, press, std::string(row.means) + "\n" + row.exact + "\nRight click copies it.");
}

}  // namespace

void evidence_table(Ui& ui, const Evidence& e, bool map) {
  Rows rows;
  add_ground(e, rows);
  add_motion(e, rows);
  add_rates(e, rows);
  if (map) add_map(e, rows);
  if (map) add_shares(e, rows);
  const Scope scope(ui, "evidence");
  const float between = px(ui, 20), width = 0.5f * (ImGui::GetContentRegionAvail().x - between);
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {between, 0});
  for (std::size_t i = 0; i < rows.all.size(); ++i) {
    if (i % 2 == 1) ImGui::SameLine();
    draw(ui, rows.all[i], width);
  }
  ImGui::PopStyleVar();
}

}  // namespace fogline::gui
