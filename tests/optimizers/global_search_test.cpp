// SPDX-License-Identifier: MIT
// What all global methods promise: exact counts, chance from the seed alone, no trouble where there
// is no loss, and how often they find the lowest valley.
#include <array>
#include <cmath>
#include <set>

#include "catch.hpp"
#include "optimizers/courses.hpp"
#include "optimizers/driven.hpp"

using namespace fogline;
using namespace fogline::tests;

namespace {

// Calls f(rule) for one of each global method that draws random numbers.
template <class F>
void for_each_global(F&& f) {
  for (const Optimizer& o : all_optimizers())
    if (info(o).group == "Global" && info(o).random)
      std::visit(
          [&](const auto& rule) {
            INFO(rule.info.id);
            f(rule);
          },
          o);
}

// Where the 20 walks begin: the same for all methods, uniform in the domain. Defaults were chosen
// on other starts.
Vec2 start_of(const Landscape& l, std::uint64_t seed) {
  const Vec2 u = Stream{seed}.uniform_pair(Purpose::start, 0, 1);
  return domain(l).at(u.x, u.y);
}

struct Expectation {
  const char* id;
  std::uint32_t steps;
  double gap;  // of the answer's loss to the lowest there is
  std::array<int, 6> least;
};

int successes(const Landscape& l, const Expectation& e) {
  int found = 0;
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    const Trajectory t = walked(l, optimizer(e.id), start_of(l, seed), e.steps, {}, seed);
    found += t.answer(t.last()).loss - *best_known_loss(l) < e.gap;
  }
  return found;
}

}  // namespace

TEST_CASE("global methods find the lowest valley as often as they did") {
  // Successes of 20 starts; about four less than measured are asked for. Measured, in the order of
  // `landscapes`:
  //   basin_hopping 20 12 20 20 20 20, genetic 20 20 20 20 20 13,
  //   differential_evolution 20 20 20 16 20 18, particle_swarm 19 20 20 19 20 20,
  //   cma_es 3 20 20 8 18 20, bayesian after 100 losses 10 5 20 20 20 20.
  // By Wilson, at 95 %, 20 of 20 is 84 to 100 %, 12 of 20 is 39 to 78 %, 3 of 20 is 5 to 36 %.
  constexpr const char* landscapes[] = {"rastrigin",       "ackley",         "himmelblau",
                                        "styblinski_tang", "six_hump_camel", "rosenbrock"};
  const Expectation expectations[] = {
      {"basin_hopping", 200, 1e-3, {17, 8, 17, 17, 17, 17}},
      {"genetic", 200, 1e-3, {17, 17, 17, 17, 17, 9}},
      {"differential_evolution", 200, 1e-3, {17, 17, 17, 12, 17, 14}},
      {"particle_swarm", 200, 1e-3, {15, 17, 17, 15, 17, 17}},
      {"cma_es", 200, 1e-3, {1, 17, 17, 4, 14, 17}},
      {"bayesian", 100, 0.1, {6, 2, 17, 17, 17, 17}},
  };
  for (const Expectation& e : expectations)
    for (std::size_t i = 0; i < e.least.size(); ++i) {
      INFO(e.id << " on " << landscapes[i]);
      CHECK(successes(landscape(landscapes[i]), e) >= e.least[i]);
    }
}

TEST_CASE("what is counted is what the landscape is asked") {
  for_each_global([](const auto& rule) {
    const Probe p =
        probe([](auto x, auto y) { return sq(x * x + y - 11.0) + sq(x + y * y - 7.0); });
    Driven<std::decay_t<decltype(rule)>> d{.rule = rule, .landscape = evaluator(p), .x = {-1, 1}};
    for (int k = 0; k < 60; ++k) {
      d.step();
      REQUIRE(p.asked == d.counts);
    }
    CHECK(p.asked.values + p.asked.gradients >= 60);
  });
}

TEST_CASE("equal seeds give equal walks to the bit, other seeds and walkers other walks") {
  for_each_global([](const auto& rule) {
    const Landscape l = landscape("rastrigin");
    const Trajectory one = walked(l, rule, {2.2, -1.3}, 80, {}, 7),
                     again = walked(l, rule, {2.2, -1.3}, 80, {}, 7),
                     other = walked(l, rule, {2.2, -1.3}, 80, {}, 8);
    Trajectory neighbour(
        {.landscape = l, .optimizer = rule, .start = {2.2, -1.3}, .seed = 7, .walker = 1});
    neighbour.extend(80);
    int as_other = 0, as_neighbour = 0;
    for (std::uint32_t k = 0; k <= 80; ++k) {
      REQUIRE(same_bits(one.at(k), again.at(k)));
      as_other += one.at(k).x == other.at(k).x;
      as_neighbour += one.at(k).x == neighbour.at(k).x;
    }
    CHECK(as_other < 20);
    CHECK(as_neighbour < 20);
  });
}

TEST_CASE("the start matters: from another one the walk is another") {
  for_each_global([](const auto& rule) {
    const Landscape l = landscape("rastrigin");
    const Trajectory a = walked(l, rule, {2.2, -1.3}, 40), b = walked(l, rule, {-3.6, 4.4}, 40);
    int same = 0;
    for (std::uint32_t k = 0; k <= 40; ++k) same += a.at(k).x == b.at(k).x;
    CHECK(same < 20);
  });
}

TEST_CASE("where there is no loss is the worst of all: nothing is returned from there") {
  // NaN left of -1, plus infinity above 2, minus infinity in a disc; the lowest place is (0.5, 0).
  const auto at = [](Vec2 x) -> Jet {
    const Point<Jet> p = jet_point(x);
    if (x.x < -1) return {.v = NAN, .x = NAN, .y = NAN};
    if (x.y > 2) return {.v = HUGE_VAL};
    if (norm(x - Vec2{3, -3}) < 1) return {.v = -HUGE_VAL};
    return sq(p.x - 0.5) + 2.0 * p.y * p.y;
  };
  for_each_global([&](const auto& rule) {
    const Probe p{at};
    Driven<std::decay_t<decltype(rule)>> d{.rule = rule, .landscape = evaluator(p), .x = {2, 1}};
    double best = HUGE_VAL;
    for (int k = 0; k < 200; ++k) {
      d.step();
      REQUIRE(is_finite(d.x));
      const double loss = p.at(d.x).v;
      if (std::isfinite(loss)) best = std::min(best, loss);
      for (const Mark& mark : d.marks())
        for (const double v : mark.values) REQUIRE(std::isfinite(v));
    }
    CHECK(best < 0.3);
    CHECK(std::isfinite(p.at(d.x).v));
  });
}

TEST_CASE("marks carry whole places") {
  const std::set<std::string_view> pairs{"population", "velocities", "samples", "hop"};
  for_each_global([&](const auto& rule) {
    const Trajectory t = walked(landscape("himmelblau"), rule, {-1, 1}, 30);
    for (const Mark& mark : t.marks(30))
      if (pairs.contains(mark.name)) {
        CHECK_FALSE(mark.values.empty());
        CHECK(mark.values.size() % 2 == 0);
      }
  });
}
