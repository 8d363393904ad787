// SPDX-License-Identifier: MIT
// Tries every number of columns.
#include "gui/panels/pane_grid.hpp"

#include <algorithm>
#include <cmath>

namespace fogline::gui {
namespace {

constexpr float aspect = 1.5f;  // of a surface that fills its picture

int fitting(float length, float least) {
  return std::max(1, static_cast<int>(std::floor(length / least)));
}

// How large the terrain appears in a cell.
float worth(ImVec2 cell) { return std::min(cell.x, aspect * cell.y); }

}  // namespace

Rect PaneGrid::place(const Rect& area, int index) const {
  const ImVec2 corner{area.min.x + static_cast<float>(index % columns) * cell.x,
                      area.min.y + static_cast<float>(index / columns) * cell.y};
  return {corner, {corner.x + cell.x, corner.y + cell.y}};
}

PaneGrid lay_out_panes(ImVec2 area, float scale, int wanted) {
  const int most_columns = fitting(area.x, narrowest_pane * scale),
            most_rows = fitting(area.y, lowest_pane * scale);
  PaneGrid best;
  best.shown = std::min({std::max(wanted, 1), most_panes, most_columns * most_rows});
  float found = -1;
  for (int columns = 1; columns <= std::min(most_columns, best.shown); ++columns) {
    const int rows = (best.shown + columns - 1) / columns;
    const ImVec2 cell{std::floor(area.x / static_cast<float>(columns)),
                      std::floor(area.y / static_cast<float>(rows))};
    if (rows > most_rows || worth(cell) < found) continue;
    found = worth(cell);
    best.columns = columns;
    best.rows = rows;
    best.cell = cell;
  }
  return best;
}

}  // namespace fogline::gui
