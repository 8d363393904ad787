// SPDX-License-Identifier: MIT
// Simulated annealing: Gaussian proposals, Metropolis acceptance, a falling temperature.
#pragma once

#include "fogline/optimizers/rule.hpp"

namespace fogline {

struct Annealing {
  static constexpr Info info{
      .id = "annealing",
      .name = "Annealing",
      .group = "Global",
      .formula =
          "x' <- x + proposal_scale d N(0, I), d the domain's diagonal;  accept if f(x') <= f(x), "
          "else with probability exp(-(f(x') - f(x)) / T);  T <- T(t)",
      .source = "Kirkpatrick, Gelatt and Vecchi 1983, Science 220:671; Metropolis et al. 1953",
      .note =
          "Feels no slope: it asks for one value a step. cooling: exponential T0 c^t; linear T0 "
          "max(0, 1 - (1 - c) t); "
          "logarithmic T0 / ln(e + t) (Geman and Geman 1984). Its answer is the best place "
          "visited.",
      .random = true,
      .slopeless = true};
  static constexpr Answer answer = Answer::best_visited;
  static constexpr std::string_view coolings[] = {"exponential", "linear", "logarithmic"};

  double proposal_scale = 0.05;
  double initial_temperature = 10;
  int cooling = 0;
  double cooling_rate = 0.99;
  int reheat_every = 0;

  std::vector<Param> params();

  struct State {
    std::uint32_t age = 0;   // steps since the start, or since the restart that made it forget
    double temperature = 0;  // of the step last made
    double loss = 0;         // at the current place, as the method was told; unknown at age 0
  };
  // One proposal: one value, and one more the first time. Outside the domain it walks like anywhere
  // else.
  Event step(State& state, Oracle& oracle, Vec2& x, const Moment& moment) const;
  // The temperature t steps after the start or the last reheating.
  double temperature(std::uint32_t t) const;
  // The temperature of the step last made; before the first, of the step to come.
  std::vector<Mark> marks(const State& state) const {
    return {{"temperature", {state.age > 0 ? state.temperature : temperature(0)}}};
  }
  friend bool operator==(const Annealing&, const Annealing&) = default;
};

}  // namespace fogline
