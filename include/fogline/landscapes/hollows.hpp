// SPDX-License-Identifier: MIT
// Where to look for minima on a map that nobody knows: the hollows of a lattice.
#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

#include "fogline/core/geometry.hpp"

namespace fogline {

// n x n points of the box, edges included, row by row from the lower left.
inline std::vector<Vec2> lattice_of(const Box& box, int n) {
  std::vector<Vec2> points;
  for (int k = 0; k < n * n; ++k)
    points.push_back(
        box.at(static_cast<double>(k % n) / (n - 1), static_cast<double>(k / n) / (n - 1)));
  return points;
}

// The points of such a lattice whose value is above none of their eight neighbours' and below one:
// on level ground there is none. The lowest first.
inline std::vector<Vec2> hollows(const std::vector<Vec2>& points, const std::vector<double>& values,
                                 int n) {
  const auto at = [&](int i, int j) { return static_cast<std::size_t>(j * n + i); };
  const auto is_hollow = [&](int i, int j) {
    bool below = false;
    for (int jj = std::max(j - 1, 0); jj <= std::min(j + 1, n - 1); ++jj)
      for (int ii = std::max(i - 1, 0); ii <= std::min(i + 1, n - 1); ++ii) {
        if (values[at(ii, jj)] < values[at(i, j)]) return false;
        below = below || values[at(i, j)] < values[at(ii, jj)];
      }
    return below;
  };
  std::vector<std::size_t> found;
  for (int k = 0; k < n * n; ++k)
    if (is_hollow(k % n, k / n)) found.push_back(at(k % n, k / n));
  std::stable_sort(found.begin(), found.end(),
                   [&](std::size_t a, std::size_t b) { return values[a] < values[b]; });
  std::vector<Vec2> places;
  for (const std::size_t k : found) places.push_back(points[k]);
  return places;
}

}  // namespace fogline
