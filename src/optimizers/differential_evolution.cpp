// SPDX-License-Identifier: MIT
// A generation of differential evolution.
#include "fogline/optimizers/differential_evolution.hpp"

#include <array>

namespace fogline {

std::vector<Param> DifferentialEvolution::params() {
  return {population_param(population, 4),
          real("differential_weight", differential_weight, {0, 2}, any_finite,
               "Length of a step as a multiple of the difference between two places: F."),
          real("crossover_rate", crossover_rate, {0, 1}, {.low = 0, .high = 1},
               "Chance of a coordinate to be tried anew: CR; low on separable landscapes."),
          real("spread", spread, {0.001, 1, Scale::log}, non_negative,
               "Standard deviation of the first places from the start, as a share of the domain's "
               "diagonal.")};
}

namespace {

// Three different indices below `count`, none of them i, for three uniform numbers.
std::array<std::size_t, 3> others(std::size_t i, std::size_t count, std::array<double, 3> u) {
  std::array<std::size_t, 4> taken{i};  // the first k + 1, ascending
  std::array<std::size_t, 3> chosen{};
  for (std::size_t k = 0; k < 3; ++k) {
    std::size_t index = pick(u[k], count - 1 - k), below = 0;
    for (; below <= k && index >= taken[below]; ++below) ++index;
    for (std::size_t t = k + 1; t > below; --t) taken[t] = taken[t - 1];
    chosen[k] = taken[below] = index;
  }
  return chosen;
}

}  // namespace

Vec2 DifferentialEvolution::trial(const std::vector<Individual>& all, std::uint32_t i,
                                  const Moment& moment) const {
  const auto uniform_pair = [&](Purpose purpose, std::uint32_t draw) {
    return moment.random.uniform_pair(purpose, moment.step, draw);
  };
  const Vec2 a = uniform_pair(Purpose::selection, 2 * i),
             b = uniform_pair(Purpose::selection, 2 * i + 1),
             chance = uniform_pair(Purpose::crossover, i);
  const auto [r1, r2, r3] = others(i, all.size(), {a.x, a.y, b.x});
  const Vec2 v = all[r1].x + differential_weight * (all[r2].x - all[r3].x);
  const std::size_t surely = pick(b.y, 2);
  Vec2 u = all[i].x;
  for (std::size_t j = 0; j < 2; ++j)
    if (chance[j] < crossover_rate || j == surely) u[j] = v[j];
  return u;
}

Event DifferentialEvolution::step(State& state, Oracle& oracle, Vec2& x,
                                  const Moment& moment) const {
  auto& all = state.population;
  if (all.empty()) {
    all.push_back(evaluated(oracle, x));
    for (std::uint32_t i = 1; i < static_cast<std::uint32_t>(population); ++i) {
      const Vec2 z = moment.random.normal_pair(Purpose::population, moment.step, i);
      all.push_back(evaluated(oracle, x + spread * moment.domain.diagonal() * z));
    }
  } else {
    std::vector<Individual> next;
    for (std::uint32_t i = 0; i < all.size(); ++i) {
      const Individual u = evaluated(oracle, trial(all, i, moment));
      next.push_back(u.loss <= all[i].loss ? u : all[i]);
    }
    all = std::move(next);
  }
  x = best_of(all).x;
  return Event::none;
}

}  // namespace fogline
