// SPDX-License-Identifier: MIT
// Adam with bias correction, term for term as torch.optim.Adam.
#pragma once

#include "fogline/optimizers/bias_correction.hpp"

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
    return {step_length_param(learning_rate), beta1_param(beta1), beta2_param(beta2),
            epsilon_param(epsilon), weight_decay_param(weight_decay)};
  }

  template <class T>
  struct Coordinate {
    T m{0.}, v{0.};
  };
  static constexpr Memory memory[] = {{"m", "averaged slope", true},
                                      {"v", "average of squared slopes"}};
  using Shared = BiasCorrection;
  Shared advance(const Shared& s, double rate_factor) const {
    return s.next(beta1, beta2, learning_rate * rate_factor);
  }
  template <class T>
  void update(const Shared& shared, Coordinate<T>& c, T& x, T g) const {
    const T d = decayed(g, weight_decay, x);
    c.m = beta1 * c.m + (1 - beta1) * d;
    c.v = beta2 * c.v + (1 - beta2) * (d * d);
    x = x - shared.rate * c.m / (shared.root * sqrt(c.v) + floored(epsilon));
  }
  double rate_limit(double lambda) const { return 2 * (1 + beta1) / ((1 - beta1) * lambda); }
  template <class T>
  T divisor(const Shared& shared, const Coordinate<T>& c) const {
    return shared.root * sqrt(c.v) + floored(epsilon);
  }
  double unrest() const { return learning_rate; }
  friend bool operator==(const Adam&, const Adam&) = default;
};

}  // namespace fogline
