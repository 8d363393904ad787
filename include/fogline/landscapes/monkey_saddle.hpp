// SPDX-License-Identifier: MIT
// A pass with three ways down, flat to second order.
#pragma once

#include <vector>

#include "fogline/core/elementary.hpp"
#include "fogline/core/geometry.hpp"
#include "fogline/core/info.hpp"
#include "fogline/core/param.hpp"

namespace fogline {

struct MonkeySaddle {
  static constexpr Info info{
      .id = "monkey_saddle",
      .name = "Monkey saddle",
      .group = "Saddles and flats",
      .formula = "x^3 - 3 x y^2",
      .source = "Hilbert and Cohn-Vossen 1932, Anschauliche Geometrie",
      .note =
          "A saddle with a third way down, for the tail. At its centre the whole Hessian is 0: "
          "Newton's method has nothing to divide by, and no eigenvalue tells that this is a "
          "saddle. Unbounded below: walkers leave the map."};

  std::vector<Param> params() { return {}; }
  Box domain() const { return {{-2, -2}, {2, 2}}; }
  std::vector<Vec2> minima() const { return {}; }
  auto operator()(const auto& p) const {
    const auto& [x, y] = p;
    return x * (sq(x) - 3.0 * sq(y));
  }
  friend bool operator==(const MonkeySaddle&, const MonkeySaddle&) = default;
};

}  // namespace fogline
