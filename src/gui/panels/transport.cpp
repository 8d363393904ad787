// SPDX-License-Identifier: MIT
// Play, step, the timeline with its events, and how long the race lasts.
#include <algorithm>
#include <array>
#include <cmath>

#include "gui/button.hpp"
#include "gui/controls.hpp"
#include "gui/mark.hpp"
#include "gui/number.hpp"
#include "gui/panels/actions.hpp"
#include "gui/panels/finishing.hpp"
#include "gui/panels/lesson.hpp"
#include "gui/panels/panel.hpp"
#include "gui/panels/panels.hpp"
#include "gui/panels/verdict_pill.hpp"
#include "gui/picker.hpp"
#include "gui/popup.hpp"
#include "gui/slider.hpp"
#include "gui/text.hpp"
#include "gui/track.hpp"

namespace fogline::gui {
namespace {

// How long the whole run takes; the last entry moves by single steps.
struct PaceChoice {
  Option option;
  double seconds = 0;
};
constexpr std::array<PaceChoice, 6> paces{{{{"5s", "5 s"}, 5},
                                           {{"8s", "8 s"}, 8},
                                           {{"10s", "10 s"}, 10},
                                           {{"20s", "20 s"}, 20},
                                           {{"60s", "60 s"}, 60},
                                           {{"single", "single steps"}}}};

void buttons(Ui& ui, Workbench& bench) {
  if (icon_button(ui, "to_start", Icon::to_start, {.tip = tip_of(Action::home)}))
    act(bench, Action::home);
  ImGui::SameLine(0, px(ui, 2));
  if (icon_button(ui, "step_back", Icon::step_back, {.tip = tip_of(Action::step_back)}))
    act(bench, Action::step_back);
  ImGui::SameLine(0, px(ui, 6));
  if (button(ui, "play", bench.playing ? "Pause" : "Play",
             {.tip = tip_of(Action::play_pause),
              .icon = bench.playing ? Icon::pause : Icon::play,
              .primary = true,
              .width = px(ui, 92)}))
    act(bench, Action::play_pause);
  ImGui::SameLine(0, px(ui, 6));
  if (icon_button(ui, "step", Icon::step, {.tip = tip_of(Action::step)})) act(bench, Action::step);
  ImGui::SameLine(0, px(ui, 2));
  if (icon_button(ui, "replay", Icon::replay, {.tip = tip_of(Action::replay)}))
    act(bench, Action::replay);
}

// Where a step of a racer stands on the timeline, in the budget's unit.
double when(const Workbench& bench, std::size_t racer, std::uint32_t step) {
  const Experiment& e = bench.session.experiment;
  return e.budget.unit == Unit::steps ? step : bench.race[racer].cost(step, e.prices);
}

// Restarts of every visible racer; of the selected one also its uphill moves, and its best place so
// far.
void draw_events(const Ui& ui, const Workbench& bench, ImVec2 min, ImVec2 max, double end) {
  const Experiment& e = bench.session.experiment;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const float foot = 0.5f * (min.y + max.y) - px(ui, 4);
  const auto tick = [&](std::size_t racer, std::uint32_t step, float height, float alpha) {
    const float x = track_x(ui, min.x, max.x, when(bench, racer, step) / end);
    const ImU32 color =
        faded(ui.theme.dark ? racer_colour(e.racers[racer].mark) : ui.theme.text, alpha);
    list.AddRectFilled({x - px(ui, 0.75f), foot - px(ui, height)}, {x + px(ui, 0.75f), foot},
                       color);
  };
  for (std::size_t i = 0; i < std::min(e.racers.size(), bench.race.size()); ++i) {
    if (!e.racers[i].visible) continue;
    const std::uint32_t now = bench.race.step_at(i, bench.session.view.playhead);
    bench.race[i].for_each_glimpse(now, [&](const Glimpse& g) {
      if (has(g.event, Event::restart))
        tick(i, g.step, 7, 1);
      else if (i == bench.selected && has(g.event, Event::uphill))
        tick(i, g.step, 3, 0.35f);
    });
    if (i == bench.selected && now > 0) tick(i, bench.race[i].at(now).best_step, 7, 0.8f);
  }
}

// The mark of each racer on a pole where it crossed the finish line. Returns what to say of the one
// under the pointer.
std::string draw_finishes(Ui& ui, const Workbench& bench, ImVec2 min, ImVec2 max, double end) {
  const Experiment& e = bench.session.experiment;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const float foot = 0.5f * (min.y + max.y) - px(ui, 4), top = foot - px(ui, 10);
  std::string says;
  for (auto s = bench.diagnosis.standings.rbegin(); s != bench.diagnosis.standings.rend(); ++s) {
    if (s->racer >= e.racers.size() || !has_finished(bench, *s)) continue;
    const Racer& racer = e.racers[s->racer];
    if (!racer.visible) continue;
    const float x = track_x(ui, min.x, max.x, finished_at(bench, *s->finish) / end);
    list.AddRectFilled({x - px(ui, 0.75f), top}, {x + px(ui, 0.75f), foot}, ui.theme.muted);
    list.AddCircleFilled({x, top}, px(ui, 6.5f), curve_plate, 24);
    draw_mark(list, {x, top}, px(ui, 4), racer.mark);
    ui.registry.note({.path = full_path(ui, "finish/" + std::to_string(s->racer)),
                      .min = {x - px(ui, 6.5f), top - px(ui, 6.5f)},
                      .max = {x + px(ui, 6.5f), foot},
                      .visible = true});
    if (std::abs(ImGui::GetIO().MousePos.x - x) < px(ui, 7))
      says = printable(racer.name) + " is over the finish line: step " +
             std::to_string(s->finish->step) + ", cost " + full_number(s->finish->cost);
  }
  return says;
}

// The glyph of the selected racer's verdict below the step at which it came to be so; not while it
// would have to be found anew in every frame. Returns what to say of it under the pointer.
std::string draw_onset(Ui& ui, Workbench& bench, ImVec2 min, ImVec2 max, double end) {
  if (bench.playing || ImGui::IsMouseDown(0) || !bench.race_known) return "";
  const auto step = verdict_onset(bench);
  if (!step) return "";
  const auto standing =
      std::find_if(bench.diagnosis.standings.begin(), bench.diagnosis.standings.end(),
                   [&](const Standing& s) { return s.racer == bench.selected; });
  const VerdictWord verdict = shown_verdict(bench, standing->judgement);
  const float x = track_x(ui, min.x, max.x, when(bench, bench.selected, *step) / end);
  const float head = 0.5f * (min.y + max.y) + px(ui, 5);
  draw_sign(ui, *ImGui::GetWindowDrawList(), {x - px(ui, 9), head}, verdict.kind);
  ui.registry.note({.path = full_path(ui, "verdict"),
                    .min = {x - px(ui, 9), head},
                    .max = {x + px(ui, 9), head + px(ui, 18)},
                    .visible = true});
  if (std::abs(ImGui::GetIO().MousePos.x - x) > px(ui, 7)) return "";
  return printable(bench.session.experiment.racers[bench.selected].name) + ": " +
         std::string(verdict.word) + " since step " + std::to_string(*step);
}

void timeline(Ui& ui, Workbench& bench, float width) {
  double& playhead = bench.session.view.playhead;
  const double end = end_of_race(bench);
  const TrackDrag drag = track(ui, "timeline", width, playhead / end, playhead);
  draw_events(ui, bench, drag.press.min, drag.press.max, end);
  std::string says = draw_onset(ui, bench, drag.press.min, drag.press.max, end);
  if (const std::string finish = draw_finishes(ui, bench, drag.press.min, drag.press.max, end);
      !finish.empty())
    says = finish;
  if (!says.empty()) tooltip(ui, drag.press, says);
  if (drag.dragging) {
    playhead = bench.session.experiment.budget.unit == Unit::steps ? std::round(drag.fraction * end)
                                                                   : drag.fraction * end;
    bench.playing = false;
  }
  if (drag.cancelled) playhead = ui.drag.old_value;
}

// What an evaluation costs: the standings' cost, and the timeline's where the budget is counted so.
void prices(Ui& ui, Prices& prices) {
  const Scope scope(ui, "prices");
  const Prices usual;
  const auto price = [&](const char* name, const char* label, double& value, double fallback) {
    slider(ui, name, label, value,
           {.range = {0, 5},
            .fallback = fallback,
            .check = [](double v) -> std::optional<std::string> {
              if (v >= 0 && v <= 1e6) return std::nullopt;
              return "Must be from 0 to 1000000.";
            }});
  };
  separator(ui);
  price("value", "price of a value", prices.value, usual.value);
  price("gradient", "price of a gradient with its value", prices.gradient, usual.gradient);
  price("hessian", "price of a Hessian on top of it", prices.hessian, usual.hessian);
}

// "260 of 600 steps"; a click opens the budget: its amount and its unit.
void budget(Ui& ui, Workbench& bench) {
  Budget& b = bench.session.experiment.budget;
  const char* unit = b.unit == Unit::steps ? " steps" : " cost";
  const std::string label = whole_number(std::floor(bench.session.view.playhead)) + " of " +
                            whole_number(b.amount) + unit;
  if (button(ui, "budget", label,
             {.tip = "How long the race lasts",
              .enabled = !is_locked(bench, Control::budget),
              .width = px(ui, 168)}))
    open_popup(ui, "budget_editor");
  ImGui::SetNextWindowPos(
      {ImGui::GetItemRectMin().x - px(ui, 120), ImGui::GetItemRectMin().y - px(ui, 8)},
      ImGuiCond_Always, {0, 1});
  Popup popup(ui, "budget_editor", {14, 12});
  if (!popup) return;
  ImGui::Dummy({px(ui, 260), 1});
  budget_editor(ui, bench.session.experiment);
}

void pace(Ui& ui, Workbench& bench) {
  std::vector<Option> options;
  int chosen = 0;
  for (std::size_t i = 0; i < paces.size(); ++i) {
    options.push_back(paces[i].option);
    const bool single = paces[i].seconds == 0;
    if (bench.pace.single_steps ? single : paces[i].seconds == bench.pace.seconds)
      chosen = static_cast<int>(i);
  }
  if (!choice_button(ui, "pace", options, chosen, px(ui, 130))) return;
  const double seconds = paces[static_cast<std::size_t>(chosen)].seconds;
  bench.pace.single_steps = seconds == 0;
  if (seconds > 0) bench.pace.seconds = seconds;
}

}  // namespace

void budget_editor(Ui& ui, Experiment& experiment) {
  Budget& b = experiment.budget;
  const Segment units[] = {{"steps", "steps"}, {"cost", "evaluations"}};
  int chosen = static_cast<int>(b.unit);
  if (segmented(ui, "unit", units, chosen)) b.unit = static_cast<Unit>(chosen);
  const auto check = [&](double v) -> std::optional<std::string> {
    if (v >= 1 && v <= largest_budget && (b.unit == Unit::cost || v == std::floor(v)))
      return std::nullopt;
    return b.unit == Unit::steps ? "Must be a whole number from 1 to 1000000."
                                 : "Must be from 1 to 1000000.";
  };
  double amount = b.amount;
  slider(ui, "amount",
         b.unit == Unit::steps ? "steps of each racer" : "gradients' worth of evaluations", amount,
         {.range = {10, 10000, Scale::log}, .fallback = Budget{}.amount, .check = check});
  b.amount = b.unit == Unit::steps ? std::round(amount) : amount;
  prices(ui, experiment.prices);
}

void transport(Ui& ui, Workbench& bench, const Rect& rect) {
  const Panel panel(ui, "transport", rect, ui.theme.window, {16, 12},
                    ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse);
  const Scope scope(ui, "transport");
  buttons(ui, bench);
  const float right = px(ui, 168 + 130 + 28);
  ImGui::SameLine(0, px(ui, 16));
  const float top = ImGui::GetCursorPosY();
  ImGui::SetCursorPosY(top + px(ui, 0.5f * (layout::row + 4 - track_height)));
  timeline(ui, bench, std::max(px(ui, 40), ImGui::GetContentRegionAvail().x - right));
  ImGui::SameLine(0, px(ui, 12));
  ImGui::SetCursorPosY(top);
  budget(ui, bench);
  ImGui::SameLine(0, px(ui, 4));
  pace(ui, bench);
}

}  // namespace fogline::gui
