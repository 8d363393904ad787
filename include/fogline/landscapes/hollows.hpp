// SPDX-License-Identifier: MIT
// Where to look for minima on a map that nobody knows: the hollows of a lattice.
#pragma once

#include <algorithm>
#include <vector>

#include "fogline/core/geometry.hpp"

namespace fogline {

// The points of an n x n lattice of the box, edges included, that lie above none of their eight
// neighbours and below one: on level ground there is none.
template <class F>
std::vector<Vec2> hollows(const F& loss, const Box& box, int n) {
  const auto place = [&](int i, int j) {
    return box.at(static_cast<double>(i) / (n - 1), static_cast<double>(j) / (n - 1));
  };
  std::vector<double> values;
  for (int k = 0; k < n * n; ++k) values.push_back(loss(place(k % n, k / n)));
  const auto value = [&](int i, int j) { return values[static_cast<std::size_t>(j * n + i)]; };
  const auto is_hollow = [&](int i, int j) {
    bool below = false;
    for (int jj = std::max(j - 1, 0); jj <= std::min(j + 1, n - 1); ++jj)
      for (int ii = std::max(i - 1, 0); ii <= std::min(i + 1, n - 1); ++ii) {
        if (value(ii, jj) < value(i, j)) return false;
        below = below || value(i, j) < value(ii, jj);
      }
    return below;
  };
  std::vector<Vec2> found;
  for (int k = 0; k < n * n; ++k)
    if (is_hollow(k % n, k / n)) found.push_back(place(k % n, k / n));
  return found;
}

}  // namespace fogline
