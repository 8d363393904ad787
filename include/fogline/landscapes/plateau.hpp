// SPDX-License-Identifier: MIT
// Terraces on which the slope all but vanishes, with one ramp past them to the minimum.
#pragma once

#include <vector>

#include "fogline/core/elementary.hpp"
#include "fogline/core/geometry.hpp"
#include "fogline/core/info.hpp"
#include "fogline/core/param.hpp"

namespace fogline {

struct Plateau {
  static constexpr Info info{
      .id = "plateau",
      .name = "Terraces",
      .group = "Saddles and flats",
      .formula =
          "(1 - m) stairs + m ramp + rim, u = x^2 + y^2, stairs = tanh(4 u) + step_1 + step_2, "
          "step_i = (tanh(a_i (u / r_i^2 - 1)) + tanh(a_i (u / r_i^2 + 1))) / 2, "
          "a_i = steepness r_i / 2, "
          "r_i = 1 + i width, ramp = 0.8 (sqrt(1 + u) - 1) / width, "
          "m = (1 + tanh(8 s)) exp(-9 t^2) / 2, s = 0.8 x - 0.6 y, t = 0.6 x + 0.8 y, "
          "rim = max(0, u - (1 + 3 width)^2)^3 / 5000 + (sqrt(1 + u) - 1) / 10^7",
      .source = "Fogline",
      .note =
          "Rings of all but level ground around the minimum, a step down from each to the next, "
          "and one ramp through them all, at the lower right. On a ring, which falls by 10^-7, "
          "gradient descent stalls; momentum coasts as far as the last step pushed it; Adam "
          "divides by the size of the slope and walks on, until a step down fills its memory "
          "with steepness."};

  double steepness = 14;
  double width = 1.5;

  std::vector<Param> params() {
    return {
        real("steepness", steepness, {4, 30}, positive,
             "Of the steps. The steeper they are, the more nearly level is the ground between."),
        real("width", width, {0.8, 1.6}, positive, "Of a ring, from step to step.")};
  }
  Box domain() const { return {{-5, -5}, {5, 5}}; }
  // All terms are 0 there and positive elsewhere.
  std::vector<Vec2> minima() const { return {{0, 0}}; }

  auto operator()(const auto& p) const {
    const auto& [x, y] = p;
    const auto u = sq(x) + sq(y);
    const auto step = [&](double r) {
      const double a = 0.5 * steepness * r;
      const auto v = u / (r * r);
      return 0.5 * (tanh(a * (v - 1.0)) + tanh(a * (v + 1.0)));  // 0 for v = 0
    };
    const auto stairs = tanh(4.0 * u) + step(1 + width) + step(1 + 2 * width);
    const auto radius = sqrt(1.0 + u) - 1.0;  // less than the distance, and smooth at the centre
    const auto ramp = 0.8 / width * radius;
    const auto along = 1.0 + tanh(8.0 * (0.8 * x - 0.6 * y));
    const auto on_ramp = 0.5 * along * exp(-9.0 * sq(0.6 * x + 0.8 * y));
    const double edge = 1 + 3 * width;
    const auto rim = pow(max(u - edge * edge, 0.0), 3) / 5000.0 + 1e-7 * radius;
    return stairs + on_ramp * (ramp - stairs) + rim;
  }
  friend bool operator==(const Plateau&, const Plateau&) = default;
};

}  // namespace fogline
