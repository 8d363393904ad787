// SPDX-License-Identifier: MIT
// SPSA: a slope from two values, however many dimensions there are.
#pragma once

#include "fogline/optimizers/rule.hpp"

namespace fogline {

struct Spsa {
  static constexpr Info info{
      .id = "spsa",
      .name = "SPSA",
      .group = "Without gradients",
      .formula =
          "D_i = +-1 at random;  g_i <- (f(x + c_k D) - f(x - c_k D)) / (2 c_k D_i);  x <- x - a_k "
          "g;  a_k = learning_rate / (stability + k + 1)^alpha, c_k = perturbation / (k + 1)^gamma",
      .source =
          "Spall 1998, IEEE Trans. Aerosp. Electron. Syst. 34:817 (simultaneous perturbation)",
      .note =
          "Two values a step, whatever the dimension; the slope is right on average. Spall calls "
          "the gains a, A and c; perturbation is c as a share of the domain's diagonal. A step is "
          "not made where a value is not finite.",
      .random = true,
      .slopeless = true};
  static constexpr Answer answer = Answer::iterate;

  double learning_rate = 0.1;
  double stability = 100;
  double perturbation = 1e-3;
  double alpha = 0.602;
  double gamma = 0.101;

  std::vector<Param> params();

  struct State {
    std::uint32_t age = 0;  // k: steps since the start, or since the restart that made it forget
  };
  Event step(State& state, Oracle& oracle, Vec2& x, const Moment& moment) const;
  friend bool operator==(const Spsa&, const Spsa&) = default;
};

}  // namespace fogline
