// SPDX-License-Identifier: MIT
// RAdam: Adam that walks by its averaged slope until its divisor can be trusted, as
// torch.optim.RAdam.
#pragma once

#include "fogline/optimizers/bias_correction.hpp"

namespace fogline {

struct RAdam {
  static constexpr Info info{
      .id = "radam",
      .name = "RAdam",
      .group = "Per coordinate",
      .formula =
          "g <- grad f(x) + weight_decay x;  m <- beta1 m + (1 - beta1) g;  v <- beta2 v + (1 - "
          "beta2) g^2;  rho_t = rho_inf - 2 t beta2^t / (1 - beta2^t), rho_inf = 2 / (1 - beta2) - "
          "1;  if rho_t > 5: x <- x - learning_rate m_hat r_t sqrt(1 - beta2^t) / (sqrt(v) + "
          "epsilon), r_t = sqrt((rho_t - 4) (rho_t - 2) rho_inf / ((rho_inf - 4) (rho_inf - 2) "
          "rho_t));  else x <- x - learning_rate m_hat",
      .source =
          "Liu et al. 2020, ICLR, 'On the variance of the adaptive learning rate and beyond', "
          "algorithm 2; as torch.optim.RAdam",
      .note =
          "For beta2 0.999 the first 5 steps divide by nothing: they are as long as the slope is "
          "steep, and the 6th is suddenly short. The paper trusts the divisor from rho_t > 4, "
          "torch "
          "from 5. With beta2 of 2/3 or less it never does."};
  static constexpr Answer answer = Answer::iterate;

  double learning_rate = 0.001;
  double beta1 = 0.9;
  double beta2 = 0.999;
  double epsilon = 1e-8;
  double weight_decay = 0;

  std::vector<Param> params() {
    return {real("learning_rate", learning_rate, {1e-5, 10, Scale::log}, any_finite,
                 "Length of a step: per unit of slope at first, per coordinate later."),
            beta1_param(beta1), beta2_param(beta2), epsilon_param(epsilon),
            weight_decay_param(weight_decay)};
  }

  template <class T>
  struct Coordinate {
    T m{0.}, v{0.};
  };
  static constexpr Memory memory[] = {{"m", "averaged slope", true},
                                      {"v", "average of squared slopes"}};
  struct Shared {
    BiasCorrection bias;
    double t = 0;
    double rate = 0;       // what m is multiplied with
    bool divides = false;  // by the root of v
  };
  Shared advance(const Shared& s, double rate_factor) const {
    const BiasCorrection bias = s.bias.next(beta1, beta2, learning_rate * rate_factor);
    const double t = s.t + 1, most = 2 / (1 - beta2) - 1;
    const double rho = most - 2 * t * bias.power2 / (1 - bias.power2);
    if (!(rho > 5)) return {bias, t, bias.rate, false};
    const double rectified = sqrt((rho - 4) * (rho - 2) * most / ((most - 4) * (most - 2) * rho));
    return {bias, t, bias.rate * rectified / bias.root, true};
  }
  template <class T>
  void update(const Shared& shared, Coordinate<T>& c, T& x, T g) const {
    const T d = decayed(g, weight_decay, x);
    c.m = beta1 * c.m + (1 - beta1) * d;
    c.v = beta2 * c.v + (1 - beta2) * (d * d);
    const T divisor = shared.divides ? sqrt(c.v) + floored(epsilon) : T(1.0);
    x = x - shared.rate * c.m / divisor;
  }
  double rate_limit(double lambda) const { return 2 * (1 + beta1) / ((1 - beta1) * lambda); }
  // The rectification counts as part of it.
  template <class T>
  T divisor(const Shared& shared, const Coordinate<T>& c) const {
    const T root = shared.divides ? sqrt(c.v) + floored(epsilon) : T(1.0);
    return (shared.bias.rate / shared.rate) * root;
  }
  double unrest() const { return learning_rate; }
  friend bool operator==(const RAdam&, const RAdam&) = default;
};

}  // namespace fogline
