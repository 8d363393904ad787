// SPDX-License-Identifier: MIT
// Thins a curve to what a screen can show: of every pixel column its first, lowest, highest and
// last point, so that no spike is lost and a million points cost what a thousand do to draw.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace fogline::gui {

// Indices into the curve, ascending. `columns[i]` is the pixel column of point i (never
// decreasing), `heights[i]` its value. Where it is NaN the line breaks, and one such index is kept
// for each break; a break within one column is not seen and left out.
std::vector<std::size_t> kept_points(std::span<const float> columns,
                                     std::span<const double> heights);

}  // namespace fogline::gui
