// SPDX-License-Identifier: MIT
// Particle swarm: moves recomputed from the stream, and what particles remember.
#include "catch.hpp"
#include "optimizers/driven.hpp"

using namespace fogline;
using namespace fogline::tests;

namespace {

const Probe wavy =
    probe([](auto x, auto y) { return x * x + y * y + 4.0 * sin(3.0 * x) * sin(2.0 * y); });

Driven<ParticleSwarm> driven(const ParticleSwarm& rule) {
  return {.rule = rule, .landscape = evaluator(wavy), .x = {3, -2}, .random = {.seed = 4}};
}

}  // namespace

TEST_CASE("particles move by inertia and by the two pulls") {
  const ParticleSwarm rule{.inertia = 0.6, .cognitive_weight = 1.1, .social_weight = 1.7};
  auto d = driven(rule);
  d.step();
  for (std::uint32_t k = 1; k <= 40; ++k) {
    const auto before = d.state.swarm;
    const Vec2 g = d.x;
    d.step();
    for (std::uint32_t i = 0; i < before.size(); ++i) {
      const auto& [x, v, p, loss] = before[i];
      const Vec2 r1 = d.random.uniform_pair(Purpose::velocity, k, 2 * i),
                 r2 = d.random.uniform_pair(Purpose::velocity, k, 2 * i + 1);
      const Vec2 next{0.6 * v.x + 1.1 * r1.x * (p.x - x.x) + 1.7 * r2.x * (g.x - x.x),
                      0.6 * v.y + 1.1 * r1.y * (p.y - x.y) + 1.7 * r2.y * (g.y - x.y)};
      REQUIRE(d.state.swarm[i].v == next);
      REQUIRE(d.state.swarm[i].x == x + next);
    }
  }
}

TEST_CASE("a particle remembers the best place it has seen, the swarm that of all") {
  auto d = driven({});
  d.step();
  std::vector<Individual> best;
  for (const auto& p : d.state.swarm) best.push_back({p.x, wavy.at(p.x).v});
  for (int k = 0; k < 50; ++k) {
    d.step();
    Individual lowest = best[0];
    for (std::size_t i = 0; i < best.size(); ++i) {
      const auto& p = d.state.swarm[i];
      if (wavy.at(p.x).v < best[i].loss) best[i] = {p.x, wavy.at(p.x).v};
      REQUIRE(p.best == best[i].x);
      REQUIRE(p.loss == best[i].loss);
      if (best[i].loss < lowest.loss) lowest = best[i];
    }
    REQUIRE(d.x == lowest.x);
  }
}

TEST_CASE("without pulls and with full inertia particles fly straight on") {
  auto d = driven({.inertia = 1, .cognitive_weight = 0, .social_weight = 0});
  d.step();
  const auto first = d.state.swarm;
  d.steps(10);
  for (std::size_t i = 0; i < first.size(); ++i) {
    CHECK(d.state.swarm[i].v == first[i].v);
    CHECK(d.state.swarm[i].x.x == Approx(first[i].x.x + 10 * first[i].v.x));
  }
}

TEST_CASE("the first swarm is the start and places in the domain, and would not leave it at once") {
  auto d = driven({.population = 200});
  d.step();
  CHECK(d.state.swarm[0].x == Vec2{3, -2});
  for (const auto& p : d.state.swarm) {
    CHECK(d.domain.contains(p.x));
    CHECK(d.domain.contains(p.x + p.v));
  }
}

TEST_CASE("by default a swarm is constricted as Clerc and Kennedy do it") {
  // chi = 2 / |2 - phi - sqrt(phi^2 - 4 phi)|, phi = 4.1, each pull chi phi / 2.
  const double chi = 2 / std::abs(2 - 4.1 - std::sqrt(4.1 * 4.1 - 4 * 4.1));
  const ParticleSwarm rule;
  CHECK(rule.inertia == Approx(chi).margin(5e-5));
  CHECK(rule.cognitive_weight == Approx(2.05 * chi).margin(1e-4));
  CHECK(rule.social_weight == rule.cognitive_weight);
}

TEST_CASE("each step of a swarm asks for one value of each particle") {
  auto d = driven({.population = 9});
  for (int k = 1; k <= 10; ++k) {
    d.step();
    CHECK(d.counts == Counts{.values = 9 * k});
  }
}

TEST_CASE("the marks of a swarm are its places and velocities, one for one") {
  auto d = driven({.population = 5});
  CHECK(d.marks().at(0).values.empty());
  d.steps(3);
  const auto marks = d.marks();
  REQUIRE(marks.size() == 2);
  CHECK(marks[0].name == "population");
  CHECK(marks[1].name == "velocities");
  for (std::size_t i = 0; i < 5; ++i) {
    CHECK(marks[0].values.at(2 * i + 1) == d.state.swarm[i].x.y);
    CHECK(marks[1].values.at(2 * i) == d.state.swarm[i].v.x);
  }
}

TEST_CASE("a swarm that explodes leaves no mark that is not finite, and keeps its best") {
  auto d = driven({.inertia = 1e30});
  d.steps(30);
  CHECK(is_finite(d.x));
  for (const Mark& mark : d.marks())
    for (const double v : mark.values) CHECK(std::isfinite(v));
}
