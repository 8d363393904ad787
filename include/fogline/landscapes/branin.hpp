// SPDX-License-Identifier: MIT
// A bent trough with three equal valleys in it.
#pragma once

#include <algorithm>
#include <iterator>
#include <vector>

#include "fogline/core/elementary.hpp"
#include "fogline/core/geometry.hpp"
#include "fogline/core/info.hpp"
#include "fogline/core/param.hpp"

namespace fogline {

struct Branin {
  static constexpr Info info{
      .id = "branin",
      .name = "Branin",
      .group = "Many valleys",
      .formula = "a (y - b x^2 + c x - r)^2 + s (1 - t) cos(x) + s",
      .source =
          "Branin 1972, IBM J. Res. Dev. 16:504; parameters of Dixon and Szego 1978, domain of "
          "Surjanovic and Bingham",
      .note =
          "A bent trough, cut by a cosine into equal valleys: three in the domain, loss s t = "
          "0.397887. For s (1 - t) = 0 the whole trough is one line of minima."};

  double a = 1, b = 5.1 / (4 * pi * pi), c = 5 / pi, r = 6, s = 10, t = 1 / (8 * pi);

  std::vector<Param> params() {
    return {real("a", a, {0.1, 10, Scale::log}, positive, "Steepness of the trough's walls."),
            real("b", b, {0.1, 0.16}, any_finite, "Bend of the trough: y = b x^2 - c x + r."),
            real("c", c, {1, 2.2}, any_finite, "Tilt of the trough."),
            real("r", r, {4, 8}, any_finite, "Height at which the trough crosses x = 0."),
            real("s", s, {1, 30}, any_finite, "Height of the passes between the valleys."),
            real("t", t, {0, 0.9}, any_finite,
                 "Share of s that is not cosine; above 1 valleys and passes change places.")};
  }
  Box domain() const { return {{-5, 0}, {10, 15}}; }
  // Where the parabola meets the lowest places of the cosine: those in the domain, or, if the
  // params bring none there, all three.
  std::vector<Vec2> minima() const {
    const double first = s * (1 - t) < 0 ? -2 * pi : -pi;
    std::vector<Vec2> all, inside;
    for (const double x : {first, first + 2 * pi, first + 4 * pi})
      all.push_back({x, b * sq(x) - c * x + r});
    std::copy_if(all.begin(), all.end(), std::back_inserter(inside),
                 [box = domain()](Vec2 m) { return box.contains(m); });
    return inside.empty() ? all : inside;
  }
  auto operator()(const auto& p) const {
    const auto& [x, y] = p;
    return a * sq(y - b * sq(x) + c * x - r) + s * (1.0 - t) * cos(x) + s;
  }
  friend bool operator==(const Branin&, const Branin&) = default;
};

}  // namespace fogline
