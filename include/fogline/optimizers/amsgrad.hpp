// SPDX-License-Identifier: MIT
// AMSGrad: Adam whose divisor never shrinks, as torch.optim.Adam(amsgrad=True).
#pragma once

#include "fogline/optimizers/bias_correction.hpp"

namespace fogline {

struct AmsGrad {
  static constexpr Info info{
      .id = "amsgrad",
      .name = "AMSGrad",
      .group = "Per coordinate",
      .formula =
          "g <- grad f(x) + weight_decay x;  m <- beta1 m + (1 - beta1) g;  v <- beta2 v + (1 - "
          "beta2) g^2;  w <- max(w, v);  x <- x - learning_rate m_hat / (sqrt(w_hat) + epsilon)",
      .source =
          "Reddi, Kale and Kumar 2018, ICLR, 'On the convergence of Adam and beyond', algorithm 2; "
          "as torch.optim.Adam(amsgrad=True)",
      .note =
          "The maximum is taken of the raw average v and then corrected for its start, w_hat = w / "
          "(1 - beta2^t); the paper corrects neither average, and other implementations take the "
          "maximum of v_hat. While v only grows it is Adam.",
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
    T m{0.}, v{0.}, w{0.};
  };
  static constexpr Memory memory[] = {{"m", "averaged slope", true},
                                      {"v", "average of squared slopes"},
                                      {"w", "its largest so far"}};
  using Shared = BiasCorrection;
  Shared advance(const Shared& s, double rate_factor) const {
    return s.next(beta1, beta2, learning_rate * rate_factor);
  }
  template <class T>
  void update(const Shared& shared, Coordinate<T>& c, T& x, T g) const {
    const T d = decayed(g, weight_decay, x);
    c.m = beta1 * c.m + (1 - beta1) * d;
    c.v = beta2 * c.v + (1 - beta2) * (d * d);
    c.w = max(c.w, c.v);
    x = x - shared.rate * c.m / (shared.root * sqrt(c.w) + floored(epsilon));
  }
  double rate_limit(double lambda) const { return 2 * (1 + beta1) / ((1 - beta1) * lambda); }
  template <class T>
  T divisor(const Shared& shared, const Coordinate<T>& c) const {
    return shared.root * sqrt(c.w) + floored(epsilon);
  }
  double unrest() const { return learning_rate; }
  friend bool operator==(const AmsGrad&, const AmsGrad&) = default;
};

}  // namespace fogline
