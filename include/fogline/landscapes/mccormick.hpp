// SPDX-License-Identifier: MIT
// Parallel valleys on a slope.
#pragma once

#include <vector>

#include "fogline/core/elementary.hpp"
#include "fogline/core/geometry.hpp"
#include "fogline/core/info.hpp"
#include "fogline/core/param.hpp"

namespace fogline {

struct McCormick {
  static constexpr Info info{
      .id = "mccormick",
      .name = "McCormick",
      .group = "Many valleys",
      .formula = "sin(x + y) + (x - y)^2 - 1.5 x + 2.5 y + 1",
      .source =
          "Lootsma (ed.) 1972, Numerical Methods for Non-linear Optimization, Academic Press; "
          "domain of Surjanovic and Bingham",
      .note =
          "A folded sheet on a slope: a second valley, loss 1.2284, lies above in the domain, "
          "ever deeper ones outside. The minimum, (1/2 - pi/3, -1/2 - pi/3) = (-0.54720, "
          "-1.54720), loss -1.91322, is often printed (-0.54719, -1.54719), -1.9133."};

  std::vector<Param> params() { return {}; }
  Box domain() const { return {{-1.5, -3}, {4, 4}}; }
  std::vector<Vec2> minima() const { return {{0.5 - pi / 3, -0.5 - pi / 3}}; }
  std::vector<Vec2> local_minima() const { return {{0.5 + 2 * pi / 3, -0.5 + 2 * pi / 3}}; }
  auto operator()(const auto& p) const {
    const auto& [x, y] = p;
    return sin(x + y) + sq(x - y) - 1.5 * x + 2.5 * y + 1.0;
  }
  friend bool operator==(const McCormick&, const McCormick&) = default;
};

}  // namespace fogline
