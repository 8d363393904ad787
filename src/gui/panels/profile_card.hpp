// SPDX-License-Identifier: MIT
// The profile along a line drawn on the terrain: a card at the lower left of it, with the walkers
// near the line and the lowest pass between the valleys at its ends.
#pragma once

#include <string>

#include "gui/panels/pane.hpp"
#include "gui/ui.hpp"

namespace fogline::gui {

void set_profile(Workbench& bench, bool on);

// A place as an end of the line: the critical point within 10 pixels of it, if any is shown.
Vec2 snapped_end(const Ui& ui, const Workbench& bench, const Pane& pane, Vec2 x);

// While the tool is on; nothing where the terrain is too small.
void profile_card(Ui& ui, Workbench& bench, const Rect& terrain);

// "Along the line 180.7, over the pass 104.0", or why there is no such pass.
std::string barrier_sentence(const Workbench& bench, double highest);

// Where the card is pointed at, on the terrain.
void draw_profile_cursor(const Ui& ui, ImDrawList& list, const Workbench& bench, const Pane& pane,
                         const scene::Ground& ground);

}  // namespace fogline::gui
