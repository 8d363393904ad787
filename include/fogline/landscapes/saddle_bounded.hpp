// SPDX-License-Identifier: MIT
// A pass with a valley on either side.
#pragma once

#include <vector>

#include "fogline/core/elementary.hpp"
#include "fogline/core/geometry.hpp"
#include "fogline/core/info.hpp"
#include "fogline/core/param.hpp"

namespace fogline {

struct SaddleBounded {
  static constexpr Info info{
      .id = "saddle_bounded",
      .name = "Saddle with two exits",
      .group = "Saddles and flats",
      .formula = "x^2 - y^2 + y^4 / 2",
      .source = "the saddle with a fourth power to hold it; a double well in y (Duffing 1918)",
      .note =
          "Near the origin it is the saddle x^2 - y^2, but its exits end in two equal minima at "
          "(0, -1) and (0, 1), loss -1/2."};

  std::vector<Param> params() { return {}; }
  Box domain() const { return {{-2, -2}, {2, 2}}; }
  std::vector<Vec2> minima() const { return {{0, -1}, {0, 1}}; }
  auto operator()(const auto& p) const {
    const auto& [x, y] = p;
    return sq(x) - sq(y) + 0.5 * sq(sq(y));
  }
  friend bool operator==(const SaddleBounded&, const SaddleBounded&) = default;
};

}  // namespace fogline
