// SPDX-License-Identifier: MIT
// A narrow bowl along the diagonal.
#pragma once

#include <vector>

#include "fogline/core/elementary.hpp"
#include "fogline/core/geometry.hpp"
#include "fogline/core/info.hpp"
#include "fogline/core/param.hpp"

namespace fogline {

struct Matyas {
  static constexpr Info info{
      .id = "matyas",
      .name = "Matyas",
      .group = "Bowls",
      .formula = "0.26 (x^2 + y^2) - 0.48 x y",
      .source =
          "Matyas 1965, Automation and Remote Control 26:246; domain of Surjanovic and Bingham",
      .note =
          "A trough along x = y: the curvatures are 0.04 and 1, so slope falls to the diagonal "
          "at once and then hardly pulls along it. Often called multimodal; a quadratic has one "
          "minimum."};

  std::vector<Param> params() { return {}; }
  Box domain() const { return {{-10, -10}, {10, 10}}; }
  std::vector<Vec2> minima() const { return {{0, 0}}; }
  auto operator()(const auto& p) const {
    const auto& [x, y] = p;
    return 0.26 * (sq(x) + sq(y)) - 0.48 * x * y;
  }
  friend bool operator==(const Matyas&, const Matyas&) = default;
};

}  // namespace fogline
