// SPDX-License-Identifier: MIT
// Differential evolution: the differences between places are the steps that are tried.
#pragma once

#include "fogline/optimizers/population.hpp"

namespace fogline {

struct DifferentialEvolution {
  static constexpr Info info{
      .id = "differential_evolution",
      .name = "Differential evolution",
      .group = "Global",
      .formula =
          "v = x_r1 + F (x_r2 - x_r3), r1, r2, r3 and i all different;  u takes each coordinate of "
          "v with probability CR, one of them surely, the others of x_i;  x_i <- u if f(u) <= "
          "f(x_i)",
      .source = "Storn and Price 1997, J. Global Optim. 11:341; their strategy rand/1/bin",
      .note =
          "F is differential_weight, CR crossover_rate. All trials of a generation are made from "
          "the one before it. The first population is the start and normal deviations from it, as "
          "the source proposes where a solution is known already. The first step asks for its "
          "values, each later one for those of a generation of trials. It returns the best of the "
          "population.",
      .random = true,
      .slopeless = true};
  static constexpr Answer answer = Answer::iterate;

  int population = 20;
  double differential_weight = 0.5;
  double crossover_rate = 0.9;
  double spread = 0.3;

  std::vector<Param> params();

  struct State {
    std::vector<Individual> population;  // empty before the first step
  };
  Event step(State& state, Oracle& oracle, Vec2& x, const Moment& moment) const;
  // The trial that stands against individual i.
  Vec2 trial(const std::vector<Individual>& all, std::uint32_t i, const Moment& moment) const;
  std::vector<Mark> marks(const State& state) const { return {population_mark(state.population)}; }
  friend bool operator==(const DifferentialEvolution&, const DifferentialEvolution&) = default;
};

}  // namespace fogline
