// SPDX-License-Identifier: MIT
// Four equal valleys.
#pragma once

#include <vector>

#include "fogline/core/elementary.hpp"
#include "fogline/core/geometry.hpp"
#include "fogline/core/info.hpp"
#include "fogline/core/param.hpp"
#include "fogline/landscapes/polish.hpp"

namespace fogline {

struct Himmelblau {
  static constexpr Info info{
      .id = "himmelblau",
      .name = "Himmelblau",
      .group = "Many valleys",
      .formula = "(x^2 + y - 11)^2 + (x + y^2 - 7)^2",
      .source = "Himmelblau 1972, Applied Nonlinear Programming, McGraw-Hill",
      .note =
          "Four minima, all of loss 0: where a walker ends depends on where it starts, and no end "
          "is better than another."};

  std::vector<Param> params() { return {}; }
  Box domain() const { return {{-5, -5}, {5, 5}}; }
  std::vector<Vec2> minima() const {
    return {{3, 2},
            polish(*this, {-2.805118, 3.131313}),
            polish(*this, {-3.779310, -3.283186}),
            polish(*this, {3.584428, -1.848127})};
  }
  auto operator()(const auto& p) const {
    const auto& [x, y] = p;
    return sq(sq(x) + y - 11.0) + sq(x + sq(y) - 7.0);
  }
  friend bool operator==(const Himmelblau&, const Himmelblau&) = default;
};

}  // namespace fogline
