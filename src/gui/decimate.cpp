// SPDX-License-Identifier: MIT
// Keeps first, lowest, highest and last of every pixel column.
#include "gui/decimate.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace fogline::gui {

namespace {

struct Column {
  float number = 0;
  std::size_t first = 0, lowest = 0, highest = 0, last = 0;
};

void flush(std::vector<std::size_t>& kept, const Column& column) {
  std::array indices{column.first, column.lowest, column.highest, column.last};
  std::ranges::sort(indices);
  for (std::size_t index : indices)
    if (kept.empty() || kept.back() < index) kept.push_back(index);
}

}  // namespace

std::vector<std::size_t> kept_points(std::span<const float> columns,
                                     std::span<const double> heights) {
  std::vector<std::size_t> kept;
  const std::size_t count = std::min(columns.size(), heights.size());
  Column column;
  bool open = false, gap = false;  // a NaN since the last value, the first of them at `gap_at`
  std::size_t gap_at = 0;
  for (std::size_t i = 0; i < count; ++i) {
    if (std::isnan(heights[i])) {
      if (!gap) gap_at = i;
      gap = true;
      continue;
    }
    const float number = std::floor(columns[i]);
    if (open && number == column.number) {
      if (heights[i] < heights[column.lowest]) column.lowest = i;
      if (heights[i] > heights[column.highest]) column.highest = i;
      column.last = i;
    } else {
      if (open) flush(kept, column);
      if (open && gap) kept.push_back(gap_at);
      column = {number, i, i, i, i};
      open = true;
    }
    gap = false;
  }
  if (open) flush(kept, column);
  return kept;
}

}  // namespace fogline::gui
