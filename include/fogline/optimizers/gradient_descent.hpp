// SPDX-License-Identifier: MIT
// Plain gradient descent, as torch.optim.SGD without momentum.
#pragma once

#include "fogline/core/elementary.hpp"
#include "fogline/optimizers/rule.hpp"

namespace fogline {

struct GradientDescent {
  static constexpr Info info{
      .id = "gradient_descent",
      .name = "Gradient descent",
      .group = "Plain and accelerated",
      .formula = "g <- grad f(x) + weight_decay x;  x <- x - learning_rate g",
      .source = "Cauchy 1847, C. R. Acad. Sci. Paris 25:536; as torch.optim.SGD",
      .note =
          "Feels the slope under its feet and nothing else. Stable on a quadratic while "
          "learning_rate < 2 / lambda."};
  static constexpr Answer answer = Answer::iterate;

  double learning_rate = 0.01;
  double weight_decay = 0;

  std::vector<Param> params() {
    return {real("learning_rate", learning_rate, {1e-5, 10, Scale::log}, any_finite,
                 "Length of a step per unit of slope."),
            weight_decay_param(weight_decay)};
  }

  template <class T>
  struct Coordinate {};
  struct Shared {
    double rate = 0;
  };
  Shared advance(Shared, double rate_factor) const { return {learning_rate * rate_factor}; }
  template <class T>
  void update(const Shared& shared, Coordinate<T>&, T& x, T g) const {
    x = x - shared.rate * decayed(g, weight_decay, x);
  }
  double rate_limit(double lambda) const { return 2 / lambda; }
  BestHere best_here(double m, double L) const { return {2 / (L + m)}; }
  friend bool operator==(const GradientDescent&, const GradientDescent&) = default;
};

}  // namespace fogline
