// SPDX-License-Identifier: MIT
// A cone in a plain of ripples.
#pragma once

#include <vector>

#include "fogline/core/coordinates.hpp"
#include "fogline/core/elementary.hpp"
#include "fogline/core/geometry.hpp"
#include "fogline/core/info.hpp"
#include "fogline/core/param.hpp"

namespace fogline {

struct Ackley {
  static constexpr Info info{
      .id = "ackley",
      .name = "Ackley",
      .group = "Many valleys",
      .formula = "a + e - a exp(-b sqrt((x^2 + y^2) / 2)) - exp((cos(c x) + cos(c y)) / 2)",
      .source =
          "Ackley 1987, A Connectionist Machine for Genetic Hillclimbing; domain of "
          "Surjanovic and Bingham",
      .note =
          "The minimum is the tip of a cone: the slope does not vanish towards it. At the tip "
          "itself it counts as 0. Many show only [-5, 5]."};

  double a = 20, b = 0.2, c = 2 * pi;

  std::vector<Param> params() {
    return {real("a", a, {1, 40}, positive, "Depth of the cone."),
            real("b", b, {0.02, 1, Scale::log}, positive, "How steeply the cone rises."),
            real("c", c, {0, 4 * pi}, any_finite, "Frequency of the ripples.")};
  }
  Box domain() const { return {{-32.768, -32.768}, {32.768, 32.768}}; }
  std::vector<Vec2> minima() const { return {{0, 0}}; }
  // Grouped so that the loss at the origin is exactly 0.
  auto operator()(const auto& p) const {
    const double share = 1 / dimension(p);
    const auto square = sum(p, [](const auto& x, std::size_t) { return sq(x); });
    const double halves = c / pi;
    const auto waves = sum(p, [halves](const auto& x, std::size_t) { return cospi(halves * x); });
    const auto cone = 1.0 - exp(-b * sqrt(share * square));
    const auto ripples = 1.0 - exp(share * waves - 1.0);
    return a * cone + euler * ripples;
  }
  friend bool operator==(const Ackley&, const Ackley&) = default;
};

}  // namespace fogline
