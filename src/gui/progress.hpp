// SPDX-License-Identifier: MIT
// How far long work has come: a line as wide as the room, and words beside the button that began
// it.
#pragma once

#include <string_view>

#include "gui/ui.hpp"

namespace fogline::gui {

// `share` in 0..1.
void progress_line(const Ui& ui, double share);

// At the right of the item just drawn, on its label's line.
void words_beside(const Ui& ui, std::string_view text);

}  // namespace fogline::gui
