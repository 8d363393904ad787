// SPDX-License-Identifier: MIT
// Yogi: Adam whose average of squares moves by steps of its own, never by a share of itself.
#pragma once

#include "fogline/core/elementary.hpp"
#include "fogline/optimizers/rule.hpp"

namespace fogline {

struct Yogi {
  static constexpr Info info{
      .id = "yogi",
      .name = "Yogi",
      .group = "Per coordinate",
      .formula =
          "g = grad f(x);  m <- beta1 m + (1 - beta1) g;  v <- v - (1 - beta2) sign(v - g^2) g^2;  "
          "x "
          "<- x - learning_rate m / (sqrt(v) + epsilon)",
      .source =
          "Zaheer et al. 2018, NeurIPS, 'Adaptive methods for nonconvex optimization', algorithm 2",
      .note =
          "As in the paper m and v start at 0 and neither is corrected for it, so the first step "
          "is "
          "learning_rate (1 - beta1) / sqrt(1 - beta2) long: three times the rate. Implementations "
          "in common use start v at 1e-6 and correct both averages as Adam does. After a steep "
          "place "
          "v falls slower than Adam's, so the steps stay short for longer.",
      .normalized = true};
  static constexpr Answer answer = Answer::iterate;

  double learning_rate = 0.01;
  double beta1 = 0.9;
  double beta2 = 0.999;
  double epsilon = 1e-3;

  std::vector<Param> params() {
    return {step_length_param(learning_rate), beta1_param(beta1),
            real("beta2", beta2, {0, 0.9999}, unit_half_open,
                 "1 - beta2 is the share of a squared slope by which v moves."),
            epsilon_param(epsilon)};
  }

  template <class T>
  struct Coordinate {
    T m{0.}, v{0.};
  };
  static constexpr Memory memory[] = {{"m", "averaged slope", true},
                                      {"v", "average of squared slopes"}};
  struct Shared {
    double rate = 0;
  };
  Shared advance(Shared, double rate_factor) const { return {learning_rate * rate_factor}; }
  template <class T>
  void update(const Shared& shared, Coordinate<T>& c, T& x, T g) const {
    const T square = g * g;
    c.m = beta1 * c.m + (1 - beta1) * g;
    c.v = c.v - (1 - beta2) * sign(c.v - square) * square;
    x = x - shared.rate * c.m / (sqrt(c.v) + floored(epsilon));
  }
  double rate_limit(double lambda) const { return 2 * (1 + beta1) / ((1 - beta1) * lambda); }
  template <class T>
  T divisor(const Shared&, const Coordinate<T>& c) const {
    return sqrt(c.v) + floored(epsilon);
  }
  double unrest() const { return learning_rate; }
  friend bool operator==(const Yogi&, const Yogi&) = default;
};

}  // namespace fogline
