// SPDX-License-Identifier: MIT
// Narrow canyons that cross in a plain.
#pragma once

#include <vector>

#include "fogline/core/elementary.hpp"
#include "fogline/core/geometry.hpp"
#include "fogline/core/info.hpp"
#include "fogline/core/param.hpp"
#include "fogline/landscapes/polish.hpp"

namespace fogline {

struct Michalewicz {
  static constexpr Info info{
      .id = "michalewicz",
      .name = "Michalewicz",
      .group = "Saddles and flats",
      .formula = "-sin(x) sin(x^2 / pi)^(2 m) - sin(y) sin(2 y^2 / pi)^(2 m)",
      .source =
          "Michalewicz 1992, Genetic Algorithms + Data Structures = Evolution Programs; domain "
          "of Surjanovic and Bingham",
      .note =
          "Crossing canyons in a plain; the deep hole is where the deep ones cross, at (2.2029, "
          "pi/2). The larger m, the narrower the canyons and the flatter the plain: at m = 10 "
          "most starts feel no slope."};

  int m = 10;

  std::vector<Param> params() {
    return {integer("m", m, {1, 20}, {.low = 1}, "Narrowness of the canyons.")};
  }
  Box domain() const { return {{0, 0}, {pi, pi}}; }
  Vec2 start() const { return {1.9, 1.9}; }  // where two canyons' slopes can be felt
  // Where the tops of the powers, x^2 / pi = pi/2 and 2 y^2 / pi = pi/2, lead.
  std::vector<Vec2> minima() const { return {descend(*this, {pi / 1.4142135623730951, pi / 2})}; }
  // Where the deep canyon crosses the shallow one.
  std::vector<Vec2> local_minima() const {
    return {descend(*this, {pi / 1.4142135623730951, 0.8660254037844386 * pi})};
  }
  auto operator()(const auto& p) const {
    const auto& [x, y] = p;
    const auto canyon_x = sin(x) * pow(sq(sin(sq(x) / pi)), m);
    const auto canyon_y = sin(y) * pow(sq(sin(2.0 * sq(y) / pi)), m);
    return -canyon_x - canyon_y;
  }
  friend bool operator==(const Michalewicz&, const Michalewicz&) = default;
};

}  // namespace fogline
