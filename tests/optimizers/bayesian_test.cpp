// SPDX-License-Identifier: MIT
// Bayesian optimization: what it asks for and where, what it keeps from sample to sample, and what
// it shows of its beliefs.
#include <algorithm>
#include <cmath>

#include "catch.hpp"
#include "optimizers/courses.hpp"
#include "optimizers/driven.hpp"

using namespace fogline;
using namespace fogline::tests;

namespace {

const Probe wavy =
    probe([](auto x, auto y) { return 0.3 * (x * x + y * y) + 2.0 * sin(2.0 * x) * sin(1.5 * y); });

Driven<Bayesian> driven(const Bayesian& rule = {}, Vec2 start = {3, -2}) {
  return {.rule = rule, .landscape = evaluator(wavy), .x = start, .random = {.seed = 4}};
}

}  // namespace

TEST_CASE("Bayesian optimization asks for one value a step, as often as it may, then for none") {
  auto d = driven({.evaluations = 40});
  wavy.asked = {};
  for (int k = 1; k <= 60; ++k) {
    d.step();
    REQUIRE(d.counts == Counts{.values = std::min(k, 40)});
    REQUIRE(wavy.asked == d.counts);
  }
}

TEST_CASE("it looks at the start first, then at random places, always within the domain") {
  auto d = driven({.evaluations = 60, .initial_samples = 5});
  d.step();
  CHECK(d.x == Vec2{3, -2});
  for (std::uint32_t k = 1; k < 5; ++k) {
    d.step();
    const Vec2 u = d.random.uniform_pair(Purpose::population, k);
    CHECK(d.x == d.domain.at(u.x, u.y));
  }
  for (int k = 5; k < 60; ++k) {
    d.step();
    REQUIRE(d.domain.contains(d.x));
  }
}

TEST_CASE("when all is spent it stays at the best place of all") {
  auto d = driven({.evaluations = 30});
  Individual best{{}, INFINITY};
  for (int k = 0; k < 30; ++k) {
    d.step();
    if (wavy.at(d.x).v < best.loss) best = {d.x, wavy.at(d.x).v};
  }
  for (int k = 0; k < 5; ++k) {
    d.step();
    CHECK(d.x == best.x);
  }
}

TEST_CASE("it asks where nearly the most is to be gained") {
  // Against a lattice of 61 x 61 places; the search finds a local maximum, most often the highest.
  auto d = driven({.evaluations = 200});
  d.steps(6);
  double share = 0;
  constexpr int n = 40;
  for (int k = 0; k < n; ++k) {
    const auto fields = d.rule.fields(d.state);
    double highest = 0;
    for (int i = 0; i <= 60; ++i)
      for (int j = 0; j <= 60; ++j)
        highest = std::max(highest, fields[2].at(d.domain.at(i / 60.0, j / 60.0)));
    d.step();
    share += std::min(1.0, fields[2].at(d.x) / highest) / n;
  }
  CHECK(share > 0.75);  // measured: 0.87
}

TEST_CASE("what candidates keep from sample to sample is what a solve from the beginning gives") {
  auto d = driven();
  d.steps(50);
  const auto& gp = d.state.surrogate;
  REQUIRE(d.state.candidates.size() == 512);
  REQUIRE(d.state.half.size() == 512 * 50);
  for (std::size_t c = 0; c < 512; c += 37) {
    const auto& candidate = d.state.candidates[c];
    std::vector<double> v(50);
    gp.half_solve(candidate.x, v);
    double losses = 0, ones = 0, squares = 0;
    for (std::size_t i = 0; i < 50; ++i) {
      REQUIRE(d.state.half[i * 512 + c] == Approx(v[i]).margin(1e-9));
      losses += v[i] * gp.samples[i].half_loss;
      ones += v[i] * gp.samples[i].half_one;
      squares += v[i] * v[i];
    }
    CHECK(candidate.losses == Approx(losses).epsilon(1e-8));
    CHECK(candidate.ones == Approx(ones).epsilon(1e-8));
    CHECK(candidate.squares == Approx(squares).epsilon(1e-8));
  }
}

TEST_CASE("scales are likelier than their neighbours where they were last looked for") {
  // 20 samples are known when scales are looked for at the 20th: 6, 9, 13, 19, ...
  auto d = driven();
  d.steps(20);
  GaussianProcess gp = d.state.surrogate;
  gp.samples.resize(19);
  gp.rescale(gp.scale);
  const Vec2 chosen = gp.scale;
  const double best = gp.log_likelihood();
  for (const Vec2 factor : {Vec2{2, 1}, Vec2{0.5, 1}, Vec2{1, 2}, Vec2{1, 0.5}}) {
    gp.rescale({chosen.x * factor.x, chosen.y * factor.y});
    CHECK(gp.log_likelihood() <= best);
  }
}

