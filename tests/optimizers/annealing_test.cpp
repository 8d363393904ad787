// SPDX-License-Identifier: MIT
// Simulated annealing: what it asks for, what it accepts, how it cools, and that chance comes from
// the session's seed alone.
#include <cmath>

#include "catch.hpp"
#include "optimizers/courses.hpp"

using namespace fogline;
using namespace fogline::tests;

namespace {

const Vec2 start{2.2, -1.3};

double temperature_at(const Trajectory& t, std::uint32_t step) {
  const auto marks = t.marks(step);
  REQUIRE(marks.size() == 1);
  CHECK(marks[0].name == "temperature");
  REQUIRE(marks[0].values.size() == 1);
  return marks[0].values[0];
}

}  // namespace

TEST_CASE("annealing asks for one value a step, and one more to begin with") {
  const Trajectory t = walked(landscape("rastrigin"), optimizer("annealing"), start, 300);
  CHECK(t.at(0).counts == Counts{});
  for (std::uint32_t k = 1; k <= 300; ++k) REQUIRE(t.at(k).counts == Counts{.values = k + 1});
}

TEST_CASE("at temperature 0 annealing never climbs, when hot it almost always moves") {
  const Landscape l = landscape("rastrigin");
  const Trajectory cold =
      walked(l, optimizer("annealing", {{"initial_temperature", 0}}), start, 2000);
  int moves = 0;
  for (std::uint32_t k = 1; k <= 2000; ++k) {
    REQUIRE(cold.at(k).loss <= cold.at(k - 1).loss);
    CHECK_FALSE(has(cold.at(k).event, Event::uphill));
    moves += cold.at(k).x != cold.at(k - 1).x;
  }
  CHECK(moves > 3);
  const Trajectory hot = walked(
      l, optimizer("annealing", {{"initial_temperature", 1000}, {"cooling_rate", 1}}), start, 2000);
  moves = 0;
  for (std::uint32_t k = 1; k <= 2000; ++k) moves += hot.at(k).x != hot.at(k - 1).x;
  CHECK(moves > 1900);
}

TEST_CASE("an accepted climb is an event, and nothing else is") {
  const Trajectory t = walked(landscape("rastrigin"), optimizer("annealing"), start, 1000);
  int climbs = 0;
  for (std::uint32_t k = 1; k <= 1000; ++k) {
    const bool climbed = t.at(k).loss > t.at(k - 1).loss;
    REQUIRE(has(t.at(k).event, Event::uphill) == climbed);
    climbs += climbed;
  }
  CHECK(climbs > 10);
}

TEST_CASE("climbs are accepted as often as Metropolis says") {
  // From the bottom of the bowl every proposal climbs. By the law of total probability the share
  // accepted is the mean of exp(-r^2 / T) over proposals, r^2 = s^2 (chi-squared of 2 degrees):
  // 1 / (1 + 2 s^2 / T).
  const Landscape l = landscape("bowl");
  const Annealing rule{.proposal_scale = 0.05, .initial_temperature = 0.5, .cooling_rate = 1};
  const double s = rule.proposal_scale * domain(l).diagonal();
  int accepted = 0;
  constexpr int trials = 20000;
  for (std::uint32_t k = 0; k < trials; ++k) {
    Annealing::State state;
    Vec2 x;
    Oracle oracle{.landscape = evaluator(l)};
    oracle.stand(x);
    rule.step(state, oracle, x, {k, 1.0, Stream{.seed = 3}, domain(l)});
    accepted += x != Vec2{};
  }
  const double share = 1 / (1 + 2 * s * s / 0.5);
  CHECK(accepted / double{trials} ==
        Approx(share).margin(5 * std::sqrt(share * (1 - share) / trials)));
}

