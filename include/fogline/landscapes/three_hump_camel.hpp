// SPDX-License-Identifier: MIT
// One good valley between two that are not.
#pragma once

#include <vector>

#include "fogline/core/elementary.hpp"
#include "fogline/core/geometry.hpp"
#include "fogline/core/info.hpp"
#include "fogline/core/param.hpp"
#include "fogline/landscapes/polish.hpp"

namespace fogline {

struct ThreeHumpCamel {
  static constexpr Info info{
      .id = "three_hump_camel",
      .name = "Three-hump camel",
      .group = "Traps",
      .formula = "2 x^2 - 1.05 x^4 + x^6 / 6 + x y + y^2",
      .source =
          "Dixon and Szego 1978, Towards Global Optimization 2; domain of Surjanovic and Bingham",
      .note =
          "Three valleys in a row; the outer two, at (-+1.7476, +-0.8738), loss 0.2986, are wide "
          "and hold whoever comes from outside. Most of the map rises steeply: the corners reach "
          "2000."};

  std::vector<Param> params() { return {}; }
  Box domain() const { return {{-5, -5}, {5, 5}}; }
  std::vector<Vec2> minima() const { return {{0, 0}}; }
  // Where y = -x / 2 and x^4 - 4.2 x^2 + 3.5 = 0.
  std::vector<Vec2> local_minima() const {
    const Vec2 m = polish(*this, {1.747552, -0.873776});
    return {m, -1.0 * m};
  }
  auto operator()(const auto& p) const {
    const auto& [x, y] = p;
    const auto x2 = sq(x);
    return 2.0 * x2 - 1.05 * sq(x2) + x2 * sq(x2) / 6.0 + x * y + sq(y);
  }
  friend bool operator==(const ThreeHumpCamel&, const ThreeHumpCamel&) = default;
};

}  // namespace fogline