TEST_CASE("the surrogate goes through what was seen, where nothing is left to gain") {
  auto d = driven();
  d.steps(40);
  const auto fields = d.rule.fields(d.state);
  REQUIRE(fields.size() == 3);
  CHECK(fields[0].name == "surrogate");
  CHECK(fields[1].name == "uncertainty");
  const double deviation = std::sqrt(d.state.surrogate.level().variance);
  for (const auto& s : d.state.surrogate.samples) {
    CHECK(fields[0].at(s.x) == Approx(wavy.at(s.x).v).margin(1e-4 * deviation));
    CHECK(fields[1].at(s.x) < 1e-4 * deviation);
    CHECK(fields[2].at(s.x) < 1e-4 * deviation);
  }
  for (std::uint32_t i = 0; i < 500; ++i) {
    const Vec2 u = Stream{}.uniform_pair(Purpose::tie, i), x = d.domain.at(3 * u.x - 1, u.y);
    REQUIRE(fields[1].at(x) >= 0);
    REQUIRE(fields[2].at(x) >= 0);
    REQUIRE(std::isfinite(fields[0].at(x)));
  }
}

TEST_CASE("fields belong to the state they were taken from, also when all is spent") {
  auto d = driven({.evaluations = 25});
  for (const Field& f : d.rule.fields(d.state)) CHECK(f.at({1, 2}) == 0);  // knows nothing yet
  d.steps(25);
  const auto spent = d.rule.fields(d.state);
  auto twin = driven({.evaluations = 26});
  twin.steps(25);
  const auto going = twin.rule.fields(twin.state);
  twin.steps(1);
  for (std::uint32_t i = 0; i < 50; ++i) {
    const Vec2 u = Stream{}.uniform_pair(Purpose::tie, i), x = d.domain.at(u.x, u.y);
    for (std::size_t f = 0; f < 3; ++f) REQUIRE(spent[f].at(x) == going[f].at(x));
  }
}

TEST_CASE("a trajectory gives marks and fields at any step, checkpoints between") {
  const Trajectory t =
      walked(landscape("himmelblau"), optimizer("bayesian", {{"evaluations", 30}}), {-1, 1}, 1500);
  for (const std::uint32_t k : {0u, 1u, 7u, 30u, 31u, 1023u, 1024u, 1500u}) {
    INFO("step " << k);
    const auto marks = t.marks(k);
    REQUIRE(marks.size() == 1);
    CHECK(marks[0].name == "samples");
    REQUIRE(marks[0].values.size() == 2 * std::min(k, 30u));
    CHECK(t.fields(k).size() == 3);
    if (k > 0 && k <= 30) CHECK(marks[0].values[2 * k - 2] == t.at(k).x.x);
  }
  CHECK(t.fields(1500)[0].at({0, 0}) == t.fields(30)[0].at({0, 0}));
  CHECK(t.fields(7)[0].at({0, 0}) != t.fields(30)[0].at({0, 0}));
  CHECK(walked(landscape("himmelblau"), optimizer("adam"), {-1, 1}, 5).fields(3).empty());
}

TEST_CASE("where there is no loss it does not stand, and goes on elsewhere") {
  const Probe half = probe([](auto x, auto y) { return x * x + y * y + 0.0 * sqrt(x + 1.0); });
  Driven<Bayesian> d{.rule = {.evaluations = 60}, .landscape = evaluator(half), .x = {3, -2}};
  int refused = 0;
  for (int k = 0; k < 60; ++k) {
    const Vec2 before = d.x;
    d.step();
    REQUIRE(std::isfinite(half.at(d.x).v));
    refused += d.x == before;
  }
  CHECK(refused > 3);
  d.step();
  CHECK(half.at(d.x).v < 0.1);
  for (const auto& s : d.state.surrogate.samples) REQUIRE(std::isfinite(s.loss));
}

TEST_CASE("on level ground it asks where it knows least") {
  const Probe level = probe([](auto x, auto) { return 0.0 * x + 2.0; });
  Driven<Bayesian> d{.rule = {.evaluations = 80}, .landscape = evaluator(level), .x = {0, 0}};
  std::vector<Vec2> seen;
  for (int k = 0; k < 80; ++k) {
    d.step();
    if (k >= 10)
      for (const Vec2 x : seen) REQUIRE(norm(x - d.x) > 0.3);
    seen.push_back(d.x);
  }
}

TEST_CASE("losses too large to square leave its beliefs finite") {
  const Probe steep = probe([](auto x, auto y) { return 1e250 * (x * x + y * y); });
  Driven<Bayesian> d{.rule = {.evaluations = 40}, .landscape = evaluator(steep), .x = {3, -2}};
  d.steps(40);
  for (const Field& f : d.rule.fields(d.state)) CHECK(std::isfinite(f.at({0.5, 0.5})));
}
