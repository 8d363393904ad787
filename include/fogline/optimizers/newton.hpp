// SPDX-License-Identifier: MIT
// Newton's method: jumps to the critical point of the local quadratic, whatever kind that is.
#pragma once

#include "fogline/core/symmetric2.hpp"
#include "fogline/optimizers/stride.hpp"

namespace fogline {

struct Newton {
  static constexpr Info info{
      .id = "newton",
      .name = "Newton",
      .group = "Curvature",
      .formula = "x <- x - learning_rate H^-1 g",
      .source = "Nocedal and Wright 2006, Numerical Optimization, section 3.3",
      .note =
          "Pure: it runs into saddles and maxima as readily as into minima. With line_search "
          "armijo it goes along -g where H^-1 g leads uphill (Bertsekas 1999, Nonlinear "
          "Programming, section 1.4), and halves the step until the loss has decreased enough.",
      .natural_rate = 1};
  static constexpr Answer answer = Answer::iterate;

  double learning_rate = 1;
  int line_search = 0;

  std::vector<Param> params() { return stride_params(learning_rate, line_search); }

  struct State : Footing {};
  // One gradient and one Hessian, and the search's values. Without search there is no finite step
  // where H is singular under a slope.
  Event step(State& state, Oracle& oracle, Vec2& x, const Moment& moment) const {
    if (!Stride::can_leave(state, oracle, x)) return Event::none;
    const Jet f = oracle.jet(x);
    const Vec2 g{f.x, f.y};
    const Eigen2 e = eigen(f.xx, f.xy, f.yy);
    const Stride stride{learning_rate * moment.rate_factor, line_search == 1};
    stride.go({x, -1.0 * divide(e, g, e.low, e.high), {f.v, g}}, state, oracle, x);
    return Event::none;
  }
  bool strays() const { return line_search == 0; }
  friend bool operator==(const Newton&, const Newton&) = default;
};

}  // namespace fogline
