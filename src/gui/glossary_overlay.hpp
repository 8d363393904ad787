// SPDX-License-Identifier: MIT
// The glossary as a page of help.
#pragma once

#include "gui/ui.hpp"

namespace fogline::gui {

// Shows every term with its sentence while `open`; Esc or a press on its cross closes it.
void draw_glossary(Ui& ui, bool& open);

}  // namespace fogline::gui
