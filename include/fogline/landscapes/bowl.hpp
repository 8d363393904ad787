// SPDX-License-Identifier: MIT
// The round bowl: the gentlest terrain there is.
#pragma once

#include <vector>

#include "fogline/core/coordinates.hpp"
#include "fogline/core/elementary.hpp"
#include "fogline/core/geometry.hpp"
#include "fogline/core/info.hpp"
#include "fogline/core/param.hpp"

namespace fogline {

struct Bowl {
  static constexpr Info info{
      .id = "bowl",
      .name = "Bowl",
      .group = "Bowls",
      .formula = "x^2 + y^2",
      .source = "De Jong 1975, thesis, University of Michigan (sphere function)",
      .note =
          "Every direction curves alike (Hessian 2 I): gradient descent runs straight down, and "
          "arrives in one step for a learning rate of 1/2."};

  std::vector<Param> params() { return {}; }
  Box domain() const { return {{-5.12, -5.12}, {5.12, 5.12}}; }
  std::vector<Vec2> minima() const { return {{0, 0}}; }
  auto operator()(const auto& p) const {
    return sum(p, [](const auto& x, std::size_t) { return sq(x); });
  }
  friend bool operator==(const Bowl&, const Bowl&) = default;
};

}  // namespace fogline
