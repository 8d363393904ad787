// SPDX-License-Identifier: MIT
// Steep hills around one deep hole.
#pragma once

#include <vector>

#include "fogline/core/elementary.hpp"
#include "fogline/core/geometry.hpp"
#include "fogline/core/info.hpp"
#include "fogline/core/param.hpp"
#include "fogline/landscapes/polish.hpp"

namespace fogline {

struct MishraBird {
  static constexpr Info info{
      .id = "mishra_bird",
      .name = "Mishra's bird",
      .group = "Traps",
      .formula = "sin(y) exp((1 - cos(x))^2) + cos(x) exp((1 - sin(y))^2) + (x - y)^2",
      .source = "Mishra 2006, MPRA paper 1005; domain of the constrained version",
      .note =
          "Steep hills and a deep hole at (-3.13025, -1.58214), loss -106.7645, beside several "
          "lesser ones. Often posed with the walker kept inside the disk (x + 5)^2 + (y + 5)^2 < "
          "25: the same minimum. We leave the disk away."};

  std::vector<Param> params() { return {}; }
  Box domain() const { return {{-10, -6.5}, {0, 0}}; }
  std::vector<Vec2> minima() const { return {polish(*this, {-3.130247, -1.582142})}; }
  // Losses -48.4060 and 1.4870.
  std::vector<Vec2> local_minima() const {
    return {polish(*this, {-9.367560, -1.628014}), polish(*this, {-5.377667, -5.617908})};
  }
  auto operator()(const auto& p) const {
    const auto& [x, y] = p;
    return sin(y) * exp(sq(1.0 - cos(x))) + cos(x) * exp(sq(1.0 - sin(y))) + sq(x - y);
  }
  friend bool operator==(const MishraBird&, const MishraBird&) = default;
};

}  // namespace fogline
