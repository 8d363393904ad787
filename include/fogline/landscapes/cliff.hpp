// SPDX-License-Identifier: MIT
// A wall beside a gentle valley: where gradients explode.
#pragma once

#include <vector>

#include "fogline/core/elementary.hpp"
#include "fogline/core/geometry.hpp"
#include "fogline/core/info.hpp"
#include "fogline/core/param.hpp"
#include "fogline/landscapes/polish.hpp"

namespace fogline {

struct Cliff {
  static constexpr Info info{
      .id = "cliff",
      .name = "Cliff",
      .group = "Kinks and cliffs",
      .formula =
          "log(1 + (x^2 + y^2) / 2) + height (1 + tanh(steepness (s - 1) / 2)) / 2, "
          "s = 0.6 y - 0.8 x",
      .source =
          "Fogline, after figure 6 of Pascanu, Mikolov and Bengio 2013, 'On the difficulty of "
          "training recurrent neural networks', ICML",
      .note =
          "The slope is below 0.71 but for the wall, where it reaches height steepness / 4. A "
          "walker that comes down at a rate that suits the rest of the map is thrown across the "
          "valley and off the map (learning rate 0.3), and has a long way back. A small rate, or "
          "a slope cut to a largest length, saves it."};

  double height = 10;
  double steepness = 20;

  std::vector<Param> params() {
    return {real("height", height, {0, 40}, non_negative,
                 "From the valley to the ground above the wall; 0 leaves no wall."),
            real("steepness", steepness, {4, 50}, positive,
                 "Of the wall, which is about 4 / steepness wide.")};
  }
  Box domain() const { return {{-5, -5}, {5, 5}}; }
  // The foot of the wall moves it a little away from the origin.
  std::vector<Vec2> minima() const { return {descend(*this, {0, 0})}; }

  auto operator()(const auto& p) const {
    const auto& [x, y] = p;
    const auto valley = log(1.0 + 0.5 * (sq(x) + sq(y)));
    const auto wall = 1.0 + tanh(0.5 * steepness * (0.6 * y - 0.8 * x - 1.0));
    return valley + 0.5 * height * wall;
  }
  friend bool operator==(const Cliff&, const Cliff&) = default;
};

}  // namespace fogline
