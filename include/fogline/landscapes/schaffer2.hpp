// SPDX-License-Identifier: MIT
// Hyperbolic ripples, ever finer outwards.
#pragma once

#include <vector>

#include "fogline/core/elementary.hpp"
#include "fogline/core/geometry.hpp"
#include "fogline/core/info.hpp"
#include "fogline/core/param.hpp"

namespace fogline {

struct Schaffer2 {
  static constexpr Info info{
      .id = "schaffer2",
      .name = "Schaffer N. 2",
      .group = "Many valleys",
      .formula = "0.5 + (sin^2(x^2 - y^2) - 0.5) / (1 + 0.001 (x^2 + y^2))^2",
      .source =
          "after Schaffer, Caruana, Eshelman and Das 1989, ICGA 3:51; domain of Surjanovic and "
          "Bingham",
      .note =
          "Valleys are hyperbolas x^2 - y^2 = k pi, narrower the further out: at the edge they "
          "are 0.016 apart, far finer than the picture. In the middle two troughs cross in the "
          "one minimum."};

  std::vector<Param> params() { return {}; }
  Box domain() const { return {{-100, -100}, {100, 100}}; }
  std::vector<Vec2> minima() const { return {{0, 0}}; }
  auto operator()(const auto& p) const {
    const auto& [x, y] = p;
    const auto fade = sq(1.0 + 0.001 * (sq(x) + sq(y)));
    return 0.5 + (sq(sin(sq(x) - sq(y))) - 0.5) / fade;
  }
  friend bool operator==(const Schaffer2&, const Schaffer2&) = default;
};

}  // namespace fogline
