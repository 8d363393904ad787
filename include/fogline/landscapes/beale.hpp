// SPDX-License-Identifier: MIT
// A flat floor between steep corners.
#pragma once

#include <vector>

#include "fogline/core/elementary.hpp"
#include "fogline/core/geometry.hpp"
#include "fogline/core/info.hpp"
#include "fogline/core/param.hpp"

namespace fogline {

struct Beale {
  static constexpr Info info{
      .id = "beale",
      .name = "Beale",
      .group = "Saddles and flats",
      .formula = "(1.5 - x + x y)^2 + (2.25 - x + x y^2)^2 + (2.625 - x + x y^3)^2",
      .source = "Beale 1958, Tech. Rep. 25, Princeton; domain of Surjanovic and Bingham",
      .note =
          "One minimum on a wide floor; the corners rise to 1.8e5 and throw long steps out of the "
          "map."};

  std::vector<Param> params() { return {}; }
  Box domain() const { return {{-4.5, -4.5}, {4.5, 4.5}}; }
  std::vector<Vec2> minima() const { return {{3, 0.5}}; }
  auto operator()(const auto& p) const {
    const auto& [x, y] = p;
    const auto y2 = sq(y);
    return sq(1.5 - x + x * y) + sq(2.25 - x + x * y2) + sq(2.625 - x + x * (y2 * y));
  }
  friend bool operator==(const Beale&, const Beale&) = default;
};

}  // namespace fogline
