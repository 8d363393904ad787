// SPDX-License-Identifier: MIT
// A bowl with ripples that grow outwards.
#pragma once

#include <vector>

#include "fogline/core/elementary.hpp"
#include "fogline/core/geometry.hpp"
#include "fogline/core/info.hpp"
#include "fogline/core/param.hpp"

namespace fogline {

struct Levy13 {
  static constexpr Info info{
      .id = "levy13",
      .name = "Levy N. 13",
      .group = "Many valleys",
      .formula = "sin^2(3 pi x) + (x - 1)^2 (1 + sin^2(3 pi y)) + (y - 1)^2 (1 + sin^2(2 pi y))",
      .source =
          "Levy and Montalvo 1985, SIAM J. Sci. Stat. Comput. 6:15; domain of Surjanovic and "
          "Bingham",
      .note =
          "A bowl around (1, 1) with ripples that are 1 high everywhere in x and grow outwards in "
          "y: "
          "about 1,100 valleys in the domain."};

  std::vector<Param> params() { return {}; }
  Box domain() const { return {{-10, -10}, {10, 10}}; }
  std::vector<Vec2> minima() const { return {{1, 1}}; }
  // The squared sines repeat after 1, so they may start at the minimum: there the loss is exactly
  // 0.
  auto operator()(const auto& p) const {
    const auto& [x, y] = p;
    const auto u = x - 1.0;
    const auto v = y - 1.0;
    return sq(sinpi(3.0 * u)) + sq(u) * (1.0 + sq(sinpi(3.0 * v))) +
           sq(v) * (1.0 + sq(sinpi(2.0 * v)));
  }
  friend bool operator==(const Levy13&, const Levy13&) = default;
};

}  // namespace fogline
