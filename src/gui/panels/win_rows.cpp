// SPDX-License-Identifier: MIT
// Rates with their intervals, medians and pairs; and how the finishes spread over the cost.
#include "gui/panels/win_rows.hpp"

#include <algorithm>
#include <cmath>

#include "gui/mark.hpp"
#include "gui/number.hpp"
#include "gui/plot.hpp"
#include "gui/press.hpp"
#include "gui/text.hpp"

namespace fogline::gui {
namespace {

// Right edges of the columns of text, and both of the bar, from the left edge.
struct WinColumns {
  float mark, name, finished, bar, bar_end, rate, interval, median, pairs;
};

WinColumns columns(const Ui& ui, float width) {
  const float pairs = px(ui, 150), median = px(ui, 96), interval = px(ui, 86), rate = px(ui, 60),
              bar = px(ui, 104);
  const float bar_end = width - pairs - median - interval - rate;
  return {px(ui, 11), px(ui, 30),     bar_end - bar - px(ui, 12), bar_end - bar,
          bar_end,    bar_end + rate, bar_end + rate + interval,  width - pairs,
          width};
}

void right_aligned(const Ui& ui, float right, float top, ImU32 color, std::string_view text) {
  put_text(*ImGui::GetWindowDrawList(), ui.fonts.small,
           {right - text_width(ui.fonts.small, text), top}, color, text);
}

void heading(const Ui& ui) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const WinColumns c = columns(ui, ImGui::GetContentRegionAvail().x);
  right_aligned(ui, at.x + c.finished, at.y, ui.theme.muted, "finished");
  right_aligned(ui, at.x + c.rate, at.y, ui.theme.muted, "rate, %");
  right_aligned(ui, at.x + c.interval, at.y, ui.theme.muted, "95 % interval");
  right_aligned(ui, at.x + c.median, at.y, ui.theme.muted, "median cost");
  right_aligned(ui, at.x + c.pairs, at.y, ui.theme.muted, "won\u2013tied\u2013lost");
  ImGui::Dummy({1, px(ui, 18)});
}

std::string percent(double share) { return short_number(rounded(100 * share, 3)); }

// A lattice is no sample.
std::string interval_text(const WinRow& row) {
  if (!row.rate_likely) return "\u2013";
  return percent(row.rate_likely->low) + "\u2013" + percent(row.rate_likely->high);
}

// The rate as a bar, its interval as whiskers; a lattice has none.
void draw_rate(const Ui& ui, ImVec2 min, ImVec2 max, const WinRow& row, ImU32 color) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const auto at = [&](double share) { return min.x + static_cast<float>(share) * (max.x - min.x); };
  list.AddRectFilled(min, max, ui.theme.line, px(ui, 2));
  if (row.finished > 0) list.AddRectFilled(min, {at(row.rate()), max.y}, color, px(ui, 2));
  if (!row.rate_likely) return;
  const float low = at(row.rate_likely->low), high = at(row.rate_likely->high);
  const float middle = 0.5f * (min.y + max.y), reach = px(ui, 7);
  list.AddLine({low, middle}, {high, middle}, ui.theme.text, px(ui, 2));
  for (const float x : {low, high})
    list.AddLine({x, middle - reach}, {x, middle + reach}, ui.theme.text, px(ui, 2));
}

std::string details(const Racer& racer, const WinRow& row) {
  return printable(racer.name) + "\nFinished from " + std::to_string(row.finished) + " of " +
         std::to_string(row.starts) + " starts, lost from " + std::to_string(row.lost) +
         "\nNobody ahead of it from " + std::to_string(row.ahead) + "\nIn pairs won " +
         std::to_string(row.wins) + ", tied " + std::to_string(row.ties) + ", lost " +
         std::to_string(row.losses) +
         "\nA pair goes to who finishes for less; of two that do not finish, to the lower loss "
         "where the difference exceeds the finish tolerance.";
}

// "96 of 200".
std::string finished_text(const WinRow& row) {
  return std::to_string(row.finished) + " of " + std::to_string(row.starts);
}

