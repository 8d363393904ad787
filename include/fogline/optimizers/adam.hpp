// SPDX-License-Identifier: MIT
// Adam with bias correction, term for term as torch.optim.Adam.
#pragma once

#include "fogline/core/elementary.hpp"
#include "fogline/optimizers/rule.hpp"

namespace fogline {

struct Adam {
  static constexpr Info info{.id = "adam",
                             .name = "Adam",
                             .group = "Per coordinate",
                             .formula =
                                 "g <- grad f(x) + weight_decay x;  m <- beta1 m + (1 - beta1) g;  "
                                 "v <- beta2 v + (1 - beta2) g^2;  "
                                 "x <- x - learning_rate m_hat / (sqrt(v_hat) + epsilon)",
                             .source = "Kingma and Ba 2015, ICLR, algorithm 1; as torch.optim.Adam",
                             .note =
                                 "m_hat = m / (1 - beta1^t), v_hat = v / (1 - beta2^t). The first "
                                 "step is learning_rate long in each "
                                 "coordinate, however steep the slope. weight_decay is coupled "
                                 "(L2); decoupled decay is AdamW.",
                             .normalized = true};
  static constexpr Answer answer = Answer::iterate;

  double learning_rate = 0.01;
  double beta1 = 0.9;
  double beta2 = 0.999;
  double epsilon = 1e-8;
  double weight_decay = 0;

  std::vector<Param> params() {
    return {real("learning_rate", learning_rate, {1e-5, 10, Scale::log}, any_finite,
                 "Length of a step, per coordinate."),
            real("beta1", beta1, {0, 0.99}, unit_half_open, "Memory of the averaged slope."),
            real("beta2", beta2, {0, 0.9999}, unit_half_open,
                 "Memory of the average of squared slopes."),
            epsilon_param(epsilon), weight_decay_param(weight_decay)};
  }

  template <class T>
  struct Coordinate {
    T m{0.}, v{0.};
  };
  struct Shared {
    double power1 = 1, power2 = 1;  // beta1^t, beta2^t; cut to 0 where 1 - power no longer changes
    double rate = 0;                // learning rate over 1 - beta1^t
    double root = 1;                // 1 / sqrt(1 - beta2^t)
  };
  Shared advance(Shared s, double rate_factor) const {
    s.power1 = cut(s.power1 * beta1);
    s.power2 = cut(s.power2 * beta2);
    s.rate = learning_rate * rate_factor / (1 - s.power1);
    s.root = 1 / sqrt(1 - s.power2);
    return s;
  }
  template <class T>
  void update(const Shared& shared, Coordinate<T>& c, T& x, T g) const {
    const T d = g + weight_decay * x;
    c.m = beta1 * c.m + (1 - beta1) * d;
    c.v = beta2 * c.v + (1 - beta2) * (d * d);
    x = x - shared.rate * c.m / (shared.root * sqrt(c.v) + epsilon);
  }
  friend bool operator==(const Adam&, const Adam&) = default;

 private:
  // A running product must not go subnormal (some processors then slow down manyfold); below 1e-17
  // it changes nothing.
  static double cut(double power) { return power < 1e-17 && power > -1e-17 ? 0 : power; }
};

}  // namespace fogline
