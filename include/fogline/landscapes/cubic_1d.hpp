// SPDX-License-Identifier: MIT
// A curve that is flat where nothing is lowest.
#pragma once

#include <vector>

#include "fogline/core/elementary.hpp"
#include "fogline/core/geometry.hpp"
#include "fogline/core/info.hpp"
#include "fogline/core/param.hpp"

namespace fogline {

struct Cubic1d {
  static constexpr Info info{
      .id = "cubic_1d",
      .name = "Cubic",
      .group = "One dimension",
      .formula = "x^3, and y^2 to hold y at 0",
      .source = "school algebra",
      .note =
          "Often said to have a minimum at x = 0. Slope and curvature are both 0 there, but to the "
          "left it goes on falling: the point is flat and no extremum, the nearest that a curve "
          "has to a saddle, and the curve is unbounded below. A slope of 0 does not mean that a "
          "walker has arrived: plain descent from the right creeps up to the flat point and never "
          "passes, momentum does."};
  static constexpr int dimension = 1;  // a curve over x; y^2 holds y at 0

  std::vector<Param> params() { return {}; }
  Box domain() const { return {{-2, -0.5}, {2, 0.5}}; }
  Vec2 start() const { return {1.5, 0}; }
  std::vector<Vec2> minima() const { return {}; }
  auto operator()(const auto& p) const {
    const auto& [x, y] = p;
    return pow(x, 3) + sq(y);
  }
  friend bool operator==(const Cubic1d&, const Cubic1d&) = default;
};

}  // namespace fogline
