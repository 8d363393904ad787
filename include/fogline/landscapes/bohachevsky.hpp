// SPDX-License-Identifier: MIT
// A bowl with fine ripples.
#pragma once

#include <string_view>
#include <vector>

#include "fogline/core/elementary.hpp"
#include "fogline/core/geometry.hpp"
#include "fogline/core/info.hpp"
#include "fogline/core/param.hpp"
#include "fogline/landscapes/polish.hpp"

namespace fogline {

struct Bohachevsky {
  static constexpr Info info{
      .id = "bohachevsky",
      .name = "Bohachevsky",
      .group = "Many valleys",
      .formula =
          "1: x^2 + 2 y^2 - 0.3 cos(3 pi x) - 0.4 cos(4 pi y) + 0.7; 2: x^2 + 2 y^2 - 0.3 cos(3 "
          "pi x) cos(4 pi y) + 0.3; 3: x^2 + 2 y^2 - 0.3 cos(3 pi x + 4 pi y) + 0.3",
      .source =
          "Bohachevsky, Johnson and Stein 1986, Technometrics 28:209; domain of Surjanovic and "
          "Bingham",
      .note =
          "On the usual map of 200 by 200 a plain bowl: the ripples show only within 1.5 of the "
          "minimum. They are small, yet each of them can hold a walker that comes with little "
          "momentum."};

  static constexpr std::string_view variants[] = {"1", "2", "3"};

  int variant = 0;

  std::vector<Param> params() {
    return {choice("variant", variant, variants,
                   "Which of the three: ripples added, multiplied, or joined.")};
  }
  Box domain() const { return {{-100, -100}, {100, 100}}; }
  std::vector<Vec2> minima() const { return {{0, 0}}; }
  std::vector<Vec2> local_minima() const {
    return valleys(*this, pairs(multiples(0.31, 4), multiples(0.234, 4))).higher;
  }
  // Grouped so that the loss at the origin is exactly 0.
  auto operator()(const auto& p) const {
    const auto& [x, y] = p;
    const auto bowl = sq(x) + 2.0 * sq(y);
    const auto u = 3.0 * x;
    const auto v = 4.0 * y;
    if (variant == 0) return bowl + 0.3 * (1.0 - cospi(u)) + 0.4 * (1.0 - cospi(v));
    if (variant == 1) return bowl + 0.3 * (1.0 - cospi(u) * cospi(v));
    return bowl + 0.3 * (1.0 - cospi(u + v));
  }
  friend bool operator==(const Bohachevsky&, const Bohachevsky&) = default;
};

}  // namespace fogline
