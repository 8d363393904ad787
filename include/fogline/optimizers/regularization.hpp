// SPDX-License-Identifier: MIT
// Penalties on the distance from the origin: they change the objective, and so the minimum.
#pragma once

#include <vector>

#include "fogline/core/elementary.hpp"
#include "fogline/core/info.hpp"
#include "fogline/core/param.hpp"
#include "fogline/optimizers/need.hpp"

namespace fogline {

struct Regularization {
  static constexpr Info info{
      .id = "regularization",
      .name = "Regularization",
      .group = "Axes",
      .formula = "f(x) + l2 (x^2 + y^2) / 2 + l1 (|x| + |y|)",
      .source = "Tikhonov 1943; Tibshirani 1996, J. R. Statist. Soc. B 58:267",
      .note =
          "The racer descends this sum; its losses on screen are the landscape's own. The factor "
          "1/2 "
          "makes l2 the weight_decay of torch.optim.SGD. At l1's kink the slope counts as 0."};
  static constexpr Need need = Need::nothing;

  double l2 = 0.01;
  double l1 = 0;

  std::vector<Param> params() {
    return {real("l2", l2, {0, 10}, non_negative, "Weight of half the squared length."),
            real("l1", l1, {0, 10}, non_negative, "Weight of the sum of absolute values.")};
  }
  auto operator()(const auto& p) const {
    const auto& [x, y] = p;
    return 0.5 * l2 * (sq(x) + sq(y)) + l1 * (abs(x) + abs(y));
  }
  friend bool operator==(const Regularization&, const Regularization&) = default;
};

}  // namespace fogline
