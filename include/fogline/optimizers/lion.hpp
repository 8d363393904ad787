// SPDX-License-Identifier: MIT
// Lion: steps of one length, by the sign of the averaged slope alone.
#pragma once

#include "fogline/core/elementary.hpp"
#include "fogline/optimizers/rule.hpp"

namespace fogline {

struct Lion {
  static constexpr Info info{
      .id = "lion",
      .name = "Lion",
      .group = "Per coordinate",
      .formula =
          "g = grad f(x);  c <- beta1 m + (1 - beta1) g;  x <- x - learning_rate (sign(c) + "
          "weight_decay x);  m <- beta2 m + (1 - beta2) g",
      .source =
          "Chen et al. 2023, NeurIPS, 'Symbolic discovery of optimization algorithms', algorithm 2",
      .note =
          "Every step is learning_rate long in every coordinate, so it hovers about a minimum "
          "unless a schedule lowers the rate. Its steps are longer than Adam's, and its authors "
          "take a rate 3 to 10 times smaller and a decay as much larger. The decay is decoupled.",
      .normalized = true};
  static constexpr Answer answer = Answer::iterate;
  static constexpr bool decoupled_decay = true;

  double learning_rate = 0.01;
  double beta1 = 0.9;
  double beta2 = 0.99;
  double weight_decay = 0;

  std::vector<Param> params() {
    return {step_length_param(learning_rate),
            real("beta1", beta1, {0, 0.99}, unit_half_open,
                 "Weight of the averaged slope in the sign; the rest is the slope underfoot."),
            real("beta2", beta2, {0, 0.9999}, unit_half_open, "Memory of the averaged slope."),
            decoupled_decay_param(weight_decay)};
  }

  template <class T>
  struct Coordinate {
    T m{0.};
  };
  static constexpr Memory memory[] = {{"m", "averaged slope", true}};
  struct Shared {
    double rate = 0;
  };
  Shared advance(Shared, double rate_factor) const { return {learning_rate * rate_factor}; }
  template <class T>
  void update(const Shared& shared, Coordinate<T>& c, T& x, T g) const {
    const T direction = sign(beta1 * c.m + (1 - beta1) * g);
    x = x - shared.rate * decayed(direction, weight_decay, x);
    c.m = beta2 * c.m + (1 - beta2) * g;
  }
  // Where a steady slope is divided by its size, the decay shifts no minimum nearer than 1 /
  // weight_decay to the origin.
  template <class T>
  T divisor(const Shared&, const Coordinate<T>& c) const {
    return abs(c.m) + floored(0);
  }
  double unrest() const { return learning_rate; }
  friend bool operator==(const Lion&, const Lion&) = default;
};

}  // namespace fogline
