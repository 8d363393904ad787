// SPDX-License-Identifier: MIT
// The simplest curve with a lowest point.
#pragma once

#include <vector>

#include "fogline/core/elementary.hpp"
#include "fogline/core/geometry.hpp"
#include "fogline/core/info.hpp"
#include "fogline/core/param.hpp"

namespace fogline {

struct Parabola1d {
  static constexpr Info info{
      .id = "parabola_1d",
      .name = "Parabola",
      .group = "One dimension",
      .formula = "x^2 - 2x + 1, and y^2 to hold y at 0",
      .source = "school algebra: (x - 1)^2",
      .note =
          "Some texts find two minima here, or none at all. It has exactly one, at x = 1: the "
          "slope 2x - 2 is 0 there and nowhere else, and the curvature is 2 everywhere. Nobody is "
          "ever trapped; a learning rate above 1 is all that can go wrong."};
  static constexpr int dimension = 1;  // a curve over x; y^2 holds y at 0

  std::vector<Param> params() { return {}; }
  Box domain() const { return {{-3, -1}, {5, 1}}; }
  Vec2 start() const { return {-2, 0}; }
  std::vector<Vec2> minima() const { return {{1, 0}}; }
  auto operator()(const auto& p) const {
    const auto& [x, y] = p;
    return sq(x) - 2.0 * x + 1.0 + sq(y);
  }
  friend bool operator==(const Parabola1d&, const Parabola1d&) = default;
};

}  // namespace fogline
