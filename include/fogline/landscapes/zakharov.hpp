// SPDX-License-Identifier: MIT
// A bowl that becomes a gorge.
#pragma once

#include <vector>

#include "fogline/core/elementary.hpp"
#include "fogline/core/geometry.hpp"
#include "fogline/core/info.hpp"
#include "fogline/core/param.hpp"

namespace fogline {

struct Zakharov {
  static constexpr Info info{
      .id = "zakharov",
      .name = "Zakharov",
      .group = "Bowls",
      .formula = "x^2 + y^2 + (x/2 + y)^2 + (x/2 + y)^4",
      .source =
          "Rahnamayan, Tizhoosh and Salama 2007, Comput. Math. Appl. 53:1605; domain of "
          "Surjanovic and Bingham",
      .note =
          "One minimum and no other: near it a bowl, further out a gorge along x = -2 y whose "
          "walls rise with the fourth power to 5e4. A rate that is safe on the walls is slow on "
          "the floor."};

  std::vector<Param> params() { return {}; }
  Box domain() const { return {{-5, -5}, {10, 10}}; }
  std::vector<Vec2> minima() const { return {{0, 0}}; }
  auto operator()(const auto& p) const {
    const auto& [x, y] = p;
    const auto u2 = sq(0.5 * x + y);
    return sq(x) + sq(y) + u2 + sq(u2);
  }
  friend bool operator==(const Zakharov&, const Zakharov&) = default;
};

}  // namespace fogline
