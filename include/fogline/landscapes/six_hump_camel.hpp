// SPDX-License-Identifier: MIT
// Six valleys in three pairs.
#pragma once

#include <vector>

#include "fogline/core/elementary.hpp"
#include "fogline/core/geometry.hpp"
#include "fogline/core/info.hpp"
#include "fogline/core/param.hpp"
#include "fogline/landscapes/polish.hpp"

namespace fogline {

struct SixHumpCamel {
  static constexpr Info info{
      .id = "six_hump_camel",
      .name = "Six-hump camel",
      .group = "Many valleys",
      .formula = "(4 - 2.1 x^2 + x^4 / 3) x^2 + x y + (4 y^2 - 4) y^2",
      .source = "Dixon and Szego 1978, Towards Global Optimization 2",
      .note =
          "Symmetric under (x, y) -> (-x, -y), so every valley has a twin; two of the six are "
          "global."};

  std::vector<Param> params() { return {}; }
  Box domain() const { return {{-3, -2}, {3, 2}}; }
  std::vector<Vec2> minima() const {
    const Vec2 m = polish(*this, {0.089842, -0.712656});
    return {m, -1.0 * m};
  }
  // Losses -0.2155 and 2.1043.
  std::vector<Vec2> local_minima() const {
    const Vec2 a = polish(*this, {1.703607, -0.796084}), b = polish(*this, {1.607105, 0.568651});
    return {a, -1.0 * a, b, -1.0 * b};
  }
  auto operator()(const auto& p) const {
    const auto& [x, y] = p;
    const auto x2 = sq(x);
    const auto y2 = sq(y);
    return (4.0 - 2.1 * x2 + sq(x2) / 3.0) * x2 + x * y + (4.0 * y2 - 4.0) * y2;
  }
  friend bool operator==(const SixHumpCamel&, const SixHumpCamel&) = default;
};

}  // namespace fogline
