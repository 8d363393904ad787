// SPDX-License-Identifier: MIT
// A pass without an end on either side.
#pragma once

#include <vector>

#include "fogline/core/coordinates.hpp"
#include "fogline/core/elementary.hpp"
#include "fogline/core/geometry.hpp"
#include "fogline/core/info.hpp"
#include "fogline/core/param.hpp"

namespace fogline {

struct Saddle {
  static constexpr Info info{
      .id = "saddle",
      .name = "Saddle",
      .group = "Saddles and flats",
      .formula = "x^2 - y^2",
      .source = "the hyperbolic paraboloid",
      .note =
          "Unbounded below: there is nothing to find, walkers leave the map. On the line y = 0 "
          "slope alone never leaves the pass."};

  std::vector<Param> params() { return {}; }
  Box domain() const { return {{-2, -2}, {2, 2}}; }
  std::vector<Vec2> minima() const { return {}; }
  auto operator()(const auto& p) const {
    const std::size_t last = static_cast<std::size_t>(dimension(p)) - 1;
    return sum(p,
               [last](const auto& x, std::size_t i) { return (i == last ? -1.0 : 1.0) * sq(x); });
  }
  friend bool operator==(const Saddle&, const Saddle&) = default;
};

}  // namespace fogline