// What depends on a finish line: dashes where there is none.
void draw_finishes(const Ui& ui, const WinColumns& c, ImVec2 at, const WinRow& row, bool line) {
  const float height = px(ui, layout::row), middle = at.y + 0.5f * height;
  const float top = line_top(ui.fonts.small, at.y, height);
  const std::string none = "\u2013";
  right_aligned(ui, at.x + c.finished, top, ui.theme.text, line ? finished_text(row) : none);
  if (line)
    draw_rate(ui, {at.x + c.bar, middle - px(ui, 4)}, {at.x + c.bar_end, middle + px(ui, 4)}, row,
              ui.theme.muted);
  right_aligned(ui, at.x + c.rate, top, ui.theme.text, line ? percent(row.rate()) : none);
  right_aligned(ui, at.x + c.interval, top, ui.theme.muted, line ? interval_text(row) : none);
  right_aligned(ui, at.x + c.median, top, ui.theme.text,
                line && row.median_cost ? short_number(*row.median_cost) : none);
}

void draw_row(Ui& ui, const Racer& racer, const WinRow& row, bool line) {
  const float height = px(ui, layout::row);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const WinColumns c = columns(ui, ImGui::GetContentRegionAvail().x);
  const Press press =
      press_area(ui, std::to_string(row.racer), {c.pairs, height}, {.focusable = false});
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const float top = line_top(ui.fonts.small, at.y, height), middle = at.y + 0.5f * height;
  draw_table_mark(ui, list, {at.x + c.mark, middle}, racer.mark);
  const float taken = line ? text_width(ui.fonts.small, finished_text(row)) : px(ui, 16);
  const float room = c.finished - taken - px(ui, 8) - c.name;
  put_text(list, ui.fonts.small, {at.x + c.name, top}, ui.theme.text,
           elided(ui.fonts.small, printable(racer.name), room));
  draw_finishes(ui, c, at, row, line);
  right_aligned(ui, at.x + c.pairs, top, ui.theme.text,
                std::to_string(row.wins) + "\u2013" + std::to_string(row.ties) + "\u2013" +
                    std::to_string(row.losses));
  tooltip(ui, press, details(racer, row));
}

// Corners of the stairs that the share climbs.
struct Stairs {
  std::vector<double> x, y;
};

Stairs stairs_of(const WinRow& row, double end) {
  Stairs s{{0}, {0}};
  const auto corner = [&](double x, double y) {
    s.x.push_back(x);
    s.y.push_back(y);
  };
  for (std::size_t i = 0; i < row.costs.size(); ++i) {
    corner(row.costs[i], s.y.back());
    corner(row.costs[i], 100.0 * static_cast<double>(i + 1) / row.starts);
  }
  corner(end, s.y.back());
  return s;
}

}  // namespace

void win_rows(Ui& ui, const ManyStartsRun& run) {
  const Scope scope(ui, "table");
  heading(ui);
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, px(ui, 2)});
  const bool line = best_known_loss(run.experiment.landscape).has_value();
  for (const WinRow& row : run.table) draw_row(ui, run.experiment.racers[row.racer], row, line);
  ImGui::PopStyleVar();
}

void share_plot(Ui& ui, const ManyStartsRun& run, float height) {
  std::vector<Stairs> stairs;
  for (const WinRow& row : run.table) stairs.push_back(stairs_of(row, run.budget));
  std::vector<Series> series;
  for (std::size_t i = 0; i < stairs.size(); ++i)
    series.push_back({.y = stairs[i].y, .x = stairs[i].x, .mark = run.experiment.racers[i].mark});
  plot(ui, "shares",
       {.series = series,
        .y_axis = Axis{AxisScale::linear, 0, 100},
        .x_high = std::max(run.budget, 1.0),
        .playhead = std::max(run.budget, 1.0),
        .size = {ImGui::GetContentRegionAvail().x, height},
        .x_unit = "cost",
        .empty = "Nothing has come in yet."});
}

}  // namespace fogline::gui
