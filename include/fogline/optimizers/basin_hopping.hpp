// SPDX-License-Identifier: MIT
// Basin hopping: jumps, slides down to the bottom of where it landed, and decides between bottoms.
#pragma once

#include "fogline/optimizers/rule.hpp"

namespace fogline {

struct BasinHopping {
  static constexpr Info info{
      .id = "basin_hopping",
      .name = "Basin hopping",
      .group = "Global",
      .formula =
          "x' = the minimum below x + hop_length d u, u uniform in [-1, 1]^2, d the domain's "
          "diagonal;  accept if f(x') <= f(x), else with probability exp(-(f(x') - f(x)) / T)",
      .source = "Wales and Doye 1997, J. Phys. Chem. A 101:5111",
      .note =
          "The minimiser is BFGS with a weak Wolfe line search (the source takes conjugate "
          "gradients). It rests where the slope is at most slope_tolerance or its gradients are "
          "used up; each of them is counted, none of its places is drawn as path. The first step "
          "is the slide down from the start. Its answer is the best minimum visited.",
      .random = true};
  static constexpr Answer answer = Answer::best_visited;

  double hop_length = 0.2;
  double temperature = 1;
  int most_gradients = 100;
  double slope_tolerance = 1e-6;

  std::vector<Param> params();

  struct State {
    bool begun = false;
    double loss = 0;  // of the current minimum
    Vec2 landed;      // where the last hop led
    Vec2 slid;        // and the minimum below it, accepted or not
  };
  Event step(State& state, Oracle& oracle, Vec2& x, const Moment& moment) const;
  // "hop": {landed x, y, slid x, y} of the last hop; nothing before the first.
  std::vector<Mark> marks(const State& state) const;
  friend bool operator==(const BasinHopping&, const BasinHopping&) = default;
};

}  // namespace fogline
