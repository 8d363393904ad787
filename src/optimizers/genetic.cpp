// SPDX-License-Identifier: MIT
// Selection, crossover and mutation of the genetic algorithm.
#include "fogline/optimizers/genetic.hpp"

#include <array>

#include "fogline/core/elementary.hpp"

namespace fogline {

std::vector<Param> Genetic::params() {
  return {population_param(population, 2),
          integer("tournament", tournament, {1, 10}, {.low = 1, .high = 1000},
                  "Individuals drawn, the best of which becomes a parent; 1 selects nobody."),
          real("crossover_rate", crossover_rate, {0, 1}, {.low = 0, .high = 1},
               "Chance that two parents are mixed; else the child is a copy of one."),
          real("blend", blend, {0, 1}, non_negative,
               "How far beyond its parents a child may lie, as a share of their distance: alpha."),
          real("mutation_rate", mutation_rate, {0, 1}, {.low = 0, .high = 1},
               "Chance of each coordinate of a child to change."),
          real("mutation_scale", mutation_scale, {0.0001, 0.5, Scale::log}, non_negative,
               "Standard deviation of such a change, as a share of the domain's diagonal."),
          integer("elites", elites, {0, 10}, {.low = 0, .high = 10'000},
                  "The best that live on unchanged, unasked; at most all but one.")};
}

namespace {

void sort(std::vector<Individual>& all) {
  std::stable_sort(all.begin(), all.end(),
                   [](const Individual& a, const Individual& b) { return a.loss < b.loss; });
}

}  // namespace

Vec2 Genetic::child(const std::vector<Individual>& sorted, std::uint32_t c,
                    const Moment& moment) const {
  const auto uniform_pair = [&](Purpose purpose, std::uint32_t draw) {
    return moment.random.uniform_pair(purpose, moment.step, draw);
  };
  // Sorted by loss, the best of a tournament is the one with the lowest index.
  std::array<std::size_t, 2> parent{sorted.size(), sorted.size()};
  const auto rounds = static_cast<std::uint32_t>(tournament);
  for (std::uint32_t t = 0; t < rounds; ++t) {
    const Vec2 u = uniform_pair(Purpose::selection, c * rounds + t);
    for (std::size_t k = 0; k < 2; ++k) parent[k] = std::min(parent[k], pick(u[k], sorted.size()));
  }
  const Vec2 p = sorted[parent[0]].x, q = sorted[parent[1]].x;
  Vec2 x = p;
  if (uniform_pair(Purpose::crossover, 2 * c).x < crossover_rate) {
    const Vec2 share = uniform_pair(Purpose::crossover, 2 * c + 1);
    for (std::size_t j = 0; j < 2; ++j)
      x[j] = min(p[j], q[j]) + (share[j] * (1 + 2 * blend) - blend) * abs(p[j] - q[j]);
  }
  const Vec2 chance = uniform_pair(Purpose::mutation, 2 * c);
  const Vec2 z = moment.random.normal_pair(Purpose::mutation, moment.step, 2 * c + 1);
  for (std::size_t j = 0; j < 2; ++j)
    if (chance[j] < mutation_rate) x[j] += mutation_scale * moment.domain.diagonal() * z[j];
  return x;
}

Event Genetic::step(State& state, Oracle& oracle, Vec2& x, const Moment& moment) const {
  auto& all = state.population;
  const bool first = all.empty();
  if (first) {
    all = uniform_population(population, x, oracle, moment);
  } else {
    const std::size_t kept = std::min(static_cast<std::size_t>(elites), all.size() - 1);
    std::vector<Individual> next(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(kept));
    for (std::uint32_t c = 0; next.size() < all.size(); ++c)
      next.push_back(evaluated(oracle, child(all, c, moment)));
    all = std::move(next);
  }
  sort(all);
  if (first || all.front().loss < state.best_loss) {
    state.best_loss = all.front().loss;
    x = all.front().x;
  }
  return Event::none;
}

}  // namespace fogline
