// SPDX-License-Identifier: MIT
// The rules card: all that must be equal, or be known to be unequal, before anybody has won.
#include <algorithm>
#include <cmath>

#include "fogline/engine/rates.hpp"
#include "gui/button.hpp"
#include "gui/controls.hpp"
#include "gui/number.hpp"
#include "gui/panels/knowledge.hpp"
#include "gui/panels/lesson.hpp"
#include "gui/panels/panels.hpp"
#include "gui/popup.hpp"
#include "gui/slider.hpp"
#include "gui/text.hpp"

namespace fogline::gui {
namespace {

constexpr float card_width = 340, label_width = 104;

// Label muted at the left, the rule beside it, on as many lines as it needs.
void rule(const Ui& ui, const char* label, const std::string& text) {
  const FontScope font(ui.fonts.small);
  const float left = ImGui::GetCursorPosX();
  ImGui::PushStyleColor(ImGuiCol_Text, ui.theme.muted);
  ImGui::TextUnformatted(label);
  ImGui::PopStyleColor();
  ImGui::SameLine(left + px(ui, label_width));
  ImGui::PushTextWrapPos(left + px(ui, card_width));
  ImGui::TextUnformatted(text.c_str());
  ImGui::PopTextWrapPos();
}

std::string start_text(const Experiment& e) {
  if (!starts_agree(e)) return "each racer its own";
  const Vec2 x = e.racers.front().start;
  return "the same for all, (" + short_number(rounded(x.x, 3)) + ", " +
         short_number(rounded(x.y, 3)) + ")";
}

std::string budget_text(const Experiment& e) {
  return whole_number(e.budget.amount) +
         (e.budget.unit == Unit::steps ? " steps each; steps are not cost" : " evaluations each");
}

std::string prices_text(const Prices& p) {
  return "value " + short_number(p.value) + ", gradient " + short_number(p.gradient) +
         ", Hessian +" + short_number(p.hessian);
}

// Who is told something else than the landscape.
std::string noise_text(const Experiment& e) {
  std::string text;
  for (const Racer& r : e.racers) {
    const std::string what = r.axes.noise          ? "sigma " + short_number(r.axes.noise->sigma)
                             : r.axes.mini_batches ? "mini-batches"
                                                   : "";
    if (!what.empty()) text += (text.empty() ? "" : ", ") + printable(r.name) + ": " + what;
  }
  return text.empty() ? "none" : text;
}

std::string seed_text(const Experiment& e) {
  const std::string seed = std::to_string(e.seed);
  return is_random(e) ? seed + ", one stream for all" : seed + " (nothing here is random)";
}

std::string tuning_text(const Experiment& e) {
  double cost = 0;
  int tuned = 0;
  for (const Racer& r : e.racers) {
    if (!is_tuned(e, r)) continue;
    cost += r.tuned->cost;
    ++tuned;
  }
  if (tuned == 0) return "nobody is tuned";
  const Tuned& first = *std::find_if(e.racers.begin(), e.racers.end(), [&](const Racer& r) {
                          return is_tuned(e, r);
                        })->tuned;
  return std::to_string(tuned) + " of " + std::to_string(e.racers.size()) + " racers, " +
         std::to_string(first.trials) + " trials from " + std::to_string(first.starts) +
         " starts; it cost " + whole_number(cost) + " evaluations";
}

void finish_slider(Ui& ui, Workbench& bench) {
  Experiment& e = bench.session.experiment;
  const auto line = bench.race.finish_line();
  if (!line || !bench.race.survey().lowest)
    return rule(ui, "Finish line", "none: no minimum of this landscape is known");
  slider(ui, "finish", "finish tolerance, share of the relief", e.finish,
         {.range = {1e-8, 0.1, Scale::log},
          .fallback = Experiment{}.finish,
          .check = [](double v) -> std::optional<std::string> {
            if (v >= 0 && v <= 1) return std::nullopt;
            return "Must be from 0 to 1.";
          }});
  rule(ui, "Finish line",
       "loss " + short_number(*line) + ", " +
           short_number(rounded(e.finish * bench.race.survey().relief, 3)) +
           " above the best known minimum");
}

void tuning_controls(Ui& ui, Workbench& bench) {
  if (const auto& run = bench.fair.tuning) {
    const Tuning& t = run->tuning;
    if (button(ui, "stop_tuning", "Stop tuning")) return stop_tuning(bench);
    ImGui::SameLine();
    ImGui::AlignTextToFramePadding();
    const std::string done = std::to_string(t.walks()) + " of " + std::to_string(t.all_walks());
    ImGui::TextUnformatted((done + " walks").c_str());
    return;
  }
  const TuningPlan& plan = bench.fair.tuning_plan;
  if (button(ui, "tune", "Tune all",
             {.tip = "Every racer tries " + std::to_string(plan.trials) +
                     " settings of its own hyperparameters from " + std::to_string(plan.starts) +
                     " starts, at random and then around the best, and keeps what was best.",
              .enabled = !bench.lesson && !bench.session.experiment.racers.empty()}))
    begin_tuning(bench);
}

void body(Ui& ui, Workbench& bench) {
  Experiment& e = bench.session.experiment;
  ImGui::Dummy({px(ui, card_width), 1});
  section_title(ui, "Rules of this race");
  rule(ui, "Start", start_text(e));
  rule(ui, "Budget", budget_text(e));
  rule(ui, "Prices", prices_text(e.prices));
  rule(ui, "Noise", noise_text(e));
  rule(ui, "Seed", seed_text(e));
  rule(ui, "Learning rates", std::string(word(rates_of(e))));
  rule(ui, "Tuning", tuning_text(e));
  tuning_controls(ui, bench);
  separator(ui);
  if (knows_map(bench))
    finish_slider(ui, bench);
  else
    rule(ui, "Finish line", "known to the map, not to the walkers");
  if (!is_locked(bench, Control::budget)) budget_editor(ui, e);
}

}  // namespace

void rules_button(Ui& ui, Workbench& bench, ImVec2 top) {
  if (bench.session.experiment.racers.empty()) return;
  const ImVec2 after = ImGui::GetCursorScreenPos();
  const float right = top.x + ImGui::GetContentRegionAvail().x, width = px(ui, 64);
  ImGui::SetCursorScreenPos({right - width, top.y - px(ui, 6)});
  if (button(ui, "rules", "Rules",
             {.tip = "What everybody gets: start, budget, prices, noise, tuning", .width = width}))
    open_popup(ui, "rules_card");
  const ImVec2 window = ImGui::GetIO().DisplaySize;
  ImGui::SetNextWindowPos({right, top.y + px(ui, 24)}, ImGuiCond_Always, {1, 0});
  // A scroll bar must not make room for itself by widening what fills the width.
  const float whole = px(ui, card_width + 28 + 12);
  ImGui::SetNextWindowSizeConstraints({whole, 0}, {whole, window.y - top.y - px(ui, 40)});
  {
    Popup popup(ui, "rules_card", {14, 12});
    if (popup) body(ui, bench);
  }
  ImGui::SetCursorScreenPos(after);
}

}  // namespace fogline::gui
