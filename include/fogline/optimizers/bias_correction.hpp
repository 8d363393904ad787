// SPDX-License-Identifier: MIT
// Adam's correction of averages for their start at zero: what its family shares of a step.
#pragma once

#include "fogline/core/elementary.hpp"
#include "fogline/optimizers/rule.hpp"

namespace fogline {

// Kingma and Ba 2015, algorithm 1: m / (1 - beta1^t) and v / (1 - beta2^t).
struct BiasCorrection {
  double power1 = 1, power2 = 1;  // beta1^t, beta2^t; cut to 0 where 1 - power no longer changes
  double rate = 0;                // learning rate over 1 - beta1^t
  double root = 1;                // 1 / sqrt(1 - beta2^t)

  BiasCorrection next(double beta1, double beta2, double learning_rate) const {
    BiasCorrection s{cut(power1 * beta1), cut(power2 * beta2)};
    s.rate = learning_rate / (1 - s.power1);
    s.root = 1 / sqrt(1 - s.power2);
    return s;
  }
};

}  // namespace fogline
