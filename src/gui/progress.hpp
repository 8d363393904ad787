// SPDX-License-Identifier: MIT
// How far long work has come: a line as wide as the room.
#pragma once

#include "gui/ui.hpp"

namespace fogline::gui {

// `share` in 0..1.
void progress_line(const Ui& ui, double share);

}  // namespace fogline::gui
