// SPDX-License-Identifier: MIT
// One word of advice beside the thing it is about: "Drag me", "Space".
#pragma once

#include <string_view>

#include "gui/ui.hpp"

namespace fogline::gui {

struct HintBox {
  ImVec2 min{}, max{};
  bool right = true;  // of its anchor
};

// A pill to the right of `anchor` (screen pixels), or to the left where the room to `bounds_max` is
// short.
HintBox hint_box(const Ui& ui, ImVec2 anchor, ImVec2 bounds_max, std::string_view text);
// With its point towards the anchor.
void draw_hint(const Ui& ui, ImDrawList& list, const HintBox& box, std::string_view text);

}  // namespace fogline::gui
