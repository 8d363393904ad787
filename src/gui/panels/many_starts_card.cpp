// SPDX-License-Identifier: MIT
// The card on which a race over many starts is set up, followed and read.
#include <algorithm>
#include <cmath>

#include "gui/button.hpp"
#include "gui/controls.hpp"
#include "gui/number.hpp"
#include "gui/panels/knowledge.hpp"
#include "gui/panels/panels.hpp"
#include "gui/panels/win_rows.hpp"
#include "gui/popup.hpp"
#include "gui/progress.hpp"
#include "gui/slider.hpp"
#include "gui/text.hpp"

namespace fogline::gui {
namespace {

bool close_button(Ui& ui) {
  const float width = px(ui, 76);
  ImGui::SameLine(ImGui::GetContentRegionMax().x - width);
  return button(ui, "close", "Close", {.width = width}) || escape_closes(ui);
}

// How many races the plan means: a lattice is a square.
std::string plan_text(const StartPlan& plan) {
  if (plan.pattern == Pattern::random)
    return "Uniformly at random in the domain; the seed and the number of the start decide.";
  const int side = static_cast<int>(std::sqrt(plan.count));
  return "A lattice of " + std::to_string(side) + " x " + std::to_string(side) +
         " starts. It is no sample, so its rates have no confidence interval.";
}

void plan_controls(Ui& ui, Workbench& bench) {
  StartPlan& plan = bench.fair.plan;
  const Segment patterns[] = {{"random", "Random starts"}, {"lattice", "Lattice"}};
  int chosen = static_cast<int>(plan.pattern);
  if (segmented(ui, "pattern", patterns, chosen)) plan.pattern = static_cast<Pattern>(chosen);
  slider(ui, "count", "number of starts", plan.count,
         {.range = {1, most_starts, Scale::log},
          .fallback = StartPlan{}.count,
          .check = [](double v) -> std::optional<std::string> {
            if (v >= 1 && v <= most_starts) return std::nullopt;
            return "Must be from 1 to " + std::to_string(most_starts) + ".";
          }});
  paragraph(ui.fonts.small, ui.theme.muted, plan_text(plan));
}

std::string progress_text(const ManyStartsRun& run) {
  const std::string all = std::to_string(run.starts) + (run.starts == 1 ? " start" : " starts");
  if (run.work) return std::to_string(run.counted) + " of " + all;
  if (run.counted < run.starts)
    return "Stopped after " + std::to_string(run.counted) + " of " + all;
  return "All racers raced from " + all;
}

void run_controls(Ui& ui, Workbench& bench) {
  const auto& run = bench.fair.run;
  const bool racing = run && run->work;
  if (racing) {
    if (button(ui, "stop", "Stop")) stop_many_starts(bench);
  } else if (button(ui, "start", run ? "Race again" : "Race", {.primary = true})) {
    begin_many_starts(bench);
  }
  if (!run) return;
  words_beside(ui, progress_text(*run));
  progress_line(ui, static_cast<double>(run->counted) / static_cast<double>(run->starts));
}

void results(Ui& ui, const Workbench& bench) {
  const auto& run = bench.fair.run;
  if (!run)
    return paragraph(ui.fonts.small, ui.theme.muted,
                     "Every racer races from each of these places. You see how often each one "
                     "finishes and how sure that is, what it costs, and who beats whom.");
  if (run->table.empty()) return;
  win_rows(ui, *run);
  if (!best_known_loss(run->experiment.landscape))
    return paragraph(ui.fonts.small, ui.theme.muted,
                     "No minimum of this landscape is known, so there is no finish line; pairs "
                     "compare final losses.");
  paragraph(ui.fonts.small, ui.theme.muted,
            "Share of starts finished in %, by what was paid until then. Who does not finish "
            "counts as needing more than the budget.");
  share_plot(ui, *run, std::max(px(ui, 130), ImGui::GetContentRegionAvail().y));
}

void body(Ui& ui, Workbench& bench) {
  ImGui::PushFont(ui.fonts.body_bold);
  ImGui::AlignTextToFramePadding();
  ImGui::TextUnformatted("Race over many starts");
  ImGui::PopFont();
  if (close_button(ui)) {
    bench.fair.open = false;
    return ImGui::CloseCurrentPopup();
  }
  if (!knows_map(bench))
    return paragraph(ui.fonts.small, ui.theme.muted,
                     "Who wins how often is the map's knowledge. Lift the fog first (F).");
  plan_controls(ui, bench);
  run_controls(ui, bench);
  results(ui, bench);
}

}  // namespace

void many_starts_card(Ui& ui, Workbench& bench) {
  if (bench.fair.open && !ImGui::IsPopupOpen(full_path(ui, "many_starts").c_str()))
    open_popup(ui, "many_starts");
  const ImVec2 window = ImGui::GetIO().DisplaySize;
  const ImVec2 size{std::min(px(ui, 860), window.x - px(ui, 32)),
                    std::min(px(ui, bench.fair.run ? 640 : 240), window.y - px(ui, 32))};
  Modal modal(ui, "many_starts", size);
  if (modal && bench.fair.open) body(ui, bench);
}

}  // namespace fogline::gui
