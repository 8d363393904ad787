// SPDX-License-Identifier: MIT
// Hills and hollows in a plain.
#pragma once

#include <vector>

#include "fogline/core/elementary.hpp"
#include "fogline/core/geometry.hpp"
#include "fogline/core/info.hpp"
#include "fogline/core/param.hpp"
#include "fogline/landscapes/polish.hpp"

namespace fogline {

struct Peaks {
  static constexpr Info info{
      .id = "peaks",
      .name = "Peaks",
      .group = "Many valleys",
      .formula =
          "3 (1 - x)^2 exp(-x^2 - (y + 1)^2) - 10 (x/5 - x^3 - y^5) exp(-x^2 - y^2) "
          "- exp(-(x + 1)^2 - y^2) / 3",
      .source = "MATLAB, function peaks (The MathWorks)",
      .note =
          "Three hills, three hollows, and a plain on which the slope fades to nothing: a walker "
          "that starts at the edge stays there."};

  std::vector<Param> params() { return {}; }
  Box domain() const { return {{-3, -3}, {3, 3}}; }
  std::vector<Vec2> minima() const { return {polish(*this, {0.228279, -1.625535})}; }
  // Losses -3.0498 and -0.0649.
  std::vector<Vec2> local_minima() const {
    return {polish(*this, {-1.347396, 0.204519}), polish(*this, {0.296446, 0.320196})};
  }
  auto operator()(const auto& p) const {
    const auto& [x, y] = p;
    const auto x2 = sq(x);
    const auto y2 = sq(y);
    return 3.0 * sq(1.0 - x) * exp(-x2 - sq(y + 1.0)) -
           10.0 * (x / 5.0 - x2 * x - sq(y2) * y) * exp(-x2 - y2) - exp(-sq(x + 1.0) - y2) / 3.0;
  }
  friend bool operator==(const Peaks&, const Peaks&) = default;
};

}  // namespace fogline
