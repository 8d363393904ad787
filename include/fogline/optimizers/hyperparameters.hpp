// SPDX-License-Identifier: MIT
// Hyperparameters that several rules have, described once.
#pragma once

#include "fogline/core/param.hpp"

namespace fogline {

// Of a rule whose steps are as long as the rate, however steep the slope.
inline Param step_length_param(double& learning_rate) {
  return real("learning_rate", learning_rate, {1e-5, 10, Scale::log}, any_finite,
              "Length of a step, per coordinate.");
}
inline Param momentum_param(double& momentum) {
  return real("momentum", momentum, {0, 0.99}, any_finite,
              "Share of the velocity kept from step to step; 0 is plain descent.");
}
inline Param beta1_param(double& beta1) {
  return real("beta1", beta1, {0, 0.99}, unit_half_open, "Memory of the averaged slope.");
}
inline Param beta2_param(double& beta2) {
  return real("beta2", beta2, {0, 0.9999}, unit_half_open,
              "Memory of the average of squared slopes.");
}
inline Param epsilon_param(double& epsilon) {
  return real("epsilon", epsilon, {1e-16, 1, Scale::log}, non_negative,
              "Keeps the division finite.");
}
inline Param weight_decay_param(double& weight_decay) {
  return real("weight_decay", weight_decay, {0, 0.1}, any_finite,
              "Pull towards the origin, added to the slope (L2).");
}
inline Param decoupled_decay_param(double& weight_decay) {
  return real("weight_decay", weight_decay, {0, 0.1}, any_finite,
              "Pull towards the origin beside the slope: each step takes this share of x times the "
              "rate.");
}

}  // namespace fogline
