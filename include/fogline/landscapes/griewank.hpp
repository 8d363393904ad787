// SPDX-License-Identifier: MIT
// A wide shallow bowl, rippled all over.
#pragma once

#include <vector>

#include "fogline/core/coordinates.hpp"
#include "fogline/core/elementary.hpp"
#include "fogline/core/geometry.hpp"
#include "fogline/core/info.hpp"
#include "fogline/core/param.hpp"

namespace fogline {

struct Griewank {
  static constexpr Info info{
      .id = "griewank",
      .name = "Griewank",
      .group = "Many valleys",
      .formula = "(x^2 + y^2) / 4000 - cos(x) cos(y / sqrt(2)) + 1",
      .source = "Griewank 1981, J. Optim. Theory Appl. 34:11; domain of Surjanovic and Bingham",
      .note =
          "From afar a smooth bowl, from close by some 46,000 hollows, 2 deep: slope is all "
          "ripple. The second cosine takes y / sqrt(2); texts that drop the root draw "
          "another map."};

  std::vector<Param> params() { return {}; }
  Box domain() const { return {{-600, -600}, {600, 600}}; }
  std::vector<Vec2> minima() const { return {{0, 0}}; }
  // Grouped so that the loss at the origin is exactly 0.
  auto operator()(const auto& p) const {
    const auto bowl = sum(p, [](const auto& x, std::size_t) { return sq(x); }) / 4000.0;
    const auto ripples = product(
        p, [](const auto& x, std::size_t i) { return cos(x / sqrt(static_cast<double>(i + 1))); });
    return bowl + (1.0 - ripples);
  }
  friend bool operator==(const Griewank&, const Griewank&) = default;
};

}  // namespace fogline
