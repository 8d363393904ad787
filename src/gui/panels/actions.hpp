// SPDX-License-Identifier: MIT
// What each action of the key table does; menus, keys and buttons all come here.
#pragma once

#include "gui/keys.hpp"
#include "gui/panels/workbench.hpp"

namespace fogline::gui {

void act(Workbench& bench, Action action);

// Grants the wish next frame, or asks first when unsaved work of a named file would be lost by it.
void wish(Workbench& bench, const Wish& wish);

}  // namespace fogline::gui
