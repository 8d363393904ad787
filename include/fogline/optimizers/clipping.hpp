// SPDX-License-Identifier: MIT
// Gradient clipping, by norm or by value.
#pragma once

#include <string_view>
#include <vector>

#include "fogline/core/elementary.hpp"
#include "fogline/core/geometry.hpp"
#include "fogline/core/info.hpp"
#include "fogline/core/param.hpp"
#include "fogline/optimizers/need.hpp"

namespace fogline {

struct Clipping {
  static constexpr Info info{
      .id = "clipping",
      .name = "Clipping",
      .group = "Axes",
      .formula =
          "norm: g <- g min(1, limit / (|g| + 1e-6));  value: g_i <- max(-limit, min(limit, g_i))",
      .source =
          "Pascanu, Mikolov and Bengio 2013, ICML; as torch.nn.utils.clip_grad_norm_ and "
          "clip_grad_value_",
      .note =
          "Saves a walker at a wall of slope. By norm it keeps the direction, by value it turns "
          "it. "
          "It acts on the slope that the method is told, after noise and regularization."};
  static constexpr Need need = Need::slope;
  enum Measure : int { norm, value };
  static constexpr std::string_view measures[] = {"norm", "value"};

  int by = norm;
  double limit = 1;

  std::vector<Param> params() {
    return {choice("by", by, measures, "What is limited: the slope's length or each coordinate."),
            real("limit", limit, {1e-3, 1e3, Scale::log}, positive, "In units of slope.")};
  }
  Vec2 clipped(Vec2 g) const {
    if (by == norm) return min(1.0, limit / (fogline::norm(g) + 1e-6)) * g;
    return {max(-limit, min(limit, g.x)), max(-limit, min(limit, g.y))};
  }
  friend bool operator==(const Clipping&, const Clipping&) = default;
};

}  // namespace fogline
