// SPDX-License-Identifier: MIT
// From the terrain to the curve: which iterate of a path the pointer is next to.
#pragma once

#include <optional>

#include "gui/panels/pane.hpp"
#include "gui/ui.hpp"

namespace fogline::gui {

// The iterate of a visible racer, at or before the playhead, nearest to the pointer's place on the
// terrain, if it is within 14 pixels of the pointer on screen. Of long walks only what is drawn is
// looked at.
std::optional<Ghost> traced_iterate(const Ui& ui, Workbench& bench, const Pane& pane,
                                    ImVec2 pointer);

}  // namespace fogline::gui
