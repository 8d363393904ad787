// SPDX-License-Identifier: MIT
// The parts of the window. Each draws itself into its region and edits the workbench's session, or
// wishes.
#pragma once

#include <functional>
#include <vector>

#include "gui/panels/workbench.hpp"
#include "gui/ui.hpp"

namespace fogline::gui {

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

// Sections of the side panels.
void landscape_section(Ui& ui, Workbench& bench);
void view_section(Ui& ui, Workbench& bench);
void racers_section(Ui& ui, Workbench& bench);
void racer_details(Ui& ui, Workbench& bench, std::size_t index);
void standings_section(Ui& ui, Workbench& bench);
void curve_section(Ui& ui, Workbench& bench, float height);

// The file dialog and the question before work is lost.
void dialogs(Ui& ui, Workbench& bench);

// A slider, switch or choice for a described param; true when it changed.
bool param_row(Ui& ui, const Param& param, double fallback);
// A row for each of the params that now() returns. Each falls back to what it is in a new thing,
// of which fresh() returns the params, after those before it were set as now.
using Params = std::function<std::vector<Param>()>;
void param_rows(Ui& ui, const Params& now, const Params& fresh);

}  // namespace fogline::gui
