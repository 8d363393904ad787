// SPDX-License-Identifier: MIT
// A gentle bowl with up to six wells, drawn from a seed and then moved at will.
#pragma once

#include <algorithm>
#include <cmath>
#include <string_view>
#include <vector>

#include "fogline/core/elementary.hpp"
#include "fogline/core/geometry.hpp"
#include "fogline/core/info.hpp"
#include "fogline/core/param.hpp"
#include "fogline/core/rng.hpp"
#include "fogline/landscapes/polish.hpp"

namespace fogline {

struct GaussianWells {
  static constexpr Info info{
      .id = "gaussian_wells",
      .name = "Gaussian wells",
      .group = "Traps",
      .formula =
          "(x^2 + y^2) / 20 - sum over the wells of "
          "depth_i exp(-((x - x_i)^2 + (y - y_i)^2) / (2 w_i^2)), widths w_i from the seed",
      .source = "Fogline",
      .note =
          "The deepest well is not the widest: where a walker ends depends on how far each well "
          "reaches. Wells that come near each other melt into one."};
  static constexpr int most = 6;

  struct Well {
    double x = 0, y = 0, depth = 0, width = 1;
    friend bool operator==(const Well&, const Well&) = default;
  };
  struct Wells {
    Well at[most];
    friend bool operator==(const Wells&, const Wells&) = default;
  };

  int number = 4;
  int seed = 1;
  Wells wells = drawn(1);  // those from `number` on stand as drawn, unused

  std::vector<Param> params() {
    static constexpr std::string_view names[most][3] = {
        {"x1", "y1", "depth1"}, {"x2", "y2", "depth2"}, {"x3", "y3", "depth3"},
        {"x4", "y4", "depth4"}, {"x5", "y5", "depth5"}, {"x6", "y6", "depth6"}};
    std::vector<Param> all{
        after<&GaussianWells::draw>(
            integer("seed", seed, {0, 999}, non_negative, "Draws all wells anew."), *this),
        after<&GaussianWells::draw_unused>(
            integer("number", number, {1, most}, {.low = 1, .high = most}, "Of wells."), *this)};
    for (int i = 0; i < number; ++i) {
      Well& w = wells.at[i];
      all.push_back(real(names[i][0], w.x, {-5, 5}, any_finite, "Where the well is."));
      all.push_back(real(names[i][1], w.y, {-5, 5}, any_finite, "Where the well is."));
      all.push_back(
          real(names[i][2], w.depth, {0, 10}, any_finite, "Of the well; a hill if negative."));
    }
    return all;
  }
  Box domain() const { return {{-5, -5}, {5, 5}}; }
  std::vector<Vec2> minima() const { return found().lowest; }
  std::vector<Vec2> local_minima() const { return found().higher; }
  auto operator()(const auto& p) const {
    const auto& [x, y] = p;
    auto loss = 0.05 * (sq(x) + sq(y));
    for (int i = 0; i < number; ++i) {
      const Well& w = wells.at[i];
      const auto r2 = sq(x - w.x) + sq(y - w.y);
      loss = loss - w.depth * exp(-0.5 / (w.width * w.width) * r2);
    }
    return loss;
  }
  friend bool operator==(const GaussianWells&, const GaussianWells&) = default;

 private:
  Valleys found() const {
    std::vector<Vec2> starts{{0, 0}};
    for (int i = 0; i < number; ++i) starts.push_back({wells.at[i].x, wells.at[i].y});
    return valleys(*this, starts);
  }

  // Of eight places drawn for a well the one furthest from the wells before it (Mitchell 1991).
  static Vec2 drawn_center(const Stream& stream, const Wells& wells, int i) {
    Vec2 best;
    double furthest = -1;
    for (std::uint32_t draw = 0; draw < 8; ++draw) {
      const Vec2 u = stream.uniform_pair(Purpose::well, static_cast<std::uint32_t>(i), draw);
      const Vec2 x = Box{{-4, -4}, {4, 4}}.at(u.x, u.y);
      double distance = HUGE_VAL;
      for (int k = 0; k < i; ++k)
        distance = std::min(distance, norm(x - Vec2{wells.at[k].x, wells.at[k].y}));
      if (distance > furthest) best = x;
      furthest = std::max(furthest, distance);
    }
    return best;
  }
  static Wells drawn(int seed) {
    const Stream stream{.seed = static_cast<std::uint64_t>(seed)};
    Wells wells;
    for (int i = 0; i < most; ++i) {
      const Vec2 center = drawn_center(stream, wells, i);
      const Vec2 u = stream.uniform_pair(Purpose::well, static_cast<std::uint32_t>(i), 8);
      wells.at[i] = {center.x, center.y, 1 + 5 * u.x, 0.5 + 0.8 * u.y};
    }
    return wells;
  }
  void draw() { wells = drawn(seed); }
  // Wells that are given up, or new, stand where the seed has them.
  void draw_unused() {
    const Wells fresh = drawn(seed);
    for (int i = number; i < most; ++i) wells.at[i] = fresh.at[i];
  }
};

}  // namespace fogline
