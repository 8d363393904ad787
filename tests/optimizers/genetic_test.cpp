// SPDX-License-Identifier: MIT
// The genetic algorithm: children recomputed from the stream, and what elitism keeps.
#include "catch.hpp"
#include "optimizers/driven.hpp"

using namespace fogline;
using namespace fogline::tests;

namespace {

const Probe wavy =
    probe([](auto x, auto y) { return x * x + y * y + 4.0 * sin(3.0 * x) * sin(2.0 * y); });

Driven<Genetic> driven(const Genetic& rule) {
  return {.rule = rule, .landscape = evaluator(wavy), .x = {3, -2}, .random = {.seed = 4}};
}

// Sorted by loss, as a generation is kept.
std::vector<Individual> sorted_population(std::uint32_t n) {
  std::vector<Individual> all;
  for (std::uint32_t i = 0; i < n; ++i) {
    const Vec2 u = Stream{.seed = 7}.uniform_pair(Purpose::tie, i);
    all.push_back({u, static_cast<double>(i)});
  }
  return all;
}

const Box unit{{0, 0}, {1, 1}};

}  // namespace

TEST_CASE("a child is blended from the winners of two tournaments, then mutated") {
  const Genetic rule{.tournament = 3,
                     .crossover_rate = 0.7,
                     .blend = 0.4,
                     .mutation_rate = 0.3,
                     .mutation_scale = 0.05};
  const auto all = sorted_population(11);
  const Stream s{.seed = 5, .walker = 1};
  int copies = 0, mutated = 0;
  for (std::uint32_t k = 0; k < 100; ++k)
    for (std::uint32_t c = 0; c < 11; ++c) {
      std::size_t p = 11, q = 11;
      for (std::uint32_t t = 0; t < 3; ++t) {
        const Vec2 u = s.uniform_pair(Purpose::selection, k, 3 * c + t);
        p = std::min(p, static_cast<std::size_t>(11 * u.x));
        q = std::min(q, static_cast<std::size_t>(11 * u.y));
      }
      Vec2 x = all[p].x;
      const Vec2 share = s.uniform_pair(Purpose::crossover, k, 2 * c + 1),
                 chance = s.uniform_pair(Purpose::mutation, k, 2 * c),
                 z = s.normal_pair(Purpose::mutation, k, 2 * c + 1);
      const bool mixed = s.uniform(Purpose::crossover, k, 2 * c) < 0.7;
      for (std::size_t j = 0; j < 2; ++j) {
        const double low = std::min(all[p].x[j], all[q].x[j]),
                     high = std::max(all[p].x[j], all[q].x[j]), reach = 0.4 * (high - low);
        if (mixed) x[j] = low - reach + share[j] * (high - low + 2 * reach);
        if (chance[j] < 0.3) x[j] += 0.05 * std::sqrt(2.0) * z[j];
        mutated += chance[j] < 0.3;
      }
      const Vec2 child = rule.child(all, c, {k, 1.0, s, unit});
      REQUIRE(child.x == Approx(x.x).margin(1e-14));
      REQUIRE(child.y == Approx(x.y).margin(1e-14));
      copies += child == all[p].x;
    }
  CHECK(copies > 50);
  CHECK(mutated == Approx(0.3 * 2200).epsilon(0.1));
}

TEST_CASE("with elites the best is never lost, whatever mutation does") {
  for (const int elites : {1, 3, 100}) {
    auto d = driven({.mutation_rate = 1, .mutation_scale = 0.5, .elites = elites});
    d.step();
    double best = d.state.population.front().loss;
    for (int k = 0; k < 100; ++k) {
      d.step();
      REQUIRE(d.state.population.front().loss <= best);
      best = d.state.population.front().loss;
      REQUIRE(d.x == d.state.population.front().x);
    }
  }
}

TEST_CASE("without elites the population may lose its best, what is returned stays") {
  auto d = driven({.mutation_rate = 1, .mutation_scale = 0.5, .elites = 0});
  double best = INFINITY;
  int lost = 0;
  for (int k = 0; k < 100; ++k) {
    d.step();
    lost += d.state.population.front().loss > best;
    best = std::min(best, d.state.population.front().loss);
    REQUIRE(wavy.at(d.x).v == best);
  }
  CHECK(lost > 10);
}

TEST_CASE("a population of equals without mutation stays as it is") {
  auto d = driven({.mutation_rate = 0});
  d.step();
  for (Individual& one : d.state.population) one = {{1.25, -0.5}, wavy.at({1.25, -0.5}).v};
  d.steps(5);
  for (const Individual& one : d.state.population) CHECK(one.x == Vec2{1.25, -0.5});
}

TEST_CASE("without crossover and mutation children are copies, and in the end of one") {
  auto d = driven({.crossover_rate = 0, .mutation_rate = 0});
  d.step();
  const Individual best = d.state.population.front();
  d.steps(100);
  for (const Individual& one : d.state.population) CHECK(one.x == best.x);
}

TEST_CASE("each generation asks for the values of its children, not of its elite") {
  auto d = driven({.population = 12, .elites = 2});
  for (int k = 1; k <= 10; ++k) {
    d.step();
    CHECK(d.counts == Counts{.values = 12 + 10 * (k - 1)});
  }
}

TEST_CASE("at least one child is born, however many elites are asked for") {
  auto d = driven({.population = 5, .elites = 9});
  d.steps(4);
  CHECK(d.counts == Counts{.values = 5 + 3});
}

TEST_CASE("the first generation is the start and places in the domain, the best first") {
  auto d = driven({.population = 100});
  d.step();
  int starts = 0;
  for (std::size_t i = 0; i < 100; ++i) {
    const Individual& one = d.state.population[i];
    CHECK(d.domain.contains(one.x));
    CHECK(one.loss == wavy.at(one.x).v);
    if (i > 0) CHECK(d.state.population[i - 1].loss <= one.loss);
    starts += one.x == Vec2{3, -2};
  }
  CHECK(starts == 1);
}
