// SPDX-License-Identifier: MIT
// Rings in the water around one minimum.
#pragma once

#include <vector>

#include "fogline/core/elementary.hpp"
#include "fogline/core/geometry.hpp"
#include "fogline/core/info.hpp"
#include "fogline/core/param.hpp"

namespace fogline {

struct DropWave {
  static constexpr Info info{
      .id = "drop_wave",
      .name = "Drop-wave",
      .group = "Many valleys",
      .formula = "-(1 + cos(12 r)) / (r^2 / 2 + 2), r^2 = x^2 + y^2",
      .source =
          "Molga and Smutnicki 2005, Test functions for optimization needs; domain of Surjanovic "
          "and Bingham",
      .note =
          "Rings in the water: around the one minimum, valleys are whole circles, so a trapped "
          "walker has a curvature of 0 along its ring. The minimum is smooth: its Hessian is "
          "72.5 I."};

  std::vector<Param> params() { return {}; }
  Box domain() const { return {{-5.12, -5.12}, {5.12, 5.12}}; }
  std::vector<Vec2> minima() const { return {{0, 0}}; }
  auto operator()(const auto& p) const {
    const auto& [x, y] = p;
    const auto r2 = sq(x) + sq(y);
    return -(1.0 + cos_sqrt(144.0 * r2)) / (0.5 * r2 + 2.0);
  }
  friend bool operator==(const DropWave&, const DropWave&) = default;
};

}  // namespace fogline
