// SPDX-License-Identifier: MIT
// Two wells, one a little deeper: the simplest trap there is.
#pragma once

#include <vector>

#include "fogline/core/elementary.hpp"
#include "fogline/core/geometry.hpp"
#include "fogline/core/info.hpp"
#include "fogline/core/param.hpp"
#include "fogline/landscapes/polish.hpp"

namespace fogline {

struct TiltedDoubleWell {
  static constexpr Info info{
      .id = "tilted_double_well",
      .name = "Tilted double well",
      .group = "Traps",
      .formula = "(x^2 - 1)^2 + tilt x + stiffness y^2",
      .source = "the cubic equation's double well; tilted, the cusp catastrophe of Thom 1972",
      .note =
          "Level, both wells are global minima. Tilted, the higher one is a trap, until at "
          "|tilt| = 8 / sqrt(27) = 1.54 it runs out over the barrier and is gone."};

  double tilt = 0.4;
  double stiffness = 1;

  std::vector<Param> params() {
    return {real("tilt", tilt, {-2, 2}, any_finite,
                 "Slope added along x: about half the difference of the wells."),
            real("stiffness", stiffness, {0.1, 10, Scale::log}, positive,
                 "Half the curvature across.")};
  }
  Box domain() const { return {{-2, -2}, {2, 2}}; }
  std::vector<Vec2> minima() const { return wells().lowest; }
  std::vector<Vec2> local_minima() const { return wells().higher; }
  auto operator()(const auto& p) const {
    const auto& [x, y] = p;
    return sq(sq(x) - 1.0) + tilt * x + stiffness * sq(y);
  }
  friend bool operator==(const TiltedDoubleWell&, const TiltedDoubleWell&) = default;

 private:
  Valleys wells() const { return valleys(*this, {{-1, 0}, {1, 0}}); }
};

}  // namespace fogline
