// SPDX-License-Identifier: MIT
// A random mask over the coordinates of the gradient.
#pragma once

#include <vector>

#include "fogline/core/info.hpp"
#include "fogline/core/oracle.hpp"
#include "fogline/core/param.hpp"
#include "fogline/core/rng.hpp"
#include "fogline/optimizers/need.hpp"

namespace fogline {

struct CoordinateMask {
  static constexpr Info info{
      .id = "coordinate_mask",
      .name = "Random coordinate mask",
      .group = "Axes",
      .formula = "g_i <- g_i with probability keep, else 0, each coordinate for itself",
      .source = "Random coordinate descent, Nesterov 2012, SIAM J. Optim. 22:341",
      .note =
          "This is not dropout. Dropout (Srivastava et al. 2014) silences units of a network, so "
          "that every step trains another thinned network; the plane has no units, and cannot show "
          "it. Masked coordinates merely wait for another step.",
      .random = true};
  static constexpr Need need = Need::slope;

  double keep = 0.5;

  std::vector<Param> params() {
    return {real("keep", keep, {0.05, 1}, {.low = 0, .high = 1},
                 "Probability that a coordinate's slope is told.")};
  }
  Vec2 masked(Vec2 g, const Stream& random, Question question) const {
    const Vec2 u = random.uniform_pair(Purpose::mask, question.step, question.draw);
    return {u.x < keep ? g.x : 0, u.y < keep ? g.y : 0};
  }
  friend bool operator==(const CoordinateMask&, const CoordinateMask&) = default;
};

}  // namespace fogline
