// SPDX-License-Identifier: MIT
// The win table of a race over many starts, drawn.
#pragma once

#include "gui/panels/fair.hpp"
#include "gui/ui.hpp"

namespace fogline::gui {

// A heading and a row for each racer, as wide as the room.
void win_rows(Ui& ui, const ManyStartsRun& run);
// The share of starts finished, over what was paid by then.
void share_plot(Ui& ui, const ManyStartsRun& run, float height);

}  // namespace fogline::gui
