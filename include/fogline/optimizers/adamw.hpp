// SPDX-License-Identifier: MIT
// AdamW: Adam with decoupled weight decay, as torch.optim.AdamW.
#pragma once

#include "fogline/optimizers/bias_correction.hpp"

namespace fogline {

struct AdamW {
  static constexpr Info info{
      .id = "adamw",
      .name = "AdamW",
      .group = "Per coordinate",
      .formula =
          "x <- x - learning_rate weight_decay x;  m <- beta1 m + (1 - beta1) g;  v <- beta2 v + "
          "(1 "
          "- beta2) g^2;  x <- x - learning_rate m_hat / (sqrt(v_hat) + epsilon);  g = grad f(x) "
          "before either",
      .source =
          "Loshchilov and Hutter 2019, ICLR, 'Decoupled weight decay regularization', algorithm 2; "
          "as torch.optim.AdamW",
      .note =
          "The decay does not pass through the averages, so it pulls all coordinates alike. It is "
          "multiplied by learning_rate, and so by its schedule; the paper multiplies it by the "
          "schedule alone. With weight_decay 0 it is Adam.",
      .normalized = true};
  static constexpr Answer answer = Answer::iterate;
  static constexpr bool decoupled_decay = true;

  double learning_rate = 0.01;
  double beta1 = 0.9;
  double beta2 = 0.999;
  double epsilon = 1e-8;
  double weight_decay = 0.01;

  std::vector<Param> params() {
    return {step_length_param(learning_rate), beta1_param(beta1), beta2_param(beta2),
            epsilon_param(epsilon), decoupled_decay_param(weight_decay)};
  }

  template <class T>
  struct Coordinate {
    T m{0.}, v{0.};
  };
  static constexpr Memory memory[] = {{"m", "averaged slope", true},
                                      {"v", "average of squared slopes"}};
  struct Shared {
    BiasCorrection bias;
    double kept = 1;  // of x, once it has decayed
  };
  Shared advance(const Shared& s, double rate_factor) const {
    const double rate = learning_rate * rate_factor;
    return {s.bias.next(beta1, beta2, rate), 1 - rate * weight_decay};
  }
  template <class T>
  void update(const Shared& shared, Coordinate<T>& c, T& x, T g) const {
    c.m = beta1 * c.m + (1 - beta1) * g;
    c.v = beta2 * c.v + (1 - beta2) * (g * g);
    x = shared.kept * x -
        shared.bias.rate * c.m / (shared.bias.root * sqrt(c.v) + floored(epsilon));
  }
  double rate_limit(double lambda) const { return 2 * (1 + beta1) / ((1 - beta1) * lambda); }
  template <class T>
  T divisor(const Shared& shared, const Coordinate<T>& c) const {
    return shared.bias.root * sqrt(c.v) + floored(epsilon);
  }
  double unrest() const { return learning_rate; }
  friend bool operator==(const AdamW&, const AdamW&) = default;
};

}  // namespace fogline
