// SPDX-License-Identifier: MIT
// NAdam: Adam with Nesterov's look-ahead and a warming momentum, as torch.optim.NAdam of torch 2.
#pragma once

#include "fogline/core/elementary.hpp"
#include "fogline/optimizers/rule.hpp"

namespace fogline {

struct NAdam {
  static constexpr Info info{
      .id = "nadam",
      .name = "NAdam",
      .group = "Per coordinate",
      .formula =
          "g <- grad f(x) + weight_decay x;  m <- beta1 m + (1 - beta1) g;  v <- beta2 v + (1 - "
          "beta2) g^2;  mu_t = beta1 (1 - 0.96^(t momentum_decay) / 2);  x <- x - learning_rate "
          "(mu_t+1 m / (1 - mu_1 ... mu_t+1) + (1 - mu_t) g / (1 - mu_1 ... mu_t)) / (sqrt(v_hat) "
          "+ "
          "epsilon)",
      .source =
          "Dozat 2016, ICLR workshop, 'Incorporating Nesterov momentum into Adam', algorithm 2; as "
          "torch.optim.NAdam of torch 2",
      .note =
          "m itself is averaged with beta1 while mu_t, which weighs it, warms from beta1 / 2 to "
          "beta1, so even a steady slope is not met with learning_rate at first. With beta1 0 it "
          "is "
          "Adam; many implementations leave the warming out.",
      .normalized = true};
  static constexpr Answer answer = Answer::iterate;

  double learning_rate = 0.01;
  double beta1 = 0.9;
  double beta2 = 0.999;
  double epsilon = 1e-8;
  double momentum_decay = 0.004;
  double weight_decay = 0;

  std::vector<Param> params() {
    return {step_length_param(learning_rate),
            beta1_param(beta1),
            beta2_param(beta2),
            epsilon_param(epsilon),
            real("momentum_decay", momentum_decay, {0, 0.1}, non_negative,
                 "How fast mu warms from beta1 / 2 to beta1; 0 is not at all."),
            weight_decay_param(weight_decay)};
  }

  // mu_t; the exponent stops at -50, from where it changes no digit.
  double momentum_at(double t) const {
    constexpr double ln_096 = -0.04082199452025513;
    return beta1 * (1 - 0.5 * exp(max(-50.0, ln_096 * t * momentum_decay)));
  }

  template <class T>
  struct Coordinate {
    T m{0.}, v{0.};
  };
  static constexpr Memory memory[] = {{"m", "averaged slope", true},
                                      {"v", "average of squared slopes"}};
  struct Shared {
    double t = 0;
    double product = 1, power2 = 1;           // mu_1 ... mu_t, beta2^t
    double slope_rate = 0, average_rate = 0;  // what g and m are multiplied with
    double root = 1;                          // 1 / sqrt(1 - beta2^t)
  };
  Shared advance(Shared s, double rate_factor) const {
    s.t += 1;
    const double rate = learning_rate * rate_factor;
    const double mu = momentum_at(s.t), next_mu = momentum_at(s.t + 1);
    s.product = cut(s.product * mu);
    s.power2 = cut(s.power2 * beta2);
    s.slope_rate = rate * (1 - mu) / (1 - s.product);
    s.average_rate = rate * next_mu / (1 - s.product * next_mu);
    s.root = 1 / sqrt(1 - s.power2);
    return s;
  }
  template <class T>
  void update(const Shared& shared, Coordinate<T>& c, T& x, T g) const {
    const T d = decayed(g, weight_decay, x);
    c.m = beta1 * c.m + (1 - beta1) * d;
    c.v = beta2 * c.v + (1 - beta2) * (d * d);
    x = x - (shared.slope_rate * d + shared.average_rate * c.m) /
                (shared.root * sqrt(c.v) + floored(epsilon));
  }
  // As QHM's with nu = beta1, to which mu warms up.
  double rate_limit(double lambda) const {
    return 2 * (1 + beta1) / ((1 - beta1) * (1 + 2 * beta1) * lambda);
  }
  template <class T>
  T divisor(const Shared& shared, const Coordinate<T>& c) const {
    return shared.root * sqrt(c.v) + floored(epsilon);
  }
  double unrest() const { return learning_rate; }
  friend bool operator==(const NAdam&, const NAdam&) = default;
};

}  // namespace fogline
