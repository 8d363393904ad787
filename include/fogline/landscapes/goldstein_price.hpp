// SPDX-License-Identifier: MIT
// Four valleys of very different depth between high walls.
#pragma once

#include <vector>

#include "fogline/core/elementary.hpp"
#include "fogline/core/geometry.hpp"
#include "fogline/core/info.hpp"
#include "fogline/core/param.hpp"

namespace fogline {

struct GoldsteinPrice {
  static constexpr Info info{
      .id = "goldstein_price",
      .name = "Goldstein-Price",
      .group = "Traps",
      .formula =
          "(1 + (x + y + 1)^2 (19 - 14 x + 3 x^2 - 14 y + 6 x y + 3 y^2)) (30 + (2 x - 3 y)^2 "
          "(18 - 32 x + 12 x^2 + 48 y - 36 x y + 27 y^2))",
      .source = "Goldstein and Price 1971, Math. Comp. 25:569; domain of Surjanovic and Bingham",
      .note =
          "Four valleys of loss 3, 30, 84 and 840 between walls of a million: look at it on a "
          "logarithmic scale. One learning rate cannot suit both floor and walls."};

  std::vector<Param> params() { return {}; }
  Box domain() const { return {{-2, -2}, {2, 2}}; }
  std::vector<Vec2> minima() const { return {{0, -1}}; }
  // Losses 30, 84 and 840.
  std::vector<Vec2> local_minima() const { return {{-0.6, -0.4}, {1.8, 0.2}, {1.2, 0.8}}; }
  auto operator()(const auto& p) const {
    const auto& [x, y] = p;
    const auto a = 19.0 - 14.0 * x + 3.0 * sq(x) - 14.0 * y + 6.0 * x * y + 3.0 * sq(y);
    const auto b = 18.0 - 32.0 * x + 12.0 * sq(x) + 48.0 * y - 36.0 * x * y + 27.0 * sq(y);
    return (1.0 + sq(x + y + 1.0) * a) * (30.0 + sq(2.0 * x - 3.0 * y) * b);
  }
  friend bool operator==(const GoldsteinPrice&, const GoldsteinPrice&) = default;
};

}  // namespace fogline
