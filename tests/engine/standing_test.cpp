// SPDX-License-Identifier: MIT
// The states' inequalities at constructed cases, and the order of the standings.
#include "fogline/engine/standing.hpp"

#include <cmath>
#include <set>

#include "catch.hpp"
#include "optimizers/courses.hpp"

using namespace fogline;
using namespace fogline::tests;

namespace {

Experiment experiment(const char* land, double budget) {
  Experiment e;
  e.landscape = landscape(land);
  e.budget.amount = budget;
  return e;
}

void add(Experiment& e, const Optimizer& o, Vec2 start) {
  e.racers.push_back(new_racer(e, o, start));
}

std::vector<Standing> standings_of(const Experiment& e, double playhead) {
  Race race;
  race.follow(e);
  REQUIRE(race.advance());
  return standings(e, race, playhead);
}

// The verdict on a lone racer at the playhead.
Verdict verdict(const char* land, const Optimizer& o, Vec2 start, double budget, double playhead) {
  Experiment e = experiment(land, budget);
  add(e, o, start);
  return standings_of(e, playhead).at(0).verdict;
}

Optimizer descent(double rate) { return GradientDescent{.learning_rate = rate}; }

}  // namespace

TEST_CASE("a racer that creeps along Rosenbrock's valley has not stopped moving") {
  // Fifty steps move it by less than a thousandth of the map, but the Newton step is long.
  const Optimizer slow = descent(1e-4);
  const Trajectory t = walked(landscape("rosenbrock"), slow, {-1.5, 2}, 3000);
  REQUIRE(norm(t.at(3000).x - t.at(2950).x) <
          1e-3 * domain(landscape("rosenbrock")).diagonal() * 5);
  for (const double playhead : {500.0, 1000.0, 3000.0})
    CHECK(verdict("rosenbrock", slow, {-1.5, 2}, 10'000, playhead) == Verdict::descending);
  const Optimizer slower = descent(1e-5);
  CHECK(verdict("rosenbrock", slower, {-1.5, 2}, 10'000, 5000) == Verdict::descending);
}

TEST_CASE("a racer at the bottom of the bowl has stopped moving, but not before it rests") {
  CHECK(verdict("bowl", descent(0.1), {2, 2}, 1000, 1000) == Verdict::stopped_moving);
  CHECK(verdict("bowl", descent(0.1), {2, 2}, 1000, 300) == Verdict::stopped_moving);
  CHECK(verdict("bowl", descent(0.1), {2, 2}, 1000, 5) == Verdict::descending);
  // At rest from the first step on, it is seen to rest after the window of 50.
  CHECK(verdict("bowl", descent(0.5), {2, 2}, 1000, 50) == Verdict::descending);
  CHECK(verdict("bowl", descent(0.5), {2, 2}, 1000, 51) == Verdict::stopped_moving);
}

TEST_CASE("rest is no matter of the slope's size: a racer balanced on the saddle rests too") {
  CHECK(verdict("saddle", descent(0.1), {1, 0}, 1000, 1000) == Verdict::stopped_moving);
}

TEST_CASE("at a cusp the nearness of the listed minimum counts as rest") {
  const Optimizer adam = Adam{.learning_rate = 1e-4};
  const Vec2 minimum = minima(landscape("ackley")).at(0);
  CHECK(verdict("ackley", adam, minimum + Vec2{1e-3, 1e-3}, 1000, 900) == Verdict::stopped_moving);
}

TEST_CASE("racers leave the map on the saddle, and come back as if they had not") {
  CHECK(verdict("saddle", Momentum{}, {0.5, 0.1}, 1000, 200) == Verdict::left_domain);
  // A step beyond the bowl's edge and back.
  Experiment e = experiment("bowl", 100);
  const double edge = domain(e.landscape).high.x;
  add(e, descent(0.9), {1.2 * edge, 0});
  CHECK(standings_of(e, 0).at(0).verdict == Verdict::left_domain);
  CHECK(standings_of(e, 2).at(0).verdict == Verdict::descending);
}

TEST_CASE("a rate of 1.1 diverges on the bowl, where 1 is the limit of stability") {
  CHECK(verdict("bowl", descent(1.1), {1, 1}, 1000, 200) == Verdict::diverged);
  CHECK(verdict("bowl", descent(1.1), {1, 1}, 1000, 3) == Verdict::descending);
  CHECK(verdict("bowl", descent(0.99), {1, 1}, 1000, 999) != Verdict::diverged);
}

TEST_CASE("a walk without a finite next step has diverged, and is described so") {
  Experiment e = experiment("rosenbrock", 1000);
  add(e, descent(0.1), {-1.5, 2});
  const Standing s = standings_of(e, 1000).at(0);
  CHECK(s.verdict == Verdict::diverged);
  CHECK(s.step < 20);
  CHECK(s.evidence.find("not a finite number") != std::string::npos);
}

TEST_CASE("what lies beyond the budget does not change a verdict, though it be known") {
  Experiment e = experiment("rosenbrock", 1000);
  add(e, descent(0.1), {-1.5, 2});
  Race race;
  race.follow(e);
  REQUIRE(race.advance());
  e.budget.amount = race[0].last();
  race.follow(e);
  REQUIRE(race[0].ended());
  CHECK(standings(e, race, e.budget.amount).at(0).verdict ==
        standings_of(e, e.budget.amount).at(0).verdict);
}

TEST_CASE("a racer that still moves at its last step has spent its budget") {
  CHECK(verdict("rosenbrock", descent(1e-4), {-1.5, 2}, 300, 300) == Verdict::budget_spent);
  CHECK(verdict("rosenbrock", descent(1e-4), {-1.5, 2}, 300, 299) == Verdict::descending);
  Experiment e = experiment("rosenbrock", 300);
  e.budget.unit = Unit::cost;
  add(e, descent(1e-4), {-1.5, 2});
  CHECK(standings_of(e, 300).at(0).verdict == Verdict::budget_spent);
  CHECK(standings_of(e, 299).at(0).verdict == Verdict::descending);
}

TEST_CASE("a verdict at a step does not depend on what comes after it") {
  for (const Optimizer& o : all_optimizers()) {
    INFO(info(o).id);
    const Trajectory whole = walked(landscape("himmelblau"), o, {-1, 1}, 600);
    for (const std::uint32_t k : {0u, 10u, 49u, 50u, 300u}) {
      const Trajectory part = walked(landscape("himmelblau"), o, {-1, 1}, k);
      CHECK(verdict_of(whole, k, false) == verdict_of(part, k, false));
    }
  }
}

TEST_CASE("the lowest answer ranks first; racers off the map rank below all others") {
  Experiment e = experiment("saddle", 300);
  add(e, Momentum{}, {0.5, 0.1});   // leaves, towards minus infinity
  add(e, descent(0.1), {1, 0});     // comes to rest at the saddle, loss 0
  add(e, descent(1e-6), {0, 0.5});  // stays near loss -0.25
  add(e, descent(1.2), {2, 0.1});   // leaves
  const auto s = standings_of(e, 300);
  REQUIRE(s.size() == 4);
  CHECK(s[0].racer == 2);
  CHECK(s[1].racer == 1);
  CHECK((s[2].verdict == Verdict::left_domain || s[2].verdict == Verdict::diverged));
  CHECK((s[3].verdict == Verdict::left_domain || s[3].verdict == Verdict::diverged));
  for (int i = 0; i < 4; ++i) CHECK(s[static_cast<std::size_t>(i)].rank == i + 1);
  CHECK(s[2].answer.loss < s[0].answer.loss);  // and would win otherwise
}

TEST_CASE("equal answers share a rank, and the next rank counts them") {
  Experiment e = experiment("himmelblau", 100);
  add(e, Adam{}, {-1, 1});
  add(e, Adam{}, {-1, 1});
  add(e, descent(1e-5), {-1, 1});
  add(e, Adam{}, {-1, 1});
  const auto s = standings_of(e, 100);
  CHECK(s[0].rank == 1);
  CHECK(s[1].rank == 1);
  CHECK(s[2].rank == 1);
  CHECK(s[3].rank == 4);
  CHECK(s[0].racer == 0);
  CHECK(s[1].racer == 1);
  CHECK(s[2].racer == 3);
  for (const Standing& now : standings_of(e, 0)) CHECK(now.rank == 1);
}

TEST_CASE("the gap is to the best known minimum, and there is none on an unbounded loss") {
  Experiment e = experiment("himmelblau", 500);
  add(e, Adam{}, {-1, 1});
  for (const double playhead : {0.0, 20.0, 500.0}) {
    const Standing s = standings_of(e, playhead).at(0);
    REQUIRE(s.gap);
    CHECK(*s.gap == Approx(s.answer.loss).margin(1e-12));  // its minima have loss 0
  }
  e.landscape = landscape("saddle");
  CHECK_FALSE(standings_of(e, 100).at(0).gap);
}

TEST_CASE("a start without a finite loss ranks last, with a sentence and no gap") {
  Experiment e = experiment("rosenbrock", 100);
  add(e, Adam{}, {1e200, 1e200});
  add(e, Adam{}, {-1, 1});
  const auto s = standings_of(e, 100);
  CHECK(s[0].racer == 1);
  CHECK(s[1].verdict == Verdict::diverged);
  CHECK_FALSE(s[1].gap);
  CHECK_FALSE(s[1].evidence.empty());
}

TEST_CASE("standings compare answers, not places") {
  Experiment e = experiment("rastrigin", 400);
  add(e, Annealing{.initial_temperature = 50, .cooling_rate = 1}, {2.2, -1.3});
  const Standing s = standings_of(e, 400).at(0);
  CHECK(s.answer.loss < s.here.loss);
  CHECK(s.cost == Approx(401.0 / 3));
}

TEST_CASE("every state has its word and its id") {
  std::set<std::string_view> words, ids;
  for (const Verdict v : {Verdict::descending, Verdict::stopped_moving, Verdict::diverged,
                          Verdict::left_domain, Verdict::budget_spent}) {
    words.insert(word(v));
    ids.insert(id(v));
  }
  CHECK(words == std::set<std::string_view>{"descending", "stopped moving", "diverged",
                                            "left the map", "budget spent"});
  CHECK(ids == std::set<std::string_view>{"descending", "stopped_moving", "diverged", "left_domain",
                                          "budget_spent"});
}
