// SPDX-License-Identifier: MIT
// Four valleys of three depths.
#pragma once

#include <vector>

#include "fogline/core/coordinates.hpp"
#include "fogline/core/elementary.hpp"
#include "fogline/core/geometry.hpp"
#include "fogline/core/info.hpp"
#include "fogline/core/param.hpp"
#include "fogline/landscapes/polish.hpp"

namespace fogline {

struct StyblinskiTang {
  static constexpr Info info{
      .id = "styblinski_tang",
      .name = "Styblinski-Tang",
      .group = "Many valleys",
      .formula = "(x^4 - 16 x^2 + 5 x + y^4 - 16 y^2 + 5 y) / 2",
      .source = "Styblinski and Tang 1990, Neural Networks 3:467",
      .note =
          "Each coordinate has its own choice between a good and a better half; a slope chooses "
          "the nearer."};

  std::vector<Param> params() { return {}; }
  Box domain() const { return {{-5, -5}, {5, 5}}; }
  std::vector<Vec2> minima() const { return {polish(*this, {-2.903534, -2.903534})}; }
  std::vector<Vec2> local_minima() const {
    const std::vector<double> good_or_not{-2.903534, 2.746803};
    return valleys(*this, pairs(good_or_not, good_or_not)).higher;
  }
  auto operator()(const auto& p) const {
    return 0.5 * sum(p, [](const auto& x, std::size_t) {
             const auto x2 = sq(x);
             return sq(x2) - 16.0 * x2 + 5.0 * x;
           });
  }
  friend bool operator==(const StyblinskiTang&, const StyblinskiTang&) = default;
};

}  // namespace fogline
