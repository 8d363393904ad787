// SPDX-License-Identifier: MIT
// A valley without width, walls of infinite slope.
#pragma once

#include <vector>

#include "fogline/core/elementary.hpp"
#include "fogline/core/geometry.hpp"
#include "fogline/core/info.hpp"
#include "fogline/core/param.hpp"

namespace fogline {

struct Bukin6 {
  static constexpr Info info{
      .id = "bukin6",
      .name = "Bukin N. 6",
      .group = "Kinks and cliffs",
      .formula = "100 sqrt(|y - 0.01 x^2|) + 0.01 |x + 10|",
      .source =
          "Bukin 1997, preprint BUDKER-INP-1997-79, Novosibirsk; domain of Surjanovic and "
          "Bingham",
      .note =
          "A valley as sharp as a knife, y = 0.01 x^2: its walls are infinitely steep at the "
          "bottom, and along it the loss falls by 0.01 a unit. A millionth beside the bottom the "
          "loss is 0.1, as much as ten units along it gain."};

  std::vector<Param> params() { return {}; }
  Box domain() const { return {{-15, -3}, {-5, 3}}; }
  std::vector<Vec2> minima() const { return {{-10, 1}}; }
  auto operator()(const auto& p) const {
    const auto& [x, y] = p;
    return 100.0 * sqrt(abs(y - 0.01 * sq(x))) + 0.01 * abs(x + 10.0);
  }
  friend bool operator==(const Bukin6&, const Bukin6&) = default;
};

}  // namespace fogline
