// SPDX-License-Identifier: MIT
// BFGS: learns the inverse Hessian from how the gradient changes along the way.
#pragma once

#include "fogline/optimizers/line_search.hpp"

namespace fogline {

// A symmetric matrix.
struct Symmetric2 {
  double xx = 1, xy = 0, yy = 1;

  Vec2 operator*(Vec2 v) const { return {xx * v.x + xy * v.y, xy * v.x + yy * v.y}; }
};

struct Bfgs {
  static constexpr Info info{
      .id = "bfgs",
      .name = "BFGS",
      .group = "Curvature",
      .formula =
          "p <- -H g;  x <- x + a p, a by line search;  with s the step, y the change of g, r = 1 "
          "/ s'y:  H <- (I - r s y') H (I - r y s') + r s s'",
      .source =
          "Broyden, Fletcher, Goldfarb and Shanno 1970; Nocedal and Wright 2006, algorithm 6.1",
      .note =
          "H approximates the inverse Hessian. It begins as a multiple of I, so the first step is "
          "steepest descent, is rescaled to s'y / y'y before the first update (6.20), and is left "
          "as it is where s'y <= 0. No search goes farther than the domain's diagonal."};
  static constexpr Answer answer = Answer::iterate;

  LineSearch search;

  std::vector<Param> params() { return search.params(); }

  struct State {
    Footing footing;
    Symmetric2 inverse_hessian;  // once something is remembered
    Vec2 way;                    // of the last step
  };
  Event step(State& state, Oracle& oracle, Vec2& x, const Moment& moment) const;
  std::vector<Mark> marks(const State& state) const {
    return {{"direction", {state.way.x, state.way.y}}};
  }
  friend bool operator==(const Bfgs&, const Bfgs&) = default;
};

}  // namespace fogline
