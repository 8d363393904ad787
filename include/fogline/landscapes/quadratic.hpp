// SPDX-License-Identifier: MIT
// Every quadratic of the plane: bowl, ravine, trough, saddle and dome are one slider apart.
#pragma once

#include <algorithm>
#include <vector>

#include "fogline/core/elementary.hpp"
#include "fogline/core/geometry.hpp"
#include "fogline/core/info.hpp"
#include "fogline/core/param.hpp"

namespace fogline {

struct Quadratic {
  static constexpr Info info{
      .id = "quadratic",
      .name = "Quadratic",
      .group = "Bowls",
      .formula =
          "(lambda1 s^2 + lambda2 t^2) / 2, s = x cos(angle) + y sin(angle), "
          "t = y cos(angle) - x sin(angle)",
      .source = "the quadratic form of a symmetric matrix by its eigenvalues and eigenvectors",
      .note =
          "Near a critical point every smooth loss looks like one of these. Both eigenvalues "
          "positive: a bowl, or a ravine where they differ much. One 0: a trough, with a line of "
          "minima through the origin, of which the origin is listed. One negative: a saddle, and "
          "there is nothing to find, as walkers leave the map."};

  double lambda1 = 1;
  double lambda2 = 8;
  double angle = 30;            // degrees
  Vec2 direction = toward(30);  // follows the angle

  std::vector<Param> params() {
    return {real("lambda1", lambda1, {-10, 10}, any_finite, "Curvature along the direction."),
            real("lambda2", lambda2, {-10, 10}, any_finite, "Curvature across it."),
            after<&Quadratic::turn>(
                real("angle", angle, {0, 180}, any_finite,
                     "Of the direction, in degrees from the x axis towards the y axis."),
                *this)};
  }
  Box domain() const { return {{-5, -5}, {5, 5}}; }
  std::vector<Vec2> minima() const {
    if (std::min(lambda1, lambda2) < 0) return {};
    return {{0, 0}};
  }
  auto operator()(const auto& p) const {
    const auto& [x, y] = p;
    const auto s = direction.x * x + direction.y * y;
    const auto t = direction.x * y - direction.y * x;
    return 0.5 * (lambda1 * sq(s) + lambda2 * sq(t));
  }
  friend bool operator==(const Quadratic&, const Quadratic&) = default;

 private:
  static Vec2 toward(double degrees) {
    const auto [sine, cosine] = sincos(degrees * (pi / 180));
    return {cosine, sine};
  }
  void turn() { direction = toward(angle); }
};

}  // namespace fogline
