// SPDX-License-Identifier: MIT
// RMSProp as torch.optim.RMSprop, with its momentum and its centered form.
#pragma once

#include "fogline/core/elementary.hpp"
#include "fogline/optimizers/rule.hpp"

namespace fogline {

struct RmsProp {
  static constexpr Info info{
      .id = "rmsprop",
      .name = "RMSProp",
      .group = "Per coordinate",
      .formula =
          "g <- grad f(x) + weight_decay x;  v <- decay v + (1 - decay) g^2;  b <- momentum b + g "
          "/ "
          "(sqrt(v) + epsilon);  x <- x - learning_rate b;  centered: v - a^2 under the root, a <- "
          "decay a + (1 - decay) g",
      .source =
          "Tieleman and Hinton 2012, Coursera lecture 6.5; centered: Graves 2013, arXiv 1308.0850, "
          "equations 38 to 41; as torch.optim.RMSprop",
      .note =
          "epsilon stands outside the root; TensorFlow puts it inside, and the rate into the "
          "velocity. Without bias correction the first step is learning_rate / sqrt(1 - decay) "
          "long: "
          "ten times the rate for decay 0.99. Centered divides by the slope's spread instead of "
          "its "
          "size, so a slope that does not change makes the steps very long; a spread that rounding "
          "makes negative is taken as 0.",
      .normalized = true};
  static constexpr Answer answer = Answer::iterate;

  double learning_rate = 0.01;
  double decay = 0.99;
  double epsilon = 1e-8;
  double momentum = 0;
  bool centered = false;
  double weight_decay = 0;

  std::vector<Param> params() {
    return {real("learning_rate", learning_rate, {1e-5, 10, Scale::log}, any_finite,
                 "Length of a step, per coordinate, once the average has settled."),
            real("decay", decay, {0, 0.999}, unit_half_open,
                 "Memory of the average of squared slopes (torch calls it alpha)."),
            epsilon_param(epsilon),
            real("momentum", momentum, {0, 0.99}, any_finite,
                 "Share of the velocity of divided slopes kept from step to step; 0 is none."),
            on_off("centered", centered, "Divide by the slope's spread instead of its size."),
            weight_decay_param(weight_decay)};
  }

  template <class T>
  struct Coordinate {
    T v{0.}, mean{0.}, velocity{0.};
  };
  static constexpr Memory memory[] = {{"v", "average of squared slopes"},
                                      {"a", "averaged slope, of the centered form"},
                                      {"b", "velocity of divided slopes"}};
  struct Shared {
    double rate = 0;
  };
  Shared advance(Shared, double rate_factor) const { return {learning_rate * rate_factor}; }
  template <class T>
  void update(const Shared& shared, Coordinate<T>& c, T& x, T g) const {
    const T d = decayed(g, weight_decay, x);
    c.v = decay * c.v + (1 - decay) * (d * d);
    T v = c.v;
    if (centered) {
      c.mean = decay * c.mean + (1 - decay) * d;
      v = max(T(0.0), v - c.mean * c.mean);
    }
    c.velocity = momentum * c.velocity + d / (sqrt(v) + floored(epsilon));
    x = x - shared.rate * c.velocity;
  }
  double rate_limit(double lambda) const { return 2 * (1 + momentum) / lambda; }
  double gain() const { return 1 / (1 - momentum); }
  template <class T>
  T divisor(const Shared&, const Coordinate<T>& c) const {
    const T v = centered ? max(T(0.0), c.v - c.mean * c.mean) : c.v;
    return sqrt(v) + floored(epsilon);
  }
  double unrest() const { return learning_rate; }
  friend bool operator==(const RmsProp&, const RmsProp&) = default;
};

}  // namespace fogline
