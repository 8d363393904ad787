// SPDX-License-Identifier: MIT
// One word of advice beside the thing it is about: "Drag me", "Space".
#pragma once

#include <string_view>

#include "gui/ui.hpp"

namespace fogline::gui {

// A pill to the right of `anchor` (screen pixels) with its point towards it, or to the left where
// the room to `bounds_max` is short.
void draw_hint(const Ui& ui, ImDrawList& list, ImVec2 anchor, ImVec2 bounds_max,
               std::string_view text);

}  // namespace fogline::gui
