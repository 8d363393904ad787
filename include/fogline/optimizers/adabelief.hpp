// SPDX-License-Identifier: MIT
// AdaBelief: Adam that divides by how far slopes fell from what was expected of them.
#pragma once

#include "fogline/optimizers/bias_correction.hpp"

namespace fogline {

struct AdaBelief {
  static constexpr Info info{
      .id = "adabelief",
      .name = "AdaBelief",
      .group = "Per coordinate",
      .formula =
          "g = grad f(x);  m <- beta1 m + (1 - beta1) g;  s <- beta2 s + (1 - beta2) (g - m)^2 + "
          "epsilon;  x <- x - learning_rate m_hat / (sqrt(s_hat) + epsilon)",
      .source = "Zhuang et al. 2020, NeurIPS, 'AdaBelief optimizer', algorithm 2",
      .note =
          "epsilon is added to s at every step, as in the paper and its authors' code, so s "
          "settles "
          "no lower than epsilon / (1 - beta2): a large epsilon makes it plain momentum. Others "
          "add "
          "it once under the root, or outside it only. Slopes that come as expected make long "
          "steps: the first is learning_rate / beta1 long, and with beta1 0 nothing is a surprise.",
      .normalized = true};
  static constexpr Answer answer = Answer::iterate;

  double learning_rate = 0.01;
  double beta1 = 0.9;
  double beta2 = 0.999;
  double epsilon = 1e-16;

  std::vector<Param> params() {
    return {step_length_param(learning_rate), beta1_param(beta1),
            real("beta2", beta2, {0, 0.9999}, unit_half_open,
                 "Memory of the average of squared surprises."),
            epsilon_param(epsilon)};
  }

  template <class T>
  struct Coordinate {
    T m{0.}, s{0.};
  };
  static constexpr Memory memory[] = {{"m", "averaged slope", true},
                                      {"s", "average of squared surprises"}};
  using Shared = BiasCorrection;
  Shared advance(const Shared& s, double rate_factor) const {
    return s.next(beta1, beta2, learning_rate * rate_factor);
  }
  template <class T>
  void update(const Shared& shared, Coordinate<T>& c, T& x, T g) const {
    c.m = beta1 * c.m + (1 - beta1) * g;
    const T surprise = g - c.m;
    c.s = beta2 * c.s + (1 - beta2) * (surprise * surprise) + epsilon;
    x = x - shared.rate * c.m / (shared.root * sqrt(c.s) + floored(epsilon));
  }
  double rate_limit(double lambda) const { return 2 * (1 + beta1) / ((1 - beta1) * lambda); }
  template <class T>
  T divisor(const Shared& shared, const Coordinate<T>& c) const {
    return shared.root * sqrt(c.s) + floored(epsilon);
  }
  double unrest() const { return learning_rate; }
  friend bool operator==(const AdaBelief&, const AdaBelief&) = default;
};

}  // namespace fogline
