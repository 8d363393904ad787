// SPDX-License-Identifier: MIT
// One step of the selected racer, played in slow parts: gradient, memory, scaling, move.
#pragma once

#include "gui/panels/workbench.hpp"

namespace fogline::gui {

// Begins at the selected racer's playhead, goes on to the next part, and after the last one makes
// the step. Opens the inspector. Nothing where no step follows.
void play_slowly(Workbench& bench);

// The part being played, if it still is one of the selected racer at the playhead; null otherwise.
const SlowStep* shown_slow_step(const Workbench& bench);

}  // namespace fogline::gui
