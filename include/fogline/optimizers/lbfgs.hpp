// SPDX-License-Identifier: MIT
// L-BFGS: BFGS that remembers steps instead of a matrix.
#pragma once

#include "fogline/optimizers/line_search.hpp"

namespace fogline {

struct Lbfgs {
  static constexpr Info info{
      .id = "lbfgs",
      .name = "L-BFGS",
      .group = "Curvature",
      .formula =
          "p <- -H g by the two-loop recursion over the last `memory` steps s and changes y of g, "
          "from H = (s'y / y'y) I of the last;  x <- x + a p, a by line search",
      .source =
          "Nocedal 1980, Math. Comput. 35:773; Nocedal and Wright 2006, algorithms 7.4 and 7.5",
      .note =
          "Made for millions of dimensions, where BFGS's matrix would not fit; in the plane two "
          "pairs hold all there is to know of a quadratic. Pairs with s'y <= 0 are skipped. No "
          "search goes farther than the domain's diagonal."};
  static constexpr Answer answer = Answer::iterate;

  int memory = 5;
  LineSearch search;

  std::vector<Param> params();

  struct Pair {
    Vec2 s, y;
  };
  struct State {
    Footing footing;
    std::vector<Pair> pairs;  // the latest last
    Vec2 way;                 // of the last step
  };
  Event step(State& state, Oracle& oracle, Vec2& x, const Moment& moment) const;
  std::vector<Mark> marks(const State& state) const {
    return {{"direction", {state.way.x, state.way.y}}};
  }
  friend bool operator==(const Lbfgs&, const Lbfgs&) = default;
};

// H g by the two-loop recursion; `pairs` is not empty.
Vec2 two_loops(const std::vector<Lbfgs::Pair>& pairs, Vec2 g);

}  // namespace fogline
