// SPDX-License-Identifier: MIT
// The stretched bowl: steep one way, flat the other.
#pragma once

#include <vector>

#include "fogline/core/coordinates.hpp"
#include "fogline/core/elementary.hpp"
#include "fogline/core/geometry.hpp"
#include "fogline/core/info.hpp"
#include "fogline/core/param.hpp"

namespace fogline {

struct Ravine {
  static constexpr Info info{
      .id = "ravine",
      .name = "Ravine",
      .group = "Bowls",
      .formula = "(x^2 + condition y^2) / 2",
      .source = "the ill-conditioned quadratic of Goh 2017, Distill, 'Why momentum really works'",
      .note =
          "The curvatures are 1 and `condition`; steps must be short enough for the steep one, "
          "and are then slow along the other."};

  double condition = 50;

  std::vector<Param> params() {
    return {real("condition", condition, {1, 1000, Scale::log}, positive,
                 "Ratio of the steep curvature to the flat one.")};
  }
  Box domain() const { return {{-5, -5}, {5, 5}}; }
  std::vector<Vec2> minima() const { return {{0, 0}}; }
  auto operator()(const auto& p) const {
    const auto curved = [this](const auto& x, std::size_t i) {
      return (i == 0 ? 1.0 : condition) * sq(x);
    };
    return 0.5 * sum(p, curved);
  }
  friend bool operator==(const Ravine&, const Ravine&) = default;
};

}  // namespace fogline
