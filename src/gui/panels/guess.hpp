// SPDX-License-Identifier: MIT
// Guess mode: before the run up to six people put flags where they think that each racer will end;
// after it the distances are told.
#pragma once

#include <optional>

#include "gui/panels/pane.hpp"
#include "gui/ui.hpp"

namespace fogline::gui {

// Begins with no flags and the playhead at the start, or ends.
void toggle_guessing(Workbench& bench);
// Whether flags may be placed and moved: before the run, not during it.
bool takes_flags(const Workbench& bench);
// Puts the flag of whose turn it is for the selected racer, and passes the turn to the next who
// has none for it.
void place_flag(Workbench& bench, Vec2 at);
const Flag* flag_of(const Workbench& bench, int guesser, std::size_t racer);
// Once a frame: tells the distances when the run has been shown to its end.
void score_when_shown(Workbench& bench);

// From a flag to where its racer has ended, in domain units; nothing before the scores are told.
std::optional<double> distance_to_end(const Workbench& bench, const Flag& flag);
// Whose flag is nearest to the racer's end; the first of equals.
std::optional<int> closest(const Workbench& bench, std::size_t racer);

// "A".
char letter(int guesser);

// The card over the terrain: whose turn it is, then the table of distances.
void guess_card(Ui& ui, Workbench& bench, const Rect& terrain);
// The flags on one picture of the terrain, and, once scored, a line from each to where it should
// be.
void draw_flags(Ui& ui, ImDrawList& list, const Workbench& bench, const Pane& pane,
                const scene::Ground& ground);
// Where a flag is taken: the middle of its pennant, above its foot.
ImVec2 pennant_of(const Ui& ui, ImVec2 foot);

}  // namespace fogline::gui
