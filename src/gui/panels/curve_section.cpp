// SPDX-License-Identifier: MIT
// The curves of all racers: one quantity at a time over steps or cost, linked with the terrain.
#include <algorithm>
#include <cmath>

#include "gui/button.hpp"
#include "gui/controls.hpp"
#include "gui/panels/actions.hpp"
#include "gui/panels/knowledge.hpp"
#include "gui/panels/panels.hpp"
#include "gui/picker.hpp"
#include "gui/plot.hpp"
#include "gui/popup.hpp"

namespace fogline::gui {
namespace {

constexpr double least_gap = 1e-16;  // smaller ones are drawn there on a log scale

bool is_known(const Workbench& bench) {
  return knows_map(bench) && bench.race.survey().lowest.has_value();
}

// What is offered: the gap is the loss on a log scale, and what only the map knows stays hidden in
// fog.
std::vector<CurveInfo> offered(const Workbench& bench) {
  std::vector<CurveInfo> all;
  for (const CurveInfo& q : quantities())
    if (q.quantity != CurveOf::gap && (!q.of_map || is_known(bench))) all.push_back(q);
  return all;
}

// What is drawn on a log scale: of the loss what lies above the best known minimum, where that may
// be known.
CurveOf drawn_on_log(const Workbench& bench) {
  const CurveOf wanted = bench.curve.quantity;
  if (info(wanted).of_map && !is_known(bench)) return CurveOf::loss;
  return wanted == CurveOf::loss && is_known(bench) ? CurveOf::gap : wanted;
}

CurveOf drawn(const Workbench& bench) {
  const CurveOf on_log = drawn_on_log(bench);
  return on_log == CurveOf::gap && bench.curve.scale != AxisScale::log ? CurveOf::loss : on_log;
}

Unit over(const Workbench& bench) {
  return bench.curve.over.value_or(bench.session.experiment.budget.unit);
}

// The curves of the race as it is, made anew where another quantity is drawn; null until it is
// known.
const MadeCurves* curves(Workbench& bench) {
  if (!bench.race_known) return nullptr;
  auto& made = bench.curve.made;
  const Experiment& e = bench.session.experiment;
  const CurveOf quantity = drawn(bench);
  if (made && made->quantity == quantity && made->over == over(bench)) return &*made;
  made = MadeCurves{.quantity = quantity, .over = over(bench)};
  for (std::size_t i = 0; i < bench.race.size(); ++i) {
    Curve& c =
        made->of.emplace_back(curve(bench.race[i], quantity, bench.race.step_at(i, e.budget.amount),
                                    made->over, e.prices, bench.race.survey()));
    if (quantity == CurveOf::gap)
      for (double& y : c.y) y = std::max(y, least_gap);
  }
  return &*made;
}

// Where a racer stands on the plot's axis.
double playhead(const Workbench& bench, std::size_t racer, Unit unit) {
  const Experiment& e = bench.session.experiment;
  const std::uint32_t step = bench.race.step_at(racer, bench.session.view.playhead);
  if (unit == Unit::steps) return step;
  return bench.race[racer].cost(step, e.prices);
}

struct Shown {
  std::vector<Series> series;
  std::vector<std::size_t> racers;  // whose series they are
  double x_high = 1;
};

Shown shown_series(const Workbench& bench, const MadeCurves& made) {
  Shown shown;
  const auto& racers = bench.session.experiment.racers;
  for (std::size_t i = 0; i < std::min(made.of.size(), racers.size()); ++i) {
    const Curve& c = made.of[i];
    if (c.step.empty()) continue;
    shown.x_high = std::max(shown.x_high, c.along.back());
    if (!racers[i].visible) continue;
    shown.racers.push_back(i);
    shown.series.push_back({.y = c.y,
                            .x = c.along,
                            .mark = racers[i].mark,
                            .playhead = playhead(bench, i, made.over)});
  }
  if (made.over == bench.session.experiment.budget.unit) shown.x_high = end_of_race(bench);
  return shown;
}

// The finish line, where the map may be known and losses are drawn.
std::optional<PlotLevel> finish(const Workbench& bench, CurveOf quantity) {
  const Survey& map = bench.race.survey();
  if (!knows_map(bench) || !map.lowest) return std::nullopt;
  const double above = bench.session.experiment.finish * map.relief;
  if (quantity == CurveOf::gap) return PlotLevel{above, "finish"};
  if (quantity == CurveOf::loss) return PlotLevel{*map.lowest + above, "finish"};
  return std::nullopt;
}

// The iterate next to the pointer on the terrain, as a point of a curve.
std::optional<PlotPoint> traced(const Workbench& bench, const MadeCurves& made,
                                const Shown& shown) {
  const Ghost* trace = shown_trace(bench);
  if (trace == nullptr) return std::nullopt;
  const auto at = std::ranges::find(shown.racers, trace->racer);
  if (at == shown.racers.end()) return std::nullopt;
  const auto& steps = made.of[trace->racer].step;
  const auto step = std::ranges::lower_bound(steps, trace->step);
  if (step == steps.end()) return std::nullopt;
  return PlotPoint{static_cast<std::size_t>(at - shown.racers.begin()),
                   static_cast<std::size_t>(step - steps.begin())};
}

std::string title(CurveOf quantity) {
  return quantity == CurveOf::gap ? "Loss above the best known" : std::string(info(quantity).name);
}

void quantity_button(Ui& ui, Workbench& bench, float width) {
  const std::vector<CurveInfo> all = offered(bench);
  std::vector<Option> options;
  int chosen = 0;
  for (const CurveInfo& q : all) {
    if (q.quantity == bench.curve.quantity) chosen = static_cast<int>(options.size());
    options.push_back({.name = q.id, .label = q.name});
  }
  if (!choice_button(ui, "quantity", options, chosen, width)) return;
  bench.curve.quantity = all[static_cast<std::size_t>(chosen)].quantity;
  bench.curve.zoom = {};
}

// What is counted along.
void over_choice(Ui& ui, Workbench& bench) {
  const Segment units[] = {{"steps", "Over steps"},
                           {"cost", "Over cost", true, "Evaluations at their price"}};
  int unit = static_cast<int>(over(bench));
  if (!segmented(ui, "over", units, unit)) return;
  bench.curve.over = static_cast<Unit>(unit);
  bench.curve.zoom = {};
}

void more_menu(Ui& ui, Workbench& bench) {
  if (icon_button(ui, "more", Icon::dots, {.tip = "Over steps or cost; save the curves"}))
    open_popup(ui, "menu");
  Popup popup(ui, "menu");
  if (!popup) return;
  over_choice(ui, bench);
  separator(ui);
  const float width = px(ui, 220);
  if (popup_line(ui, "table", "Save as CSV\u2026", "", width))
    ask_for_file(bench, Wish::Kind::curve_table);
  if (popup_line(ui, "picture", "Save as PNG\u2026", "", width))
    ask_for_file(bench, Wish::Kind::curve_picture);
}

// Of the curves and the inspector only one is drawn out where both find no room.
void flip_open(Workbench& bench, bool shown, bool crowded_out) {
  bench.curve.open = !shown;
  if (crowded_out) bench.inspection.open = false;
}

// What is drawn, and how to keep it. `crowded_out`: by the inspector.
void head(Ui& ui, Workbench& bench, bool crowded_out) {
  CurveView& view = bench.curve;
  const bool shown = view.open && !crowded_out;
  if (icon_button(ui, "open", shown ? Icon::chevron_down : Icon::chevron_right,
                  {.tip = shown ? "Fold the curves" : "Show the curves"}))
    flip_open(bench, shown, crowded_out);
  ImGui::SameLine(0, 0);
  const float buttons = px(ui, 32) * (view.zoom == PlotZoom{} ? 1.f : 2.f);
  const float right = ImGui::GetCursorPosX() + ImGui::GetContentRegionAvail().x;
  quantity_button(ui, bench, ImGui::GetContentRegionAvail().x - buttons);
  ImGui::SameLine();
  ImGui::SetCursorPosX(right - buttons);
  if (!(view.zoom == PlotZoom{})) {
    if (icon_button(ui, "whole", Icon::replay, {.tip = "Show the whole again (0)"})) view.zoom = {};
    ImGui::SameLine(0, px(ui, 4));
  }
  more_menu(ui, bench);
}

void scales(Ui& ui, Workbench& bench) {
  CurveView& view = bench.curve;
  const FontScope font(ui.fonts.small);
  const bool gap = drawn_on_log(bench) == CurveOf::gap;
  const Segment scales[] = {
      {"linear", "Linear"},
      gap ? Segment{"gap", "Log gap", true, "Logarithm of the loss above the best known minimum"}
          : Segment{"log", "Log", true, "Logarithm, where all values are above 0"},
      {"symlog", "\u00b1Log", true,
       "Symmetric logarithm: linear around 0, logarithmic in both directions beyond"}};
  int scale = static_cast<int>(view.scale);
  if (segmented(ui, "scale", scales, scale)) {
    view.scale = static_cast<AxisScale>(scale);
    view.zoom = {};
  }
}

// What the axis says of itself where it is not what was asked for.
std::string caption(const Workbench& bench, CurveOf quantity, const Axis& axis) {
  std::string text = title(quantity);
  if (axis.scale == AxisScale::log) text += ", log";
  if (axis.scale == AxisScale::symlog) text += ", symmetric log";
  if (quantity == CurveOf::loss && bench.curve.scale == AxisScale::log && !knows_map(bench))
    text += " (the gap is hidden)";
  return text;
}

// Fitted to the whole race, so that it stands still; in fog to what has been walked.
Axis axis_of(const Workbench& bench, const Shown& shown, AxisScale scale) {
  std::vector<double> values;
  for (const Series& s : shown.series)
    for (std::size_t i = 0; i < s.y.size(); ++i)
      if (knows_map(bench) || s.x[i] <= s.playhead) values.push_back(s.y[i]);
  return fitted_axis(values, scale);
}

}  // namespace

std::optional<PlotHover> curve_plot(Ui& ui, Workbench& bench, ImVec2 size) {
  const MadeCurves* made = curves(bench);
  const Shown shown = made != nullptr ? shown_series(bench, *made) : Shown{};
  const CurveOf quantity = drawn(bench);
  const Axis axis = axis_of(bench, shown, bench.curve.scale);
  const bool none = bench.race_known && shown.series.empty() && bench.race.size() > 0;
  const std::string caption_text = caption(bench, quantity, axis);
  const PlotSpec spec{.series = shown.series,
                      .y_axis = axis,
                      .x_high = shown.x_high,
                      .playhead = bench.session.view.playhead,
                      .size = size,
                      .x_unit = over(bench) == Unit::steps ? "steps" : "cost",
                      .title = caption_text,
                      .zoom = &bench.curve.zoom,
                      .level = finish(bench, quantity),
                      .pointed = made != nullptr ? traced(bench, *made, shown) : std::nullopt,
                      .empty = none                   ? "No racer shown here has one."
                               : shown.series.empty() ? "Add a racer to see its curve."
                                                      : "Press Space to see the curves."};
  const auto hover = plot(ui, "plot", spec);
  bench.ghost.reset();
  if (hover && made != nullptr) {
    const std::size_t racer = shown.racers[hover->series];
    bench.ghost = Ghost{racer, made->of[racer].step[hover->index]};
  }
  return hover;
}

void curve_section(Ui& ui, Workbench& bench, float height) {
  const Scope scope(ui, "curve");
  bench.curve.pointed = false;
  const bool crowded_out = height <= 0;
  head(ui, bench, crowded_out);
  if (!bench.curve.open || crowded_out) return bench.ghost.reset();
  scales(ui, bench);
  curve_plot(ui, bench, {ImGui::GetContentRegionAvail().x, height});
  bench.curve.pointed = ImGui::IsItemHovered();
}

}  // namespace fogline::gui
