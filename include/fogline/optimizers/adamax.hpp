// SPDX-License-Identifier: MIT
// Adamax: Adam in the infinity norm, as torch.optim.Adamax.
#pragma once

#include "fogline/core/elementary.hpp"
#include "fogline/optimizers/rule.hpp"

namespace fogline {

struct Adamax {
  static constexpr Info info{
      .id = "adamax",
      .name = "Adamax",
      .group = "Per coordinate",
      .formula =
          "g <- grad f(x) + weight_decay x;  m <- beta1 m + (1 - beta1) g;  u <- max(beta2 u, |g| "
          "+ "
          "epsilon);  x <- x - learning_rate m / ((1 - beta1^t) u)",
      .source = "Kingma and Ba 2015, ICLR, algorithm 2; as torch.optim.Adamax",
      .note =
          "Divides by the largest slope seen, slowly forgotten, which needs no correction for its "
          "start. The paper has no epsilon; Keras adds it to u in the division instead.",
      .normalized = true};
  static constexpr Answer answer = Answer::iterate;

  double learning_rate = 0.01;
  double beta1 = 0.9;
  double beta2 = 0.999;
  double epsilon = 1e-8;
  double weight_decay = 0;

  std::vector<Param> params() {
    return {step_length_param(learning_rate), beta1_param(beta1),
            real("beta2", beta2, {0, 0.9999}, unit_half_open, "Memory of the largest slope."),
            epsilon_param(epsilon), weight_decay_param(weight_decay)};
  }

  template <class T>
  struct Coordinate {
    T m{0.}, u{0.};
  };
  static constexpr Memory memory[] = {{"m", "averaged slope", true},
                                      {"u", "largest slope, slowly forgotten"}};
  struct Shared {
    double power1 = 1;  // beta1^t
    double rate = 0;    // learning rate over 1 - beta1^t
  };
  Shared advance(const Shared& s, double rate_factor) const {
    const double power1 = cut(s.power1 * beta1);
    return {power1, learning_rate * rate_factor / (1 - power1)};
  }
  template <class T>
  void update(const Shared& shared, Coordinate<T>& c, T& x, T g) const {
    const T d = decayed(g, weight_decay, x);
    c.m = beta1 * c.m + (1 - beta1) * d;
    c.u = max(beta2 * c.u, abs(d) + floored(epsilon));
    x = x - shared.rate * c.m / c.u;
  }
  double rate_limit(double lambda) const { return 2 * (1 + beta1) / ((1 - beta1) * lambda); }
  template <class T>
  T divisor(const Shared&, const Coordinate<T>& c) const {
    return c.u;
  }
  double unrest() const { return learning_rate; }
  friend bool operator==(const Adamax&, const Adamax&) = default;
};

}  // namespace fogline
