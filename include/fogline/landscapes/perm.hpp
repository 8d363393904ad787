// SPDX-License-Identifier: MIT
// A bent floor with two equal minima where one is expected.
#pragma once

#include <vector>

#include "fogline/core/elementary.hpp"
#include "fogline/core/geometry.hpp"
#include "fogline/core/info.hpp"
#include "fogline/core/param.hpp"

namespace fogline {

struct Perm {
  static constexpr Info info{
      .id = "perm",
      .name = "Perm",
      .group = "Bowls",
      .formula =
          "((1 + beta) (x - 1) + (2 + beta) (y/2 - 1))^2 + ((1 + beta) (x^2 - 1) + (4 + beta) "
          "(y^2/4 - 1))^2",
      .source =
          "Neumaier, Global optimization test problems, University of Vienna: Perm(2, beta); "
          "domain of Surjanovic and Bingham",
      .note =
          "A line meets an ellipse, and both squares vanish where they cross: at (1, 2), which "
          "is listed, and again at (1 + 4 (2 + beta) / q, 2 - 8 (1 + beta) / q), q = 2 beta^2 + "
          "9 beta + 8, which texts leave out. The function Perm(0, d, beta) is another one."};

  double beta = 0.5;

  std::vector<Param> params() {
    return {real("beta", beta, {0, 10}, non_negative, "The larger, the closer the two minima.")};
  }
  Box domain() const { return {{-2, -2}, {2, 2}}; }
  std::vector<Vec2> minima() const {
    const double q = 2 * beta * beta + 9 * beta + 8;
    return {{1, 2}, {1 + 4 * (2 + beta) / q, 2 - 8 * (1 + beta) / q}};
  }
  auto operator()(const auto& p) const {
    const auto& [x, y] = p;
    const auto line = (1.0 + beta) * (x - 1.0) + (2.0 + beta) * (0.5 * y - 1.0);
    const auto ellipse = (1.0 + beta) * (sq(x) - 1.0) + (4.0 + beta) * (0.25 * sq(y) - 1.0);
    return sq(line) + sq(ellipse);
  }
  friend bool operator==(const Perm&, const Perm&) = default;
};

}  // namespace fogline
