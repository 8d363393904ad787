// SPDX-License-Identifier: MIT
// Small multiples: how many pictures of one size fit side by side and below each other.
#pragma once

#include "gui/panels/regions.hpp"

namespace fogline::gui {

inline constexpr int most_panes = 9;
inline constexpr float narrowest_pane = 260, lowest_pane = 150;  // pixels at scale 1

struct PaneGrid {
  int columns = 1, rows = 1;
  int shown = 0;      // of the pictures wanted
  ImVec2 cell{1, 1};  // whole pixels, of each

  // Row by row, from the upper left corner of `area`.
  Rect place(const Rect& area, int index) const;
};

// As many of `wanted` as fit, at least one, in cells as near to 3:2 as the area allows.
PaneGrid lay_out_panes(ImVec2 area, float scale, int wanted);

}  // namespace fogline::gui
