// SPDX-License-Identifier: MIT
// Two wells on a line: the smallest trap.
#pragma once

#include <vector>

#include "fogline/core/elementary.hpp"
#include "fogline/core/geometry.hpp"
#include "fogline/core/info.hpp"
#include "fogline/core/param.hpp"
#include "fogline/landscapes/tilted_double_well.hpp"

namespace fogline {

struct DoubleWell1d {
  static constexpr Info info{
      .id = "double_well_1d",
      .name = "Double well",
      .group = "One dimension",
      .formula = "(x^2 - 1)^2 + tilt x, and y^2 to hold y at 0",
      .source = "the cubic equation's double well; tilted, the cusp catastrophe of Thom 1972",
      .note =
          "The slope is 0 at both bottoms and on the top between them. What makes a minimum is "
          "positive curvature, not a positive slope, nor a slope of 0 alone. Level, both wells are "
          "global minima; tilted, the higher one is a trap, until at |tilt| = 8 / sqrt(27) = 1.54 "
          "it is gone."};
  static constexpr int dimension = 1;  // a curve over x; y^2 holds y at 0

  double tilt = 0.4;

  std::vector<Param> params() {
    return {real("tilt", tilt, {-2, 2}, any_finite,
                 "Slope added along x: about half the difference of the wells.")};
  }
  Box domain() const { return {{-2, -0.5}, {2, 0.5}}; }
  Vec2 start() const { return {1.8, 0}; }
  std::vector<Vec2> minima() const { return TiltedDoubleWell{.tilt = tilt}.minima(); }
  std::vector<Vec2> local_minima() const { return TiltedDoubleWell{.tilt = tilt}.local_minima(); }
  auto operator()(const auto& p) const {
    const auto& [x, y] = p;
    return sq(sq(x) - 1.0) + tilt * x + sq(y);
  }
  friend bool operator==(const DoubleWell1d&, const DoubleWell1d&) = default;
};

}  // namespace fogline
