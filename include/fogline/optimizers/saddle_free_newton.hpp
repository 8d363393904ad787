// SPDX-License-Identifier: MIT
// Saddle-free Newton: steps scaled by how much the terrain curves, never by which way.
#pragma once

#include "fogline/core/symmetric2.hpp"
#include "fogline/optimizers/stride.hpp"

namespace fogline {

struct SaddleFreeNewton {
  static constexpr Info info{
      .id = "saddle_free_newton",
      .name = "Saddle-free Newton",
      .group = "Curvature",
      .formula = "x <- x - learning_rate (|H| + damping I)^-1 g",
      .source = "Dauphin et al. 2014, NeurIPS, arXiv:1406.2572, algorithm 1",
      .note =
          "|H| has the absolute eigenvalues of H, so every direction leads downhill and saddles "
          "push away. The paper searches for the best damping at each step; here damping is "
          "constant and line_search halves the step instead, for where curvature is near 0 the "
          "whole step flies off the map.",
      .natural_rate = 1};
  static constexpr Answer answer = Answer::iterate;

  double learning_rate = 1;
  int line_search = 1;
  double damping = 0;

  std::vector<Param> params() {
    std::vector<Param> all = stride_params(learning_rate, line_search);
    all.push_back(real("damping", damping, {0, 10}, non_negative,
                       "Added to the absolute curvatures; shortens steps where they are small."));
    return all;
  }

  struct State : Footing {};
  // One gradient and one Hessian, and the search's values. Without search there is no finite step
  // where curvature and damping are 0 under a slope.
  Event step(State& state, Oracle& oracle, Vec2& x, const Moment& moment) const {
    if (!Stride::can_leave(state, oracle, x)) return Event::none;
    const Jet f = oracle.jet(x);
    const Stride stride{learning_rate * moment.rate_factor, line_search == 1};
    stride.go({x, -1.0 * absolute_newton_step(f, damping), {f.v, {f.x, f.y}}}, state, oracle, x);
    return Event::none;
  }
  bool strays() const { return line_search == 0; }
  friend bool operator==(const SaddleFreeNewton&, const SaddleFreeNewton&) = default;
};

}  // namespace fogline