TEST_CASE("temperatures follow their schedules") {
  Annealing a{.initial_temperature = 8, .cooling = 0, .cooling_rate = 0.5};
  CHECK(a.temperature(0) == Approx(8));
  CHECK(a.temperature(3) == Approx(1).epsilon(1e-14));
  a.cooling = 1;
  CHECK(a.temperature(1) == Approx(4));
  CHECK(a.temperature(2) == 0);
  CHECK(a.temperature(1000) == 0);
  a.cooling = 2;
  CHECK(a.temperature(0) == Approx(8));
  CHECK(a.temperature(100) == Approx(8 / std::log(std::exp(1.0) + 100)));
  a = {.initial_temperature = 8, .cooling = 0, .cooling_rate = 0};
  CHECK(a.temperature(0) == 8);
  CHECK(a.temperature(1) == 0);
}

TEST_CASE("every schedule falls from the initial temperature and stays finite") {
  for (int cooling = 0; cooling < 3; ++cooling)
    for (const double rate : {0.0, 0.9, 0.99, 1.0}) {
      const Annealing a{.initial_temperature = 5, .cooling = cooling, .cooling_rate = rate};
      INFO(Annealing::coolings[static_cast<std::size_t>(cooling)] << ", rate " << rate);
      CHECK(a.temperature(0) == Approx(5));
      for (std::uint32_t t = 1; t < 1'000'000; t = t * 3 + 1) {
        CHECK(a.temperature(t) <= a.temperature(t - 1));
        CHECK(a.temperature(t) >= 0);
      }
    }
}

TEST_CASE("reheating starts the temperature again at the top and is an event") {
  const Settings s{{"reheat_every", 100}, {"initial_temperature", 4}, {"cooling_rate", 0.95}};
  const Trajectory t = walked(landscape("rastrigin"), optimizer("annealing", s), start, 350);
  for (std::uint32_t k = 1; k <= 350; ++k)
    REQUIRE(has(t.at(k).event, Event::reheat) == (k > 1 && k % 100 == 1));
  CHECK(temperature_at(t, 100) == Approx(4 * std::pow(0.95, 99)));
  CHECK(temperature_at(t, 101) == Approx(4));
  CHECK(temperature_at(t, 250) == Approx(4 * std::pow(0.95, 49)));
}

TEST_CASE("the marks show the temperature of the step last made, and of the first to come") {
  const Annealing rule;
  const Trajectory t = walked(landscape("rastrigin"), rule, start, 3000);
  CHECK(temperature_at(t, 0) == Approx(rule.initial_temperature));
  for (const std::uint32_t k : {1u, 2u, 500u, 1023u, 1024u, 1025u, 3000u})
    CHECK(temperature_at(t, k) == Approx(rule.temperature(k - 1)));
}

TEST_CASE("annealing's answer is the best place visited") {
  const Trajectory t =
      walked(landscape("rastrigin"), optimizer("annealing", {{"cooling_rate", 1}}), start, 500);
  double best = t.at(0).loss;
  for (std::uint32_t k = 0; k <= 500; ++k) {
    best = std::min(best, t.at(k).loss);
    REQUIRE(t.answer(k).loss == best);
    REQUIRE(t.answer(k).step == t.at(k).best_step);
  }
  CHECK(t.answer(500).loss < t.at(500).loss);
}

TEST_CASE("the answer of the methods that follow a slope is where they stand") {
  for (const char* id : {"gradient_descent", "momentum", "nesterov", "rmsprop", "adam"}) {
    INFO(id);
    const Trajectory t = walked(landscape("himmelblau"), optimizer(id), {-1, 1}, 300);
    for (std::uint32_t k = 0; k <= t.last(); ++k) REQUIRE(t.answer(k).step == k);
  }
}

TEST_CASE("another seed walks another way, the same seed the same") {
  const Landscape l = landscape("rastrigin");
  const Optimizer o = optimizer("annealing");
  const Trajectory one = walked(l, o, start, 200, {}, 1), again = walked(l, o, start, 200, {}, 1),
                   other = walked(l, o, start, 200, {}, 2);
  for (std::uint32_t k = 0; k <= 200; ++k) REQUIRE(same_bits(one.at(k), again.at(k)));
  CHECK(one.at(200).x != other.at(200).x);
}
