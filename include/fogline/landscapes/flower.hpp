// SPDX-License-Identifier: MIT
// Petals around a point where the loss has no limit.
#pragma once

#include <vector>

#include "fogline/core/elementary.hpp"
#include "fogline/core/geometry.hpp"
#include "fogline/core/info.hpp"
#include "fogline/core/param.hpp"

namespace fogline {

struct Flower {
  static constexpr Info info{
      .id = "flower",
      .name = "Flower",
      .group = "Kinks and cliffs",
      .formula = "a sqrt(x^2 + y^2) + b sin(c atan2(y, x))",
      .source =
          "Kochenderfer and Wheeler 2019, Algorithms for Optimization, MIT Press, appendix B.4",
      .note =
          "It has no minimum: along c rays the loss falls towards -|b| as the origin nears, but "
          "at the origin the angle has no limit (we take 0, and with it loss 0). A walker comes "
          "ever closer to -|b| and never arrives."};

  double a = 1, b = 1;
  int c = 4;

  std::vector<Param> params() {
    return {real("a", a, {0.1, 3}, positive, "Slope of the cone."),
            real("b", b, {0.1, 3}, any_finite, "Height of the petals; 0 leaves the cone."),
            integer("c", c, {1, 12}, non_negative, "How many petals.")};
  }
  Box domain() const { return {{-3, -3}, {3, 3}}; }
  // None where the petals are: the infimum -|b| is approached at the origin and not attained.
  std::vector<Vec2> minima() const {
    if (b == 0 || c == 0) return {{0, 0}};
    return {};
  }
  auto operator()(const auto& p) const {
    const auto& [x, y] = p;
    const double petals = c;
    return a * sqrt(sq(x) + sq(y)) + b * sin(petals * atan2(y, x));
  }
  friend bool operator==(const Flower&, const Flower&) = default;
};

}  // namespace fogline
