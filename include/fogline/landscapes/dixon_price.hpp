// SPDX-License-Identifier: MIT
// A valley like a horseshoe, with two equal minima.
#pragma once

#include <vector>

#include "fogline/core/elementary.hpp"
#include "fogline/core/geometry.hpp"
#include "fogline/core/info.hpp"
#include "fogline/core/param.hpp"

namespace fogline {

struct DixonPrice {
  static constexpr Info info{
      .id = "dixon_price",
      .name = "Dixon-Price",
      .group = "Bowls",
      .formula = "(x - 1)^2 + 2 (2 y^2 - x)^2",
      .source =
          "Dixon and Price 1989, J. Optim. Theory Appl. 60:261; domain of Surjanovic and Bingham",
      .note =
          "The valley x = 2 y^2 is bent like a horseshoe, with equal minima on both arms, at (1, "
          "+-1/sqrt(2)); most texts list one. Between them lies a saddle at (1/3, 0)."};

  std::vector<Param> params() { return {}; }
  Box domain() const { return {{-10, -10}, {10, 10}}; }
  std::vector<Vec2> minima() const { return {{1, 0.7071067811865476}, {1, -0.7071067811865476}}; }
  auto operator()(const auto& p) const {
    const auto& [x, y] = p;
    return sq(x - 1.0) + 2.0 * sq(2.0 * sq(y) - x);
  }
  friend bool operator==(const DixonPrice&, const DixonPrice&) = default;
};

}  // namespace fogline
