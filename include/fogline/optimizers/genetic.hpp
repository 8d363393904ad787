// SPDX-License-Identifier: MIT
// A genetic algorithm on real numbers: the fitter breed, children lie around their parents, a few
// change at random.
#pragma once

#include "fogline/optimizers/population.hpp"

namespace fogline {

struct Genetic {
  static constexpr Info info{
      .id = "genetic",
      .name = "Genetic algorithm",
      .group = "Global",
      .formula =
          "parents p, q: each the best of tournament at random;  child_j uniform in [min(p_j, q_j) "
          "- alpha I, max(p_j, q_j) + alpha I], I = |p_j - q_j|;  with probability mutation_rate "
          "child_j += mutation_scale d N(0, 1), d the domain's diagonal;  the elite lives on",
      .source =
          "Blend crossover: Eshelman and Schaffer 1993, Foundations of Genetic Algorithms 2:187; "
          "tournaments: Goldberg and Deb 1991, ibid. 1:69; elitism: De Jong 1975, thesis; normal "
          "mutation: Schwefel 1981, Numerical Optimization of Computer Models",
      .note =
          "alpha is blend. The first generation is the start and places uniformly in the domain: "
          "the start is one of many and matters little. The first step asks for its values, each "
          "later one for those of the children. Simulated binary crossover (Deb and Agrawal 1995) "
          "is another in common use. It returns the best of all generations.",
      .random = true,
      .slopeless = true};
  static constexpr Answer answer = Answer::iterate;

  int population = 40;
  int tournament = 2;
  double crossover_rate = 0.9;
  double blend = 0.5;
  double mutation_rate = 0.1;
  double mutation_scale = 0.02;
  int elites = 1;

  std::vector<Param> params();

  struct State {
    std::vector<Individual> population;  // the best first; empty before the first step
    double best_loss = 0;                // of all generations
  };
  Event step(State& state, Oracle& oracle, Vec2& x, const Moment& moment) const;
  // The child number c of a generation sorted by loss.
  Vec2 child(const std::vector<Individual>& sorted, std::uint32_t c, const Moment& moment) const;
  std::vector<Mark> marks(const State& state) const { return {population_mark(state.population)}; }
  friend bool operator==(const Genetic&, const Genetic&) = default;
};

}  // namespace fogline
