// SPDX-License-Identifier: MIT
// The standings: verdicts at the playhead, and their order.
#include "fogline/engine/standing.hpp"

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
  return standings_of(e, playhead).at(0).judgement.verdict;
}

Optimizer descent(double rate) { return GradientDescent{.learning_rate = rate}; }

}  // namespace

TEST_CASE("a walk without a finite next step has diverged, and is described so") {
  Experiment e = experiment("rosenbrock", 1000);
  add(e, descent(0.1), {-1.5, 2});
  const Standing s = standings_of(e, 1000).at(0);
  CHECK(s.judgement.verdict == Verdict::diverged);
  CHECK(s.step < 20);
  CHECK(s.judgement.walker_says.find("not a finite number") != std::string::npos);
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
  CHECK(standings(e, race, e.budget.amount).at(0).judgement.verdict ==
        standings_of(e, e.budget.amount).at(0).judgement.verdict);
}

TEST_CASE("a racer that still moves at its last step has spent its budget") {
  CHECK(verdict("rosenbrock", descent(1e-4), {-1.5, 2}, 300, 300) == Verdict::budget_spent);
  CHECK(verdict("rosenbrock", descent(1e-4), {-1.5, 2}, 300, 299) == Verdict::descending);
  Experiment e = experiment("rosenbrock", 300);
  e.budget.unit = Unit::cost;
  add(e, descent(1e-4), {-1.5, 2});
  CHECK(standings_of(e, 300).at(0).judgement.verdict == Verdict::budget_spent);
  CHECK(standings_of(e, 299).at(0).judgement.verdict == Verdict::descending);
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
  CHECK((s[2].judgement.verdict == Verdict::left_domain ||
         s[2].judgement.verdict == Verdict::diverged));
  CHECK((s[3].judgement.verdict == Verdict::left_domain ||
         s[3].judgement.verdict == Verdict::diverged));
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
  CHECK(s[1].judgement.verdict == Verdict::diverged);
  CHECK_FALSE(s[1].gap);
  CHECK_FALSE(s[1].judgement.walker_says.empty());
}

TEST_CASE("standings compare answers, not places") {
  Experiment e = experiment("rastrigin", 400);
  add(e, Annealing{.initial_temperature = 50, .cooling_rate = 1}, {2.2, -1.3});
  const Standing s = standings_of(e, 400).at(0);
  CHECK(s.answer.loss < s.here.loss);
  CHECK(s.cost == Approx(401.0 / 3));
}

TEST_CASE("where no minimum is known, the lowest place of rest is the lowest valley found") {
  Experiment e = experiment("saddle", 400);
  e.landscape = landscape("saddle_bounded");
  add(e, descent(0.1), {0.2, 0.5});
  Race race;
  race.follow(e);
  race.advance();
  CHECK(standings(e, race, 400).at(0).judgement.verdict == Verdict::global_minimum);
  CHECK(judge(e, race, 0, 400).verdict == Verdict::global_minimum);
  CHECK(judge(e, race, 0, 3).verdict == Verdict::descending);
}

TEST_CASE("an ensemble is reported as one: its best copy, its spread, the share of each valley") {
  Experiment e = experiment("himmelblau", 500);
  add(e, descent(0.01), {0.1, 0.1});
  e.racers[0].ensemble = Ensemble{.copies = 32, .differ_in = 2};
  add(e, descent(0.01), {0.1, 0.1});
  const auto all = standings_of(e, 500);
  const Standing& s = all.at(all[0].racer == 0 ? 0 : 1);
  CHECK(s.cost == 32 * 500);
  CHECK(s.judgement.verdict == Verdict::global_minimum);
  REQUIRE(s.judgement.evidence.shares);
  const Shares& shares = *s.judgement.evidence.shares;
  CHECK(shares.copies == 32);
  CHECK(shares.valleys.size() == 4);
  int ended = 0;
  for (const auto& v : shares.valleys) {
    ended += v.copies;
    CHECK(v.loss < 1e-20);
  }
  CHECK(ended == 32);
  CHECK(shares.spread > 6);
  CHECK(shares.loss_of_mean > 50);  // no model: their mean is on the hill between them
  CHECK_FALSE(all[s.racer == all[0].racer ? 1 : 0].judgement.evidence.shares);
}

TEST_CASE("the best copy of an ensemble is reported") {
  Experiment e = experiment("rastrigin", 300);
  add(e, descent(1e-3), {2.2, 0.9});
  e.racers[0].ensemble = Ensemble{.copies = 16, .differ_in = 2};
  Race race;
  race.follow(e);
  race.advance();
  const Standing s = standings(e, race, 300).at(0);
  for (const Trajectory& t : race.copies(0)) CHECK(s.answer.loss <= t.answer(300).loss);
  CHECK(s.answer.loss == race.copies(0)[s.copy].answer(300).loss);
  CHECK(s.judgement.evidence.shares->valleys.size() > 4);
}
