// SPDX-License-Identifier: MIT
// The curved valley: easy to enter, slow to follow.
#pragma once

#include <vector>

#include "fogline/core/coordinates.hpp"
#include "fogline/core/elementary.hpp"
#include "fogline/core/geometry.hpp"
#include "fogline/core/info.hpp"
#include "fogline/core/param.hpp"

namespace fogline {

struct Rosenbrock {
  static constexpr Info info{
      .id = "rosenbrock",
      .name = "Rosenbrock",
      .group = "Bowls",
      .formula = "(a - x)^2 + b (y - x^2)^2",
      .source = "Rosenbrock 1960, Comput. J. 3:175",
      .note =
          "One minimum at the end of a bent, nearly flat valley. The original has a = 1, b = 100; "
          "so have we."};

  double a = 1, b = 100;

  std::vector<Param> params() {
    return {real("a", a, {-1.4, 1.4}, any_finite, "The minimum lies at (a, a^2)."),
            real("b", b, {1, 500, Scale::log}, positive, "Steepness of the valley's walls.")};
  }
  Box domain() const { return {{-2, -1}, {2, 3}}; }
  std::vector<Vec2> minima() const { return {{a, a * a}}; }
  auto operator()(const auto& p) const {
    return sum_of_neighbours(
        p, [this](const auto& x, const auto& y) { return sq(a - x) + b * sq(y - sq(x)); });
  }
  friend bool operator==(const Rosenbrock&, const Rosenbrock&) = default;
};

}  // namespace fogline
