// SPDX-License-Identifier: MIT
// Weight decay beside the optimizer's own step.
#pragma once

#include <vector>

#include "fogline/core/geometry.hpp"
#include "fogline/core/info.hpp"
#include "fogline/core/param.hpp"
#include "fogline/optimizers/need.hpp"

namespace fogline {

struct DecoupledWeightDecay {
  static constexpr Info info{
      .id = "decoupled_weight_decay",
      .name = "Decoupled weight decay",
      .group = "Axes",
      .formula = "x <- x + step(x) - rate(t) weight_decay x",
      .source = "Loshchilov and Hutter 2019, ICLR, algorithm 1",
      .note =
          "For plain descent the same as L2; for methods that divide by the size of past slopes it "
          "is not, for the decay is not divided. It does not keep a walker moving: it stills it, "
          "off the minimum."};
  static constexpr Need need = Need::rate;

  double weight_decay = 0.01;

  std::vector<Param> params() {
    return {real("weight_decay", weight_decay, {0, 1}, non_negative,
                 "Share of the place lost per unit of learning rate.")};
  }
  friend bool operator==(const DecoupledWeightDecay&, const DecoupledWeightDecay&) = default;
};

}  // namespace fogline
