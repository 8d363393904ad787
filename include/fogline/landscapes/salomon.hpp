// SPDX-License-Identifier: MIT
// Rings of equal ripples on a cone.
#pragma once

#include <vector>

#include "fogline/core/elementary.hpp"
#include "fogline/core/geometry.hpp"
#include "fogline/core/info.hpp"
#include "fogline/core/param.hpp"

namespace fogline {

struct Salomon {
  static constexpr Info info{
      .id = "salomon",
      .name = "Salomon",
      .group = "Many valleys",
      .formula = "1 - cos(2 pi r) + 0.1 r, r^2 = x^2 + y^2",
      .source = "Salomon 1996, BioSystems 39:263; domain of Jamil and Yang 2013",
      .note =
          "A hundred circular valleys around the minimum, near r = 1, 2, 3, ...: each is a whole "
          "ring, flat along itself, and a walker must climb 2 to gain 0.1. The tip of the cone "
          "0.1 r makes a kink at the minimum."};

  std::vector<Param> params() { return {}; }
  Box domain() const { return {{-100, -100}, {100, 100}}; }
  std::vector<Vec2> minima() const { return {{0, 0}}; }
  // The ripples are smooth at the centre, and so written in r^2; the cone is not.
  auto operator()(const auto& p) const {
    const auto& [x, y] = p;
    const auto r2 = sq(x) + sq(y);
    return (1.0 - cos_sqrt(4 * pi * pi * r2)) + 0.1 * sqrt(r2);
  }
  friend bool operator==(const Salomon&, const Salomon&) = default;
};

}  // namespace fogline
