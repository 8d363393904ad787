// SPDX-License-Identifier: MIT
// A bowl that lies askew.
#pragma once

#include <vector>

#include "fogline/core/elementary.hpp"
#include "fogline/core/geometry.hpp"
#include "fogline/core/info.hpp"
#include "fogline/core/param.hpp"

namespace fogline {

struct Booth {
  static constexpr Info info{
      .id = "booth",
      .name = "Booth",
      .group = "Bowls",
      .formula = "(x + 2 y - 7)^2 + (2 x + y - 5)^2",
      .source =
          "Hedar 2005, Test problems for global optimization, Kyoto University; domain of "
          "Surjanovic and Bingham",
      .note =
          "A quadratic: two squared lines that cross at (1, 3). The curvatures are 2 and 18, "
          "along the diagonals, so no step that suits one coordinate suits the axes of the bowl."};

  std::vector<Param> params() { return {}; }
  Box domain() const { return {{-10, -10}, {10, 10}}; }
  std::vector<Vec2> minima() const { return {{1, 3}}; }
  auto operator()(const auto& p) const {
    const auto& [x, y] = p;
    return sq(x + 2.0 * y - 7.0) + sq(2.0 * x + y - 5.0);
  }
  friend bool operator==(const Booth&, const Booth&) = default;
};

}  // namespace fogline
