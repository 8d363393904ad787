// SPDX-License-Identifier: MIT
// RMSProp as torch.optim.RMSprop, neither centered nor with momentum.
#pragma once

#include "fogline/core/elementary.hpp"
#include "fogline/optimizers/rule.hpp"

namespace fogline {

struct RmsProp {
  static constexpr Info info{
      .id = "rmsprop",
      .name = "RMSProp",
      .group = "Per coordinate",
      .formula = "v <- decay v + (1 - decay) g^2;  x <- x - learning_rate g / (sqrt(v) + epsilon)",
      .source = "Tieleman and Hinton 2012, Coursera lecture 6.5; as torch.optim.RMSprop",
      .note =
          "epsilon stands outside the root; TensorFlow puts it inside. Without bias correction the "
          "first step is "
          "learning_rate / sqrt(1 - decay) long: ten times the rate for decay 0.99.",
      .normalized = true};
  static constexpr Answer answer = Answer::iterate;

  double learning_rate = 0.01;
  double decay = 0.99;
  double epsilon = 1e-8;

  std::vector<Param> params() {
    return {real("learning_rate", learning_rate, {1e-5, 10, Scale::log}, any_finite,
                 "Length of a step, per coordinate, once the average has settled."),
            real("decay", decay, {0, 0.999}, unit_half_open,
                 "Memory of the average of squared slopes (torch calls it alpha)."),
            epsilon_param(epsilon)};
  }

  template <class T>
  struct Coordinate {
    T v{0.};
  };
  struct Shared {
    double rate = 0;
  };
  Shared advance(Shared, double rate_factor) const { return {learning_rate * rate_factor}; }
  template <class T>
  void update(const Shared& shared, Coordinate<T>& c, T& x, T g) const {
    c.v = decay * c.v + (1 - decay) * (g * g);
    x = x - shared.rate * g / (sqrt(c.v) + epsilon);
  }
  friend bool operator==(const RmsProp&, const RmsProp&) = default;
};

}  // namespace fogline
