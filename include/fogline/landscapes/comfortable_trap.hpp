// SPDX-License-Identifier: MIT
// Two wells in a gentle bowl with a ridge between them: the near one shallow, the far one deep. It
// shows in ten seconds why the start and the method matter.
#pragma once

#include <vector>

#include "fogline/core/elementary.hpp"
#include "fogline/core/geometry.hpp"
#include "fogline/core/info.hpp"
#include "fogline/core/param.hpp"
#include "fogline/landscapes/polish.hpp"

namespace fogline {

struct ComfortableTrap {
  static constexpr Info info{
      .id = "comfortable_trap",
      .name = "Comfortable trap",
      .group = "Traps",
      .formula =
          "0.6 r^2 + 0.01 r^4 - 10 exp(-((s + d)^2 + t^2) / 2) "
          "- 10 depth_ratio exp(-((s - d)^2 + t^2) / 2) + ridge_height exp(-2 s^2 - t^2 / 8), "
          "r^2 = x^2 + y^2, s = 0.8 x + 0.6 y, t = 0.8 y - 0.6 x, d = distance / 2",
      .source = "Fogline",
      .note =
          "From the lower left, slope leads into the shallow well and holds there: comfortable, "
          "and wrong. Momentum from high on that side carries over the ridge (learning rate "
          "0.02, momentum 0.9), from lower down it does not."};

  double depth_ratio = 3;
  double ridge_height = 3.5;
  double distance = 4.6;

  std::vector<Param> params() {
    return {real("depth_ratio", depth_ratio, {1.2, 4}, positive,
                 "Depth of the far well over that of the near one, which is 10."),
            real("ridge_height", ridge_height, {0, 15}, any_finite,
                 "Height of the ridge between the wells; 0 leaves the bowl alone."),
            real("distance", distance, {3, 6.5}, positive, "From the near well to the far one.")};
  }
  Box domain() const { return {{-5, -5}, {5, 5}}; }
  std::vector<Vec2> minima() const { return valleys(*this, starts()).lowest; }
  std::vector<Vec2> local_minima() const { return valleys(*this, starts()).higher; }
  // The wells, the middle, and where the ridge ends.
  std::vector<Vec2> starts() const {
    const Vec2 far = 0.5 * distance * Vec2{0.8, 0.6}, end_of_ridge{-1.8, 2.4};
    return {far, -1.0 * far, {0, 0}, end_of_ridge, -1.0 * end_of_ridge};
  }

  auto operator()(const auto& p) const {
    const auto& [x, y] = p;
    const double d = 0.5 * distance;
    const auto s = 0.8 * x + 0.6 * y;
    const auto t2 = sq(0.8 * y - 0.6 * x);
    const auto r2 = sq(x) + sq(y);
    const auto bowl = 0.6 * r2 + 0.01 * sq(r2);
    const auto near = 10.0 * exp(-0.5 * (sq(s + d) + t2));
    const auto far = 10.0 * depth_ratio * exp(-0.5 * (sq(s - d) + t2));
    const auto ridge = ridge_height * exp(-2.0 * sq(s) - 0.125 * t2);
    return bowl - near - far + ridge;
  }
  friend bool operator==(const ComfortableTrap&, const ComfortableTrap&) = default;
};

}  // namespace fogline
