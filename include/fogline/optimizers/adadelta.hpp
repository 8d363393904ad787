// SPDX-License-Identifier: MIT
// Adadelta as torch.optim.Adadelta: steps in the units of x, without a rate to choose.
#pragma once

#include "fogline/core/elementary.hpp"
#include "fogline/optimizers/rule.hpp"

namespace fogline {

struct AdaDelta {
  static constexpr Info info{
      .id = "adadelta",
      .name = "Adadelta",
      .group = "Per coordinate",
      .formula =
          "g <- grad f(x) + weight_decay x;  v <- decay v + (1 - decay) g^2;  d <- sqrt(u + "
          "epsilon) / sqrt(v + epsilon) g;  u <- decay u + (1 - decay) d^2;  x <- x - "
          "learning_rate d",
      .source =
          "Zeiler 2012, arXiv 1212.5701, algorithm 1 (there decay is rho); as torch.optim.Adadelta",
      .note =
          "epsilon stands inside both roots and sets the first step, about sqrt(epsilon / (1 - "
          "decay)), from which the steps have to grow: a slow start, and with epsilon 0 none. The "
          "paper has no rate, that is learning_rate 1; Keras starts from 0.001.",
      .natural_rate = 1};
  static constexpr Answer answer = Answer::iterate;

  double learning_rate = 1;
  double decay = 0.9;
  double epsilon = 1e-6;
  double weight_decay = 0;

  std::vector<Param> params() {
    return {real("learning_rate", learning_rate, {1e-3, 100, Scale::log}, any_finite,
                 "Factor on the step that the rule finds itself; 1 in the paper."),
            real("decay", decay, {0, 0.999}, unit_half_open,
                 "Memory of both averages of squares (rho in the paper and in torch)."),
            real("epsilon", epsilon, {1e-16, 1, Scale::log}, non_negative,
                 "Lets the first steps begin: their size goes with its root."),
            weight_decay_param(weight_decay)};
  }

  template <class T>
  struct Coordinate {
    T v{0.}, u{0.};  // averages of squared slopes and of squared steps
  };
  static constexpr Memory memory[] = {{"v", "average of squared slopes"},
                                      {"u", "average of squared steps"}};
  struct Shared {
    double rate = 0;
  };
  Shared advance(Shared, double rate_factor) const { return {learning_rate * rate_factor}; }
  template <class T>
  void update(const Shared& shared, Coordinate<T>& c, T& x, T g) const {
    const T d = decayed(g, weight_decay, x);
    c.v = decay * c.v + (1 - decay) * (d * d);
    const T delta = sqrt(c.u + epsilon) / sqrt(c.v + floored(epsilon)) * d;
    c.u = decay * c.u + (1 - decay) * (delta * delta);
    x = x - shared.rate * delta;
  }
  double rate_limit(double lambda) const { return 2 / lambda; }
  template <class T>
  T divisor(const Shared&, const Coordinate<T>& c) const {
    return sqrt(c.v + floored(epsilon)) / sqrt(c.u + epsilon);
  }
  // Its steps grow where slopes vanish, until they throw it out.
  double unrest() const { return HUGE_VAL; }
  friend bool operator==(const AdaDelta&, const AdaDelta&) = default;
};

}  // namespace fogline
