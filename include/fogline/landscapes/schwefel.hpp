// SPDX-License-Identifier: MIT
// Valleys that deepen outwards, the deepest in a corner.
#pragma once

#include <vector>

#include "fogline/core/elementary.hpp"
#include "fogline/core/geometry.hpp"
#include "fogline/core/info.hpp"
#include "fogline/core/param.hpp"
#include "fogline/landscapes/polish.hpp"

namespace fogline {

struct Schwefel {
  static constexpr Info info{
      .id = "schwefel",
      .name = "Schwefel",
      .group = "Traps",
      .formula = "2 * 418.98288727243370 - x sin(sqrt(|x|)) - y sin(sqrt(|y|))",
      .source =
          "Schwefel 1981, Numerical Optimization of Computer Models, Wiley; domain of Surjanovic "
          "and Bingham",
      .note =
          "The best valley lies in a corner at (420.97, 420.97), the second best far away: what "
          "looks like a trend leads astray. Outside the map it goes deeper without end. The "
          "constant, often cut to 418.9829, makes the minimum 0."};

  // The maximum of x sin(sqrt(|x|)) in the domain, at x = 420.96874635998203.
  static constexpr double deepest = 418.98288727243370627;

  std::vector<Param> params() { return {}; }
  Box domain() const { return {{-500, -500}, {500, 500}}; }
  std::vector<Vec2> minima() const { return {polish(*this, {420.968746, 420.968746})}; }
  std::vector<Vec2> local_minima() const {
    const std::vector<double> valley{-302.5, -124.8, -25.9, 5.24, 65.5, 203.8, 421};
    return valleys(*this, pairs(valley, valley)).higher;
  }
  auto operator()(const auto& p) const {
    const auto& [x, y] = p;
    return (deepest - x * sin(sqrt(abs(x)))) + (deepest - y * sin(sqrt(abs(y))));
  }
  friend bool operator==(const Schwefel&, const Schwefel&) = default;
};

}  // namespace fogline
