// SPDX-License-Identifier: MIT
// Nonlinear conjugate gradients: directions that do not undo what the last one achieved.
#pragma once

#include "fogline/optimizers/line_search.hpp"

namespace fogline {

struct ConjugateGradient {
  static constexpr Info info{
      .id = "conjugate_gradient",
      .name = "Conjugate gradients",
      .group = "Curvature",
      .formula =
          "beta <- max(0, g'(g - g_last) / g_last'g_last);  p <- -g + beta p;  x <- x + a p, a by "
          "line search",
      .source =
          "Polak and Ribiere 1969, Rev. Fr. Inform. Rech. Oper. 16:35; with beta >= 0: Gilbert and "
          "Nocedal 1992, SIAM J. Optim. 2:21",
      .note =
          "Begins again along -g where p does not lead downhill. c2 = 0.1: the directions are "
          "conjugate only after fairly exact searches. Later first trials expect the decrease of "
          "the step before. No search goes farther than the domain's diagonal."};
  static constexpr Answer answer = Answer::iterate;

  LineSearch search{.c2 = 0.1};

  std::vector<Param> params() { return search.params(); }

  struct State {
    Footing footing;
    Vec2 direction;     // of the last step, as long as the search saw it
    Vec2 last;          // gradient where that step began
    double length = 0;  // a of the last step
  };
  Event step(State& state, Oracle& oracle, Vec2& x, const Moment& moment) const;
  // The way of the last step, as long as it was.
  std::vector<Mark> marks(const State& state) const {
    const Vec2 p = state.length * state.direction;
    return {{"direction", {p.x, p.y}}};
  }
  friend bool operator==(const ConjugateGradient&, const ConjugateGradient&) = default;
};

}  // namespace fogline
