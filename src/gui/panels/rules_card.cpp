// SPDX-License-Identifier: MIT
// The rules card: all that must be equal, or be known to be unequal, before anybody has won.
#include <algorithm>

#include "gui/button.hpp"
#include "gui/controls.hpp"
#include "gui/number.hpp"
#include "gui/panels/knowledge.hpp"
#include "gui/panels/lesson.hpp"
#include "gui/panels/panels.hpp"
#include "gui/panels/rules_text.hpp"
#include "gui/popup.hpp"
#include "gui/progress.hpp"
#include "gui/slider.hpp"
#include "gui/text.hpp"

namespace fogline::gui {
namespace {

constexpr float card_width = 340, label_width = 104;
constexpr int most_trials = 1000, most_tuning_starts = 100, most_seed = 1'000'000'000;

// Label muted at the left, the rule beside it, on as many lines as it needs.
void rule(const Ui& ui, const char* label, const std::string& text) {
  const FontScope font(ui.fonts.small);
  const float left = ImGui::GetCursorPosX();
  ImGui::PushStyleColor(ImGuiCol_Text, ui.theme.muted);
  ImGui::TextUnformatted(label);
  ImGui::PopStyleColor();
  ImGui::SameLine(left + px(ui, label_width));
  paragraph(ui.fonts.small, ui.theme.text, text, px(ui, card_width - label_width));
}

// Sliders for whole numbers from 1 on.
void whole_slider(Ui& ui, const char* name, const char* label, int& value, int fallback, int most) {
  slider(ui, name, label, value,
         {.range = {1, static_cast<double>(most), Scale::log},
          .fallback = static_cast<double>(fallback),
          .check = [most](double v) -> std::optional<std::string> {
            if (v >= 1 && v <= most) return std::nullopt;
            return "Must be from 1 to " + std::to_string(most) + ".";
          }});
}

void seed_slider(Ui& ui, Experiment& e) {
  if (e.seed > most_seed) return;  // from a file: too long for a slider, and stated above
  int seed = static_cast<int>(e.seed);
  const auto edit = slider(
      ui, "seed", "seed of all chance", seed,
      {.range = {0, 100},
       .fallback = static_cast<double>(Experiment{}.seed),
       .help = "Noise, random methods and random starts are drawn from it: the same seed, the same "
               "race.",
       .check = [](double v) -> std::optional<std::string> {
         if (v >= 0 && v <= most_seed) return std::nullopt;
         return "Must be from 0 to " + std::to_string(most_seed) + ".";
       }});
  if (edit.changed) e.seed = static_cast<std::uint64_t>(seed);
}

void finish_slider(Ui& ui, Experiment& e) {
  slider(ui, "finish", "finish tolerance, share of the relief", e.finish,
         {.range = {1e-8, 0.1, Scale::log},
          .fallback = Experiment{}.finish,
          .check = [](double v) -> std::optional<std::string> {
            if (v >= 0 && v <= 1) return std::nullopt;
            return "Must be from 0 to 1.";
          }});
}

std::string tuning_price(const Workbench& bench) {
  const TuningPlan& plan = bench.fair.tuning_plan;
  const double walks =
      static_cast<double>(bench.session.experiment.racers.size()) * plan.trials * plan.starts;
  return "at most " + whole_number(walks) + " walks";
}

void tuning_under_way(Ui& ui, Workbench& bench) {
  const Tuning& t = bench.fair.tuning->tuning;
  const auto walks = static_cast<double>(t.walks()), all = static_cast<double>(t.all_walks());
  const std::string done = whole_number(walks) + " of " + whole_number(all) + " walks";
  if (button(ui, "stop_tuning", "Stop tuning",
             {.tip = "Nobody is changed before all have had their budget."}))
    return stop_tuning(bench);
  words_beside(ui, done);
  progress_line(ui, walks / all);
}

void tuning_controls(Ui& ui, Workbench& bench) {
  section_title(ui, "Tuning");
  if (bench.fair.tuning) return tuning_under_way(ui, bench);
  TuningPlan& plan = bench.fair.tuning_plan;
  whole_slider(ui, "trials", "settings that each racer tries", plan.trials, TuningPlan{}.trials,
               most_trials);
  whole_slider(ui, "tuning_starts", "starts that each is tried from", plan.starts,
               TuningPlan{}.starts, most_tuning_starts);
  if (button(ui, "tune", "Tune all",
             {.tip = "Every racer tries so many settings of its own hyperparameters, at random and "
                     "then around the best, and keeps what was best for it. The starts are none of "
                     "those of a race over many starts.",
              .primary = true,
              .enabled = !bench.lesson && !bench.session.experiment.racers.empty()}))
    begin_tuning(bench);
  words_beside(ui, tuning_price(bench));
}

void statement(const Ui& ui, const Workbench& bench) {
  section_title(ui, "Rules of this race");
  for (const Rule& r : rules_of(bench.session.experiment)) rule(ui, r.label, r.text);
  rule(ui, "Finish line",
       knows_map(bench) ? finish_text(bench.session.experiment, bench.race)
                        : "known to the map, not to the walkers");
}

void body(Ui& ui, Workbench& bench) {
  Experiment& e = bench.session.experiment;
  ImGui::Dummy({px(ui, card_width), 1});
  statement(ui, bench);
  separator(ui);
  tuning_controls(ui, bench);
  separator(ui);
  section_title(ui, "Change the rules");
  if (!is_locked(bench, Control::seed)) seed_slider(ui, e);
  if (is_locked(bench, Control::budget)) return;
  if (knows_map(bench) && bench.race.finish_line()) finish_slider(ui, e);
  budget_editor(ui, e);
}

}  // namespace

void rules_button(Ui& ui, Workbench& bench, ImVec2 top) {
  if (bench.session.experiment.racers.empty()) return;
  const ImVec2 after = ImGui::GetCursorScreenPos();
  // The word ends where the column of numbers does, on the title's line.
  const float right = top.x + ImGui::GetContentRegionAvail().x, width = px(ui, 64);
  ImGui::SetCursorScreenPos({right - width + px(ui, 12), top.y - px(ui, 4)});
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
