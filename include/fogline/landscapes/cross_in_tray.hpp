// SPDX-License-Identifier: MIT
// Hollows between ridges as thin as paper.
#pragma once

#include <vector>

#include "fogline/core/elementary.hpp"
#include "fogline/core/geometry.hpp"
#include "fogline/core/info.hpp"
#include "fogline/core/param.hpp"
#include "fogline/landscapes/polish.hpp"

namespace fogline {

struct CrossInTray {
  static constexpr Info info{
      .id = "cross_in_tray",
      .name = "Cross-in-tray",
      .group = "Kinks and cliffs",
      .formula = "-0.0001 (|sin(x) sin(y) exp(|100 - sqrt(x^2 + y^2) / pi|)| + 1)^0.1",
      .source = "Mishra 2006, MPRA paper 2718; domain of Surjanovic and Bingham",
      .note =
          "Ridges without width wherever sin(x) or sin(y) is 0; between them, rounded hollows, "
          "of which four are the deepest, at +-1.34941 (often printed 1.3491), loss -2.06261. On "
          "the ridges the slope counts as 0, beside them it is huge."};

  std::vector<Param> params() { return {}; }
  Box domain() const { return {{-10, -10}, {10, 10}}; }
  std::vector<Vec2> minima() const {
    const Vec2 m = polish(*this, {1.349407, 1.349407});
    return {m, {-m.x, m.y}, {m.x, -m.y}, {-m.x, -m.y}};
  }
  // One in each of the other cells of the tray.
  std::vector<Vec2> local_minima() const {
    const std::vector<double> cells{-7.6, -4.5, -1.4, 1.4, 4.5, 7.6};
    return valleys(*this, pairs(cells, cells)).higher;
  }
  auto operator()(const auto& p) const {
    const auto& [x, y] = p;
    const auto r = sqrt(sq(x) + sq(y));
    return -1e-4 * exp(0.1 * log(abs(sin(x) * sin(y) * exp(abs(100.0 - r / pi))) + 1.0));
  }
  friend bool operator==(const CrossInTray&, const CrossInTray&) = default;
};

}  // namespace fogline
