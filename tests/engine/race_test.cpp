// SPDX-License-Identifier: MIT
// The race's cache, its budgets, and that nothing but the experiment decides what it holds.
#include <algorithm>
#include <thread>

#include "catch.hpp"
#include "fogline/engine/standing.hpp"
#include "optimizers/courses.hpp"

using namespace fogline;
using namespace fogline::tests;

namespace {

Experiment four_racers() {
  Experiment e;
  e.landscape = landscape("himmelblau");
  for (const char* id : {"gradient_descent", "momentum", "adam", "annealing"})
    e.racers.push_back(new_racer(e, optimizer(id), {-1, 1}));
  e.budget.amount = 500;
  return e;
}

Race raced(const Experiment& e) {
  Race race;
  race.follow(e);
  REQUIRE(race.advance());
  return race;
}

// How many walks following `edited` after `e` makes anew.
std::size_t cost_of(const Experiment& e, const Experiment& edited) {
  Race race = raced(e);
  const std::size_t before = race.recomputed();
  race.follow(edited);
  CHECK(race.advance());
  CHECK(race.size() == edited.racers.size());
  for (std::size_t i = 0; i < race.size(); ++i) {
    CHECK(race[i].course().optimizer == edited.racers[i].optimizer);
    CHECK(race[i].course().start == edited.racers[i].start);
  }
  return race.recomputed() - before;
}

bool same_walks(const Race& a, const Race& b, const Experiment& e) {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i)
    for (std::uint32_t k = 0; k <= a.step_at(i, e.budget.amount); ++k)
      if (!same_bits(a[i].at(k), b[i].at(k))) return false;
  return true;
}

}  // namespace

TEST_CASE("a race walks every racer to the end of the budget") {
  const Experiment e = four_racers();
  const Race race = raced(e);
  CHECK(race.recomputed() == 4);
  for (std::size_t i = 0; i < 4; ++i) {
    CHECK(race[i].last() == 500);
    CHECK(race.step_at(i, 0) == 0);
    CHECK(race.step_at(i, 123.9) == 123);
    CHECK(race.step_at(i, 500) == 500);
    CHECK(race.step_at(i, 1e9) == 500);
    CHECK(race.step_at(i, -3) == 0);
  }
  CHECK(race.horizon() == 500);
}

TEST_CASE("editing one racer makes only its walk anew") {
  const Experiment e = four_racers();
  Experiment edited = e;
  edited.racers[1].optimizer = optimizer("momentum", {{"learning_rate", 0.002}});
  CHECK(cost_of(e, edited) == 1);
  edited = e;
  edited.racers[2].start = {0.5, 0.5};
  CHECK(cost_of(e, edited) == 1);
  edited = e;
  edited.racers[3].axes.restarts = Restarts{};
  CHECK(cost_of(e, edited) == 1);
}

TEST_CASE("what no walk depends on makes nothing anew") {
  const Experiment e = four_racers();
  Experiment edited = e;
  edited.racers[0].name = "other";
  edited.racers[1].mark = 9;
  edited.racers[2].visible = false;
  edited.shared_start = false;
  edited.prices.value = 1;
  CHECK(cost_of(e, edited) == 0);
}

TEST_CASE("moving, removing and doubling racers makes nothing anew") {
  const Experiment e = four_racers();
  Experiment edited = e;
  std::reverse(edited.racers.begin(), edited.racers.end());
  CHECK(cost_of(e, edited) == 0);
  edited.racers.erase(edited.racers.begin() + 1);
  CHECK(cost_of(e, edited) == 0);
  edited.racers.push_back(edited.racers.front());
  edited.racers.push_back(edited.racers.front());
  CHECK(cost_of(e, edited) == 0);
  edited.racers.clear();
  CHECK(cost_of(e, edited) == 0);
}

TEST_CASE("the landscape and the seed concern every racer") {
  const Experiment e = four_racers();
  Experiment edited = e;
  edited.landscape = landscape("rosenbrock");
  CHECK(cost_of(e, edited) == 4);
  edited = e;
  edited.seed = 2;
  CHECK(cost_of(e, edited) == 4);
}

