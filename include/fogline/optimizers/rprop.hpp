// SPDX-License-Identifier: MIT
// Resilient propagation without stepping back, as torch.optim.Rprop: only signs of slopes count.
#pragma once

#include "fogline/core/elementary.hpp"
#include "fogline/optimizers/rule.hpp"

namespace fogline {

struct Rprop {
  static constexpr Info info{
      .id = "rprop",
      .name = "Rprop",
      .group = "Per coordinate",
      .formula =
          "s = g g_before;  d <- d eta_plus if s > 0, d eta_minus if s < 0, within [step_min, "
          "step_max];  g <- 0 if s < 0;  x <- x - d sign(g);  g_before <- g",
      .source =
          "Riedmiller and Braun 1993, IEEE Int. Conf. Neural Networks, 586; as torch.optim.Rprop",
      .note =
          "Each coordinate has its own step d: longer while the slope keeps its sign, shorter once "
          "it turns, and then one step of rest where the original steps back (this is iRprop- of "
          "Igel and Husken 2000). learning_rate is the length of the first step alone, so a "
          "schedule changes nothing later. Made for exact slopes; noise shrinks its steps.",
      .normalized = true};
  static constexpr Answer answer = Answer::iterate;

  double learning_rate = 0.01;
  double eta_minus = 0.5;
  double eta_plus = 1.2;
  double step_min = 1e-6;
  double step_max = 50;

  std::vector<Param> params() {
    return {real("learning_rate", learning_rate, {1e-5, 10, Scale::log}, any_finite,
                 "Length of the first step, per coordinate."),
            real("eta_minus", eta_minus, {0, 0.99}, {.low = 0, .high = 1},
                 "Factor on the step where the slope changes its sign."),
            real("eta_plus", eta_plus, {1, 2}, {.low = 1},
                 "Factor on the step while the slope keeps its sign."),
            real("step_min", step_min, {1e-12, 1, Scale::log}, non_negative, "Shortest step."),
            real("step_max", step_max, {1e-3, 1e3, Scale::log}, non_negative, "Longest step.")};
  }

  template <class T>
  struct Coordinate {
    T heading{0.}, length{0.};  // the sign last followed, 0 for none, and the step's length
  };
  static constexpr Memory memory[] = {{"h", "sign last followed"}, {"d", "length of the step"}};
  struct Shared {
    bool begun = false;
    double first = 0;  // length of the first step; 0 afterwards, where coordinates have their own
  };
  Shared advance(Shared s, double rate_factor) const {
    return {true, s.begun ? 0 : learning_rate * rate_factor};
  }
  template <class T>
  void update(const Shared& shared, Coordinate<T>& c, T& x, T g) const {
    const T agreement = sign(g) * c.heading;
    const T factor =
        select(agreement > T(0.0), eta_plus, select(agreement < T(0.0), eta_minus, 1.0));
    c.length = min(max((c.length + shared.first) * factor, step_min), step_max);
    c.heading = select(agreement < T(0.0), 0.0, sign(g));
    x = x - c.length * c.heading;
  }
  double unrest() const { return eta_minus * eta_plus < 1 ? 0 : step_max; }
  friend bool operator==(const Rprop&, const Rprop&) = default;
};

}  // namespace fogline
