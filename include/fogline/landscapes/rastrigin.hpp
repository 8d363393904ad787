// SPDX-License-Identifier: MIT
// A bowl under a lattice of small wells.
#pragma once

#include <vector>

#include "fogline/core/coordinates.hpp"
#include "fogline/core/elementary.hpp"
#include "fogline/core/geometry.hpp"
#include "fogline/core/info.hpp"
#include "fogline/core/param.hpp"
#include "fogline/landscapes/polish.hpp"

namespace fogline {

struct Rastrigin {
  static constexpr Info info{
      .id = "rastrigin",
      .name = "Rastrigin",
      .group = "Many valleys",
      .formula = "2 A + x^2 - A cos(2 pi x) + y^2 - A cos(2 pi y)",
      .source = "Rastrigin 1974, Systems of Extremal Control; in this form Rudolph 1990",
      .note =
          "About a hundred valleys in the domain, one of them the lowest. Slope tells only of the "
          "valley one is in."};

  double A = 10;

  std::vector<Param> params() {
    return {real("A", A, {0, 20}, non_negative, "Depth of the wells; 0 leaves the bowl.")};
  }
  Box domain() const { return {{-5.12, -5.12}, {5.12, 5.12}}; }
  std::vector<Vec2> minima() const { return {{0, 0}}; }
  std::vector<Vec2> local_minima() const {
    return valleys(*this, pairs(multiples(1, 5), multiples(1, 5))).higher;
  }
  auto operator()(const auto& p) const {
    return sum(dimension(p) * A, p,
               [this](const auto& x, std::size_t) { return sq(x) - A * cospi(2.0 * x); });
  }
  friend bool operator==(const Rastrigin&, const Rastrigin&) = default;
};

}  // namespace fogline