TEST_CASE("a longer budget extends the walks, a shorter one cuts what is shown") {
  const Experiment e = four_racers();
  Experiment edited = e;
  edited.budget.amount = 3000;
  Race race = raced(e);
  race.follow(edited);
  CHECK(race[0].last() == 500);
  CHECK(race.advance());
  CHECK(race[0].last() == 3000);
  CHECK(same_walks(race, raced(edited), edited));
  edited.budget.amount = 100;
  race.follow(edited);
  CHECK(race.advance());
  CHECK(race.recomputed() == 4);
  CHECK(race.step_at(0, 3000) == 100);
  CHECK(race.horizon() == 100);
}

TEST_CASE("a budget in cost gives each racer the steps it can pay for") {
  Experiment e = four_racers();
  e.budget = {Unit::cost, 100};
  const Race race = raced(e);
  CHECK(race.step_at(0, 100) == 100);  // a gradient a step
  CHECK(race.step_at(3, 100) == 299);  // (k + 1) values at a third each
  CHECK(race.step_at(0, 50.5) == 50);
  CHECK(race.step_at(3, 1) == 2);
  for (const Standing& s : standings(e, race, 100)) CHECK(s.cost <= 100);
  e.prices.value = 1;
  const Race dearer = raced(e);
  CHECK(dearer.step_at(3, 100) == 99);
}

TEST_CASE("where evaluations are free a budget in cost still ends") {
  Experiment e = four_racers();
  e.racers.resize(1);
  e.budget = {Unit::cost, 10};
  e.prices = {.value = 0, .gradient = 0, .hessian = 0};
  const Race race = raced(e);
  CHECK(race[0].last() == Trajectory::longest);
}

TEST_CASE("with its deadline in the past a race still gets on, and says when all is known") {
  Experiment e = four_racers();
  e.budget.amount = 10'000;
  Race race;
  race.follow(e);
  int calls = 1;
  while (!race.advance(Clock::time_point{})) REQUIRE(++calls < 10'000);
  CHECK(calls >= 4000);
  CHECK(same_walks(race, raced(e), e));
}

TEST_CASE("a race without racers is known at once") {
  Race race;
  race.follow({});
  CHECK(race.advance(Clock::time_point{}));
  CHECK(race.horizon() == Budget{}.amount);
}

TEST_CASE("where every walk has ended before, so does the playhead") {
  Experiment e = four_racers();
  e.racers.resize(1);
  e.racers[0].optimizer = optimizer("gradient_descent", {{"learning_rate", 1}});
  const Race race = raced(e);
  REQUIRE(race[0].ended());
  CHECK(race.horizon() == race[0].last());
  CHECK(race.horizon() < 500);
}

TEST_CASE("playing in any order shows the same") {
  Experiment e = four_racers();
  e.budget.amount = 40'000;
  const Race forward = raced(e), scrubbed = raced(e);
  std::vector<double> playheads;
  const Stream random{.seed = 4};
  for (std::uint32_t i = 0; i < 60; ++i)
    playheads.push_back(40'000 * random.uniform(Purpose::tie, i));
  std::vector<double> sorted = playheads;
  std::sort(sorted.begin(), sorted.end());
  std::vector<std::vector<Standing>> played;
  for (const double playhead : sorted) played.push_back(standings(e, forward, playhead));
  for (const double playhead : playheads) {
    const auto now = standings(e, scrubbed, playhead);
    const auto i = std::lower_bound(sorted.begin(), sorted.end(), playhead) - sorted.begin();
    const auto& then = played[static_cast<std::size_t>(i)];
    for (std::size_t r = 0; r < now.size(); ++r) {
      REQUIRE(now[r].racer == then[r].racer);
      REQUIRE(now[r].judgement.verdict == then[r].judgement.verdict);
      REQUIRE(now[r].judgement.walker_says == then[r].judgement.walker_says);
      REQUIRE(same_bits(now[r].here, then[r].here));
      REQUIRE(same_bits(now[r].answer, then[r].answer));
    }
  }
}

TEST_CASE("threads that run the same race side by side get the same bits") {
  Experiment e = four_racers();
  e.budget.amount = 20'000;
  Race one, two;
  const auto run = [&](Race& race) {
    race.follow(e);
    race.advance();
  };
  std::thread a(run, std::ref(one)), b(run, std::ref(two));
  a.join();
  b.join();
  CHECK(same_walks(one, two, e));
  CHECK(same_walks(one, raced(e), e));
}
