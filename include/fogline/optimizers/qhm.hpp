// SPDX-License-Identifier: MIT
// Quasi-hyperbolic momentum: a weighted mean of plain descent and averaged momentum.
#pragma once

#include "fogline/optimizers/rule.hpp"

namespace fogline {

struct Qhm {
  static constexpr Info info{
      .id = "qhm",
      .name = "QHM",
      .group = "Plain and accelerated",
      .formula =
          "g <- grad f(x) + weight_decay x;  v <- momentum v + (1 - momentum) g;  x <- x - "
          "learning_rate ((1 - nu) g + nu v)",
      .source =
          "Ma and Yarats 2019, ICLR, 'Quasi-hyperbolic momentum and Adam for deep learning', "
          "equations 3 and 4",
      .note =
          "The velocity is an average, so learning_rate is the effective rate: Momentum's walk at "
          "learning_rate / (1 - momentum) with nu 1, plain descent's with nu 0, Nesterov's with nu "
          "= momentum. The paper's rule of thumb for long training is momentum 0.999, nu 0.7."};
  static constexpr Answer answer = Answer::iterate;

  double learning_rate = 0.01;
  double momentum = 0.9;
  double nu = 0.7;
  double weight_decay = 0;

  std::vector<Param> params() {
    return {real("learning_rate", learning_rate, {1e-5, 10, Scale::log}, any_finite,
                 "Length of a step per unit of slope."),
            momentum_param(momentum),
            real("nu", nu, {0, 1}, any_finite,
                 "Weight of the averaged slope; the rest is the slope underfoot."),
            weight_decay_param(weight_decay)};
  }

  template <class T>
  struct Coordinate {
    T v{0.};
  };
  static constexpr Memory memory[] = {{"v", "averaged slope", true}};
  struct Shared {
    double rate = 0;
  };
  Shared advance(Shared, double rate_factor) const { return {learning_rate * rate_factor}; }
  template <class T>
  void update(const Shared& shared, Coordinate<T>& c, T& x, T g) const {
    const T d = decayed(g, weight_decay, x);
    c.v = momentum * c.v + (1 - momentum) * d;
    x = x - shared.rate * ((1 - nu) * d + nu * c.v);
  }
  // By the Jury conditions; with nu 1, where all of the step is averaged, 2 (1 + momentum) / ((1 -
  // momentum) lambda).
  double rate_limit(double lambda) const {
    return 2 * (1 + momentum) / ((1 + momentum - 2 * nu * momentum) * lambda);
  }
  friend bool operator==(const Qhm&, const Qhm&) = default;
};

}  // namespace fogline
