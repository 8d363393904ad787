// SPDX-License-Identifier: MIT
// AdaGrad, diagonal, as torch.optim.Adagrad without its own decay of the rate.
#pragma once

#include "fogline/core/elementary.hpp"
#include "fogline/optimizers/rule.hpp"

namespace fogline {

struct AdaGrad {
  static constexpr Info info{
      .id = "adagrad",
      .name = "AdaGrad",
      .group = "Per coordinate",
      .formula =
          "g <- grad f(x) + weight_decay x;  v <- v + g^2;  x <- x - learning_rate g / (sqrt(v) + "
          "epsilon)",
      .source =
          "Duchi, Hazan and Singer 2011, JMLR 12:2121, figure 1 with diagonal matrices; as "
          "torch.optim.Adagrad",
      .note =
          "The sum never forgets, so steps shrink like 1 / sqrt(t) under a steady slope: after a "
          "steep beginning it may never arrive. The first step is learning_rate long in each "
          "coordinate. Keras starts the sum at 0.1 and puts epsilon inside the root.",
      .normalized = true};
  static constexpr Answer answer = Answer::iterate;

  double learning_rate = 0.1;
  double epsilon = 1e-10;
  double weight_decay = 0;

  std::vector<Param> params() {
    return {real("learning_rate", learning_rate, {1e-5, 10, Scale::log}, any_finite,
                 "Length of the first step, per coordinate."),
            epsilon_param(epsilon), weight_decay_param(weight_decay)};
  }

  template <class T>
  struct Coordinate {
    T v{0.};
  };
  static constexpr Memory memory[] = {{"v", "sum of squared slopes"}};
  struct Shared {
    double rate = 0;
  };
  Shared advance(Shared, double rate_factor) const { return {learning_rate * rate_factor}; }
  template <class T>
  void update(const Shared& shared, Coordinate<T>& c, T& x, T g) const {
    const T d = decayed(g, weight_decay, x);
    c.v = c.v + d * d;
    x = x - shared.rate * d / (sqrt(c.v) + floored(epsilon));
  }
  double rate_limit(double lambda) const { return 2 / lambda; }
  template <class T>
  T divisor(const Shared&, const Coordinate<T>& c) const {
    return sqrt(c.v) + floored(epsilon);
  }
  friend bool operator==(const AdaGrad&, const AdaGrad&) = default;
};

}  // namespace fogline
