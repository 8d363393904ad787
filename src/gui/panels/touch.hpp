// SPDX-License-Identifier: MIT
// Gestures on the terrain: place, drag, orbit, pan, zoom, hover.
#pragma once

#include <vector>

#include "gui/panels/pane.hpp"
#include "gui/ui.hpp"

namespace fogline::gui {

// Reads the pointer where no panel has it. Edits starts and camera.
void touch_terrain(Ui& ui, Workbench& bench, const std::vector<Pane>& panes);

}  // namespace fogline::gui
