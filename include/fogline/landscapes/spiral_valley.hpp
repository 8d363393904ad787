// SPDX-License-Identifier: MIT
// A valley that winds to the centre.
#pragma once

#include <vector>

#include "fogline/core/elementary.hpp"
#include "fogline/core/geometry.hpp"
#include "fogline/core/info.hpp"
#include "fogline/core/param.hpp"

namespace fogline {

struct SpiralValley {
  static constexpr Info info{
      .id = "spiral_valley",
      .name = "Spiral valley",
      .group = "Many valleys",
      .formula =
          "depth (u / 25 + u / (1 + u) (1 - (x cos(w) + y sin(w)) / sqrt(1 + u))), "
          "u = x^2 + y^2, w = pi turns (sqrt(1 + u) - 1) / 2",
      .source = "Fogline",
      .note =
          "One valley and no trap in it: whoever follows the floor arrives, after a long way "
          "round. "
          "Its walls look like many valleys to whoever crosses them. The floor falls towards the "
          "centre all the way, so the centre is the only place where the slope is 0."};

  double turns = 2;
  double depth = 4;

  std::vector<Param> params() {
    return {
        real("turns", turns, {0, 4}, any_finite,
             "Times that the valley winds about the centre on its way from the edge; the other way "
             "round if negative."),
        real("depth", depth, {0.5, 20}, positive, "Half the height of the walls.")};
  }
  Box domain() const { return {{-5, -5}, {5, 5}}; }
  std::vector<Vec2> minima() const { return {{0, 0}}; }

  // In polar coordinates depth (r^2 / 25 + t (1 - sqrt(t) cos(angle - w))) with
  // t = r^2 / (1 + r^2): the factors t make it smooth at the centre.
  auto operator()(const auto& p) const {
    const auto& [x, y] = p;
    const auto u = sq(x) + sq(y);
    const auto root = sqrt(1.0 + u);
    const auto [sine, cosine] = sincos(0.5 * pi * turns * (root - 1.0));
    const auto across = 1.0 - (x * cosine + y * sine) / root;
    return depth * (u / 25.0 + u / (1.0 + u) * across);
  }
  friend bool operator==(const SpiralValley&, const SpiralValley&) = default;
};

}  // namespace fogline
