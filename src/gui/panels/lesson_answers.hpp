// SPDX-License-Identifier: MIT
// What a lesson's step asks, and what it claims.
#pragma once

#include "gui/panels/workbench.hpp"
#include "gui/ui.hpp"

namespace fogline::gui {

// The question of the step shown, with its options and what is said to the answer. Nothing where it
// asks nothing.
void question_section(Ui& ui, Workbench& bench);
// What must be true, with what was measured: once the question is answered or
// the end was seen, for they tell.
void claims_section(const Ui& ui, const Workbench& bench);

}  // namespace fogline::gui
