// SPDX-License-Identifier: MIT
// A narrow hole in a wide plain.
#pragma once

#include <vector>

#include "fogline/core/elementary.hpp"
#include "fogline/core/geometry.hpp"
#include "fogline/core/info.hpp"
#include "fogline/core/param.hpp"

namespace fogline {

struct Easom {
  static constexpr Info info{
      .id = "easom",
      .name = "Easom",
      .group = "Saddles and flats",
      .formula = "-cos(x) cos(y) exp(-(x - pi)^2 - (y - pi)^2)",
      .source =
          "Easom 1990, M. Eng. thesis, University of Louisville; domain of Surjanovic and "
          "Bingham",
      .note =
          "A hole of width 1 at (pi, pi) in a plain of 200 by 200. Ten units away the slope is "
          "1e-42, thirty away it is exactly 0 in double precision: who feels only slope cannot "
          "know."};

  std::vector<Param> params() { return {}; }
  Box domain() const { return {{-100, -100}, {100, 100}}; }
  Vec2 start() const { return {2, 4.4}; }  // on the rim: further out there is no slope
  std::vector<Vec2> minima() const { return {{pi, pi}}; }
  auto operator()(const auto& p) const {
    const auto& [x, y] = p;
    return -cos(x) * cos(y) * exp(-sq(x - pi) - sq(y - pi));
  }
  friend bool operator==(const Easom&, const Easom&) = default;
};

}  // namespace fogline
