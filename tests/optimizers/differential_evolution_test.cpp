// SPDX-License-Identifier: MIT
// Differential evolution: trials recomputed from the stream, and who survives.
#include <array>
#include <map>
#include <set>
#include <utility>

#include "catch.hpp"
#include "optimizers/driven.hpp"

using namespace fogline;
using namespace fogline::tests;

namespace {

std::vector<Individual> some_population(std::uint32_t n) {
  std::vector<Individual> all;
  for (std::uint32_t i = 0; i < n; ++i) {
    const Vec2 u = Stream{.seed = 7}.uniform_pair(Purpose::tie, i);
    all.push_back({u, 0});
  }
  return all;
}

// The indices of r1, r2, r3: drawn one after the other from those left, in ascending order.
std::array<std::size_t, 3> drawn(std::uint32_t i, std::size_t n, const Stream& s, std::uint32_t k) {
  std::vector<std::size_t> left;
  for (std::size_t j = 0; j < n; ++j)
    if (j != i) left.push_back(j);
  const Vec2 a = s.uniform_pair(Purpose::selection, k, 2 * i),
             b = s.uniform_pair(Purpose::selection, k, 2 * i + 1);
  std::array<std::size_t, 3> r{};
  const double u[] = {a.x, a.y, b.x};
  for (std::size_t j = 0; j < 3; ++j) {
    const auto at = left.begin() + static_cast<int>(u[j] * static_cast<double>(left.size()));
    r[j] = *at;
    left.erase(at);
  }
  return r;
}

const Probe bowl = probe([](auto x, auto y) { return x * x + 3.0 * y * y; });

}  // namespace

TEST_CASE("a trial is x_r1 + F (x_r2 - x_r3), crossed with the one it stands against") {
  const DifferentialEvolution rule{.differential_weight = 0.7, .crossover_rate = 0.4};
  for (const std::uint32_t n : {4u, 5u, 20u}) {
    const auto all = some_population(n);
    int both = 0, one = 0;
    for (std::uint32_t k = 0; k < 200; ++k)
      for (std::uint32_t i = 0; i < n; ++i) {
        const Stream s{.seed = 3, .walker = 2};
        const auto [r1, r2, r3] = drawn(i, n, s, k);
        REQUIRE(std::set<std::size_t>{i, r1, r2, r3}.size() == 4);
        const Vec2 v = all[r1].x + 0.7 * (all[r2].x - all[r3].x);
        const Vec2 chance = s.uniform_pair(Purpose::crossover, k, i);
        const bool second_surely = s.uniform_pair(Purpose::selection, k, 2 * i + 1).y >= 0.5;
        const bool x = chance.x < 0.4 || !second_surely, y = chance.y < 0.4 || second_surely;
        const Vec2 expected{x ? v.x : all[i].x.x, y ? v.y : all[i].x.y};
        REQUIRE(rule.trial(all, i, {k, 1.0, s, {}}) == expected);
        both += x && y;
        one += x != y;
      }
    CHECK(one > both);  // the other coordinate comes in 2 of 5 cases
    CHECK(both > 0);
  }
}

TEST_CASE("every three others are drawn about equally often") {
  const auto all = some_population(5);
  const DifferentialEvolution rule{.differential_weight = 0.3, .crossover_rate = 1};
  std::map<std::pair<double, double>, int> count;
  constexpr int n = 24'000;
  for (std::uint32_t k = 0; k < n; ++k) {
    const Vec2 v = rule.trial(all, 2, {k, 1.0, Stream{}, {}});
    ++count[{v.x, v.y}];
  }
  REQUIRE(count.size() == 24);  // 4 * 3 * 2
  double chi_squared = 0;
  for (const auto& [v, c] : count) chi_squared += (c - n / 24.0) * (c - n / 24.0) / (n / 24.0);
  CHECK(chi_squared < 49.7);  // 23 degrees of freedom, one in a thousand
}

TEST_CASE("a trial takes the place of one that is no lower, and of no other") {
  Driven<DifferentialEvolution> d{.rule = {}, .landscape = evaluator(bowl), .x = {3, -2}};
  d.step();
  REQUIRE(d.state.population.size() == 20);
  CHECK(d.state.population[0].x == Vec2{3, -2});
  int replaced = 0;
  for (int k = 0; k < 30; ++k) {
    const auto before = d.state.population;
    const Moment moment = d.moment();
    d.step();
    for (std::uint32_t i = 0; i < 20; ++i) {
      const Vec2 u = d.rule.trial(before, i, moment);
      const bool lower = bowl.at(u).v <= before[i].loss;
      REQUIRE(d.state.population[i].x == (lower ? u : before[i].x));
      replaced += lower;
    }
    REQUIRE(d.x == best_of(d.state.population).x);
  }
  CHECK(replaced > 100);
}

TEST_CASE("on level ground every trial is taken") {
  const Probe level = probe([](auto x, auto) { return 0.0 * x; });
  Driven<DifferentialEvolution> d{.rule = {}, .landscape = evaluator(level), .x = {1, 1}};
  d.step();
  const auto before = d.state.population;
  const Moment moment = d.moment();
  d.step();
  for (std::uint32_t i = 0; i < 20; ++i)
    CHECK(d.state.population[i].x == d.rule.trial(before, i, moment));
}

TEST_CASE("the first population is the start and normal deviations from it") {
  const DifferentialEvolution rule{.population = 9, .spread = 0.1};
  Driven<DifferentialEvolution> d{.rule = rule, .landscape = evaluator(bowl), .x = {3, -2}};
  d.step();
  for (std::uint32_t i = 1; i < 9; ++i) {
    const Vec2 z = d.random.normal_pair(Purpose::population, 0, i);
    const Vec2 x = d.state.population[i].x;
    CHECK(x.x == Approx(3 + 0.1 * std::sqrt(200.0) * z.x));
    CHECK(x.y == Approx(-2 + 0.1 * std::sqrt(200.0) * z.y));
    CHECK(d.state.population[i].loss == bowl.at(x).v);
  }
}

TEST_CASE("each generation of differential evolution asks for one value of each trial") {
  Driven<DifferentialEvolution> d{
      .rule = {.population = 7}, .landscape = evaluator(bowl), .x = {1, 1}};
  for (int k = 1; k <= 10; ++k) {
    d.step();
    CHECK(d.counts == Counts{.values = 7 * k});
  }
}
