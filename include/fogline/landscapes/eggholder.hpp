// SPDX-License-Identifier: MIT
// A tray of deep hollows, the deepest of them cut off by the edge of the map.
#pragma once

#include <vector>

#include "fogline/core/elementary.hpp"
#include "fogline/core/geometry.hpp"
#include "fogline/core/info.hpp"
#include "fogline/core/param.hpp"
#include "fogline/landscapes/polish.hpp"

namespace fogline {

struct Eggholder {
  static constexpr Info info{
      .id = "eggholder",
      .name = "Eggholder",
      .group = "Many valleys",
      .formula = "-(y + 47) sin(sqrt(|y + x/2 + 47|)) - x sin(sqrt(|x - (y + 47)|))",
      .source =
          "Whitley, Rana, Dzubera and Mathias 1996, Artificial Intelligence 85:245; domain of "
          "Surjanovic and Bingham",
      .note =
          "The minimum lies on the edge of the domain, at (512, 404.23): the slope does not "
          "vanish there but points out of the map, where it goes deeper without end. Along y + "
          "x/2 + 47 = 0 and x - y = 47 the slope is infinite."};

  std::vector<Param> params() { return {}; }
  Box domain() const { return {{-512, -512}, {512, 512}}; }
  std::vector<Vec2> minima() const { return {polish_y(*this, {512, 404.231805})}; }
  auto operator()(const auto& p) const {
    const auto& [x, y] = p;
    const auto v = y + 47.0;
    return -v * sin(sqrt(abs(0.5 * x + v))) - x * sin(sqrt(abs(x - v)));
  }
  friend bool operator==(const Eggholder&, const Eggholder&) = default;
};

}  // namespace fogline
