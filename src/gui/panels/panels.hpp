// SPDX-License-Identifier: MIT
// The parts of the window. Each draws itself into its region and edits the workbench's session, or
// wishes.
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "gui/panels/workbench.hpp"
#include "gui/plot.hpp"
#include "gui/ui.hpp"

namespace fogline::gui {

// Where they are, as the window is folded now.
Regions regions_of(const Ui& ui, const Workbench& bench);
void menu_bar(Ui& ui, Workbench& bench, const Rect& rect);
void left_panel(Ui& ui, Workbench& bench, const Rect& rect);
void left_rail(Ui& ui, Workbench& bench, const Rect& rect);
// A lesson in the left panel's place, and before any was begun the pill that offers the first.
void lesson_panel(Ui& ui, Workbench& bench, const Rect& rect);
void lesson_invitation(Ui& ui, Workbench& bench, const Rect& terrain);
void right_panel(Ui& ui, Workbench& bench, const Rect& rect);
// Where a panel is a drawer: a button at its edge that draws it out or pushes it back.
void drawer_handles(Ui& ui, Workbench& bench, const Regions& regions);
void transport(Ui& ui, Workbench& bench, const Rect& rect);
void status_line(Ui& ui, Workbench& bench, const Rect& rect);

// Full views in the terrain's place, while they are open: the laboratory of many dimensions, and
// the map of two hyperparameters.
void laboratory_view(Ui& ui, Workbench& bench, const Rect& rect);
void hypermap_view(Ui& ui, Workbench& bench, const Rect& rect);
// The one that is open, if any.
void full_view(Ui& ui, Workbench& bench, const Rect& rect);

// Sections of the side panels.
void landscape_section(Ui& ui, Workbench& bench);
void view_section(Ui& ui, Workbench& bench);
void racers_section(Ui& ui, Workbench& bench);
// Offers the optimizers; nothing while a lesson keeps the racers.
enum class AddButton { with_words, plus };
void add_racer_button(Ui& ui, Workbench& bench, AddButton look);
void racer_details(Ui& ui, Workbench& bench, std::size_t index);
void standings_section(Ui& ui, Workbench& bench);
// Opens the rules card, from the right end of the line that begins at `top`.
void rules_button(Ui& ui, Workbench& bench, ImVec2 top);
// Budget, its unit, and prices.
void budget_editor(Ui& ui, Experiment& experiment);
// `height`: of the plot, in pixels; 0 where the open inspector leaves it no room.
void curve_section(Ui& ui, Workbench& bench, float height);
// The plot of the curve section alone, `size` in pixels; what is hovered becomes the ghost.
std::optional<PlotHover> curve_plot(Ui& ui, Workbench& bench, ImVec2 size);

// The card that a verdict's chip opens: evidence, and escapes that add a rival. Noted as verdict/.
void verdict_card(Ui& ui, Workbench& bench);

// The race over many starts, in the middle of the window while it is open.
void many_starts_card(Ui& ui, Workbench& bench);
// The file dialog and the question before work is lost.
void dialogs(Ui& ui, Workbench& bench);

// Marks on the track of a learning rate: what the place underfoot bears, and what suits it best.
struct RateMarks {
  std::optional<double> limit, best;
  bool labelled =
      false;  // in a line below the track, which is there whether there are marks or not
  std::optional<double> best_momentum;  // that goes with the best rate
  bool tuned = false;                   // every real param is what tuning found for the racer
};
// At the racer's place at the playhead; labelled where the racer is selected and its rule tells.
RateMarks rate_marks(const Workbench& bench, std::size_t racer);

// After an edit of a racer that had the rate `before`: who has just taken the best rate takes the
// momentum that goes with it, for neither is best without the other.
void take_best_momentum(Racer& racer, std::optional<double> before, const RateMarks& marks);

// A slider, switch or choice for a described param; true when it changed. `marks` are shown where
// it is a learning rate or a momentum.
bool param_row(Ui& ui, const Param& param, double fallback, const RateMarks& marks = {});
// A row for each of the params that now() returns. Each falls back to what it is in a new thing,
// of which fresh() returns the params, after those before it were set as now.
using Params = std::function<std::vector<Param>()>;
void param_rows(Ui& ui, const Params& now, const Params& fresh, const RateMarks& marks = {});

}  // namespace fogline::gui
