// SPDX-License-Identifier: MIT
// The inspector: why the selected racer's next step is the one it is.
#pragma once

#include "gui/panels/pane.hpp"
#include "gui/ui.hpp"

namespace fogline::gui {

// Below the curve: a fold, and while it is open the step with its numbers and the ground along it.
void inspector_section(Ui& ui, Workbench& bench);

// The step that the selected racer makes next at the playhead; null where none follows, or nobody
// is selected.
const StepParts* inspected_step(Workbench& bench);

// The same as text, for the clipboard: every number in full.
std::string inspected_text(Workbench& bench);

// The true loss along the step and the quadratic model of it, `height` in pixels.
void local_picture(Ui& ui, const StepParts& parts, const Evaluator& f, int mark, float height);

// While the inspector is open: slope, velocity, the step and its end on the terrain, all at once or
// the part that is being played slowly.
void draw_step_arrows(const Ui& ui, ImDrawList& list, Workbench& bench, const Pane& pane,
                      const scene::Ground& ground);

}  // namespace fogline::gui
