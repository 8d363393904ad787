// SPDX-License-Identifier: MIT
// Folded hills with 64 equal kinks for minima.
#pragma once

#include <vector>

#include "fogline/core/elementary.hpp"
#include "fogline/core/geometry.hpp"
#include "fogline/core/info.hpp"
#include "fogline/core/param.hpp"
#include "fogline/landscapes/polish.hpp"

namespace fogline {

struct Alpine {
  static constexpr Info info{
      .id = "alpine",
      .name = "Alpine N. 1",
      .group = "Kinks and cliffs",
      .formula = "|x sin(x) + 0.1 x| + |y sin(y) + 0.1 y|",
      .source =
          "Rahnamayan, Tizhoosh and Salama 2007, Comput. Math. Appl. 53:1605; domain of Jamil "
          "and Yang 2013",
      .note =
          "Texts list one minimum, the origin. There are 64 in the domain: the loss is 0 "
          "wherever each coordinate is 0 or a root of sin(x) = -0.1. All are kinks: slope does "
          "not fade towards them."};

  std::vector<Param> params() { return {}; }
  Box domain() const { return {{-10, -10}, {10, 10}}; }
  // Every pair of 0 and the roots -d, pi + d of sin(x) = -0.1, d = asin(0.1), shifted by 2 pi.
  std::vector<Vec2> minima() const {
    constexpr double d = 0.10016742116155980, turn = 2 * pi;
    const std::vector<double> roots{pi + d - 2 * turn, -d - turn,    pi + d - turn, -d, 0, pi + d,
                                    turn - d,          pi + d + turn};
    return pairs(roots, roots);
  }
  auto operator()(const auto& p) const {
    const auto& [x, y] = p;
    return abs(x * (sin(x) + 0.1)) + abs(y * (sin(y) + 0.1));
  }
  friend bool operator==(const Alpine&, const Alpine&) = default;
};

}  // namespace fogline
