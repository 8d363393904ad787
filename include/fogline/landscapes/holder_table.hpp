// SPDX-License-Identifier: MIT
// Hollows between sharp ridges, the deepest in the corners.
#pragma once

#include <vector>

#include "fogline/core/elementary.hpp"
#include "fogline/core/geometry.hpp"
#include "fogline/core/info.hpp"
#include "fogline/core/param.hpp"
#include "fogline/landscapes/polish.hpp"

namespace fogline {

struct HolderTable {
  static constexpr Info info{
      .id = "holder_table",
      .name = "Holder table",
      .group = "Kinks and cliffs",
      .formula = "-|sin(x) cos(y) exp(|1 - sqrt(x^2 + y^2) / pi|)|",
      .source = "Mishra 2006, MPRA paper 2718; domain of Surjanovic and Bingham",
      .note =
          "Four legs in the corners, at (+-8.05502, +-9.66459), loss -19.2085, and lesser "
          "hollows between. Ridges run wherever sin(x) or cos(y) is 0, and a crease around the "
          "circle r = pi. Outside the map it goes deeper."};

  std::vector<Param> params() { return {}; }
  Box domain() const { return {{-10, -10}, {10, 10}}; }
  std::vector<Vec2> minima() const {
    const Vec2 m = polish(*this, {8.055023, 9.664590});
    return {m, {-m.x, m.y}, {m.x, -m.y}, {-m.x, -m.y}};
  }
  // One in each of the other cells of the table.
  std::vector<Vec2> local_minima() const {
    return valleys(*this,
                   pairs({-8.1, -5, -1.5, 1.5, 5, 8.1}, {-9.7, -6.5, -3.3, 0, 3.3, 6.5, 9.7}))
        .higher;
  }
  auto operator()(const auto& p) const {
    const auto& [x, y] = p;
    const auto r = sqrt(sq(x) + sq(y));
    return -abs(sin(x) * cos(y) * exp(abs(1.0 - r / pi)));
  }
  friend bool operator==(const HolderTable&, const HolderTable&) = default;
};

}  // namespace fogline
