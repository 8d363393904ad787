// SPDX-License-Identifier: MIT
// A hole in a plain.
#pragma once

#include <vector>

#include "fogline/core/elementary.hpp"
#include "fogline/core/geometry.hpp"
#include "fogline/core/info.hpp"
#include "fogline/core/param.hpp"

namespace fogline {

struct Needle {
  static constexpr Info info{
      .id = "needle",
      .name = "Needle in a plain",
      .group = "Many valleys",
      .formula =
          "funnel r^2 - depth exp(-r^2 / (2 width^2)), r^2 = (x - center_x)^2 + (y - center_y)^2",
      .source = "Fogline, after Easom 1990, thesis, University of Louisville",
      .note =
          "Set the funnel to 0, and the slope leads only from the few percent of the map next to "
          "the hole: elsewhere there is nothing but searching. The faintest funnel changes that, "
          "for whoever is not in a hurry."};

  double depth = 1;
  double width = 0.3;
  double center_x = 1.5;
  double center_y = -2;
  double funnel = 0.001;

  std::vector<Param> params() {
    return {real("depth", depth, {0.1, 10}, positive, "Of the hole."),
            real("width", width, {0.05, 2, Scale::log}, positive, "Of the hole, as a deviation."),
            real("center_x", center_x, {-4.5, 4.5}, any_finite, "Where the hole is."),
            real("center_y", center_y, {-4.5, 4.5}, any_finite, "Where the hole is."),
            real("funnel", funnel, {0, 0.05}, non_negative,
                 "Half the curvature of the bowl around the hole; 0 leaves a plain.")};
  }
  Box domain() const { return {{-5, -5}, {5, 5}}; }
  std::vector<Vec2> minima() const { return {{center_x, center_y}}; }
  auto operator()(const auto& p) const {
    const auto& [x, y] = p;
    const auto r2 = sq(x - center_x) + sq(y - center_y);
    return funnel * r2 - depth * exp(-0.5 / (width * width) * r2);
  }
  friend bool operator==(const Needle&, const Needle&) = default;
};

}  // namespace fogline
