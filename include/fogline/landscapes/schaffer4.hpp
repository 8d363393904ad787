// SPDX-License-Identifier: MIT
// Hyperbolic ripples with the minima beside the centre.
#pragma once

#include <vector>

#include "fogline/core/elementary.hpp"
#include "fogline/core/geometry.hpp"
#include "fogline/core/info.hpp"
#include "fogline/core/param.hpp"
#include "fogline/landscapes/polish.hpp"

namespace fogline {

struct Schaffer4 {
  static constexpr Info info{
      .id = "schaffer4",
      .name = "Schaffer N. 4",
      .group = "Many valleys",
      .formula = "0.5 + (cos^2(sin(|x^2 - y^2|)) - 0.5) / (1 + 0.001 (x^2 + y^2))^2",
      .source =
          "after Schaffer, Caruana, Eshelman and Das 1989, ICGA 3:51; domain of Surjanovic and "
          "Bingham",
      .note =
          "Four minima, (0, +-1.25313) and (+-1.25313, 0), loss 0.292579; texts list only the "
          "first two. The bars change nothing: cos(sin(u)) is even, so the landscape is smooth. "
          "Without the square on the cosine it is another function."};

  std::vector<Param> params() { return {}; }
  Box domain() const { return {{-100, -100}, {100, 100}}; }
  std::vector<Vec2> minima() const {
    const double m = polish(*this, {0, 1.253132}).y;
    return {{0, m}, {0, -m}, {m, 0}, {-m, 0}};
  }
  auto operator()(const auto& p) const {
    const auto& [x, y] = p;
    const auto fade = sq(1.0 + 0.001 * (sq(x) + sq(y)));
    return 0.5 + (sq(cos(sin(sq(x) - sq(y)))) - 0.5) / fade;
  }
  friend bool operator==(const Schaffer4&, const Schaffer4&) = default;
};

}  // namespace fogline
