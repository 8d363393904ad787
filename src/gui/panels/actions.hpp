// SPDX-License-Identifier: MIT
// What each action of the key table does; menus, keys and buttons all come here.
#pragma once

#include "gui/keys.hpp"
#include "gui/panels/workbench.hpp"

namespace fogline::gui {

void act(Workbench& bench, Action action);

// Grants the wish next frame, or asks first when unsaved work of a named file would be lost by it.
void wish(Workbench& bench, const Wish& wish);

// Opens the file dialog for what the chosen file is then wished for: open, save, a picture, the
// curves.
void ask_for_file(Workbench& bench, Wish::Kind purpose);

}  // namespace fogline::gui
