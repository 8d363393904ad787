// SPDX-License-Identifier: MIT
// The overlay of F1: all keys, by group, printed from the table.
#pragma once

#include "gui/ui.hpp"

namespace fogline::gui {

// Shows the overlay while `open`; Esc, F1's action or a press on its cross closes it.
void draw_key_table(Ui& ui, bool& open);

}  // namespace fogline::gui
