// SPDX-License-Identifier: MIT
// Where everything in the window stands: laid out anew every frame from the window's size, so that
// nothing can be lost.
#pragma once

#include <imgui.h>

namespace fogline::gui {

struct Rect {
  ImVec2 min{}, max{};

  float width() const { return max.x - min.x; }
  float height() const { return max.y - min.y; }
  bool contains(ImVec2 p) const {
    return p.x >= min.x && p.x < max.x && p.y >= min.y && p.y < max.y;
  }
};

// What the user has folded or drawn out.
struct Folds {
  bool left = true, right = true;                  // shown where there is room
  bool left_drawer = false, right_drawer = false;  // drawn out over the terrain where there is not
};

// The terrain keeps about 60 % of the width: narrow windows turn the right panel into a drawer
// (below 1200) and the left one into a rail (below 1040). Rectangles that are not shown are empty.
struct Regions {
  Rect menu, left, terrain, status, right, transport;
  bool left_rail = false;     // only marks: the panel is a drawer
  bool right_hidden = false;  // the panel is a drawer
};

// `window` in pixels; measures are multiplied by `scale`. Never gives a negative side.
Regions lay_out(ImVec2 window, float scale, const Folds& folds);

}  // namespace fogline::gui
