// SPDX-License-Identifier: MIT
// Races over many starts: the starts, the outcomes, and that nobody's threads can be seen in them.
#include "fogline/engine/many_starts.hpp"

#include <set>

#include "catch.hpp"
#include "fogline/engine/crew.hpp"
#include "optimizers/courses.hpp"

using namespace fogline;
using namespace fogline::tests;

namespace {

Experiment duel(double budget) {
  Experiment e;
  e.landscape = landscape("himmelblau");
  e.budget.amount = budget;
  const Optimizer methods[] = {GradientDescent{.learning_rate = 0.01},
                               Annealing{.initial_temperature = 30}};
  for (const Optimizer& o : methods) e.racers.push_back(new_racer(e, o, {1, 1}));
  return e;
}

std::vector<Outcomes> outcomes(
    const Experiment& e, const StartPlan& plan,
    std::optional<InstructionSet> instructions = best_instruction_set()) {
  ManyStarts races(e, plan, instructions);
  REQUIRE(races.advance());
  CHECK(races.done() == races.starts().size());
  return races.outcomes();
}

// Racers that flock, timid and wild, and one that does not.
Experiment field_of(const Landscape& landscape, const Budget& budget) {
  Experiment e;
  e.landscape = landscape;
  e.budget = budget;
  const Optimizer methods[] = {GradientDescent{.learning_rate = 0.002},
                               GradientDescent{.learning_rate = 0.3},
                               Momentum{},
                               Adam{.learning_rate = 0.1},
                               AdamW{.learning_rate = 0.03, .weight_decay = 0.2},
                               Lion{},
                               Rprop{},
                               Newton{}};
  for (const Optimizer& o : methods) e.racers.push_back(new_racer(e, o, {1, 1}));
  e.racers[0].axes.schedule = Schedule{.kind = Schedule::step, .period = 50};
  e.racers[4].axes.schedule = Schedule{.kind = Schedule::cosine, .warmup = 30};
  return e;
}

// Losses may be infinite, or no numbers.
bool same(const Outcome& a, const Outcome& b) {
  return same_bits(a.start, b.start) && same_bits(a.end, b.end) && a.verdict == b.verdict &&
         a.lost == b.lost && same_bits(a.loss, b.loss) && same_bits(a.cost, b.cost) &&
         a.finish == b.finish;
}

}  // namespace

TEST_CASE("a lattice has the next lower square of starts, at the centres of its cells") {
  Experiment e = duel(10);
  const auto lattice = starts_of({Pattern::lattice, 11}, e);
  REQUIRE(lattice.size() == 9);
  CHECK(lattice[4] == domain(e.landscape).at(0.5, 0.5));
  CHECK(lattice[0] == domain(e.landscape).at(0.5 / 3, 0.5 / 3));
  for (const int count : {1, 2, 3}) CHECK(starts_of({Pattern::lattice, count}, e).size() == 1);
  CHECK(starts_of({Pattern::lattice, most_starts}, e).size() == most_starts);
}

TEST_CASE("random starts are spread over the map, follow the seed, and more of them begin alike") {
  Experiment e = duel(10);
  const Box map = domain(e.landscape);
  const auto few = starts_of({Pattern::random, 10}, e),
             many = starts_of({Pattern::random, 1000}, e);
  int quarters[2][2] = {};
  for (const Vec2 x : many) {
    CHECK(map.contains(x));
    ++quarters[x.x > map.at(0.5, 0.5).x][x.y > map.at(0.5, 0.5).y];
  }
  for (const auto& half : quarters)
    for (const int quarter : half) CHECK(std::abs(quarter - 250) < 60);
  CHECK(std::equal(few.begin(), few.end(), many.begin()));
  ++e.seed;
  CHECK(starts_of({Pattern::random, 10}, e) != few);
}

TEST_CASE("a count out of range is refused") {
  for (const int count : {0, -1, most_starts + 1})
    CHECK_THROWS_AS(starts_of({Pattern::random, count}, duel(10)), std::invalid_argument);
}

TEST_CASE("every outcome is that of the race which the window would show") {
  const Experiment e = duel(60);
  const auto all = outcomes(e, {Pattern::random, 5});
  for (std::size_t i = 0; i < all.size(); ++i) {
    const Experiment one = race_from(e, starts_of({Pattern::random, 5}, e)[i], i);
    CHECK(one.seed == e.seed + i);
    Race race;
    race.follow(one);
    race.advance();
    for (const Standing& s : standings(one, race, 60)) {
      const Outcome& o = all[i][s.racer];
      CHECK(o.start == one.racers[0].start);
      CHECK(o.end == s.answer.x);
      CHECK(o.verdict == s.judgement.verdict);
      CHECK(o.finish == s.finish);
      CHECK(o.cost == s.cost);
    }
  }
}

TEST_CASE("equal racers fare equally from every start, and chance differs between starts") {
  Experiment e = duel(60);
  e.racers[0].optimizer = e.racers[1].optimizer;
  std::set<double> ends;
  for (const Outcomes& pair : outcomes(e, {Pattern::random, 10})) {
    CHECK(pair[0] == pair[1]);
    ends.insert(pair[0].loss);
  }
  CHECK(ends.size() == 10);
  const Experiment a = race_from(e, {1, 1}, 1), b = race_from(e, {1, 1}, 2);
  Race first, second;
  first.follow(a);
  second.follow(b);
  first.advance();
  second.advance();
  CHECK_FALSE(first[0].at(60).x == second[0].at(60).x);
}

TEST_CASE("threads, their number and deadlines change nothing") {
  const Experiment e = duel(120);
  const StartPlan plan{Pattern::random, 60};
  const auto whole = outcomes(e, plan);
  ManyStarts slow(e, plan);
  while (!slow.advance(Clock::now())) {
  }
  CHECK(slow.outcomes() == whole);
  for (const unsigned threads : {1u, 2u, 7u}) {
    ManyStarts races(e, plan);
    Crew crew(threads);
    crew.take_up([&races] { return races.advance(Clock::now()); });
    while (!crew.wait(std::chrono::seconds(1))) {
    }
    CHECK(races.done() == 60);
    CHECK(races.outcomes() == whole);
  }
}

TEST_CASE("races can be given up at any time, and what has come in is whole") {
  const Experiment e = duel(5000);
  ManyStarts races(e, {Pattern::random, most_starts});
  {
    Crew crew(2);
    crew.take_up([&races] { return races.advance(Clock::now()); });
    while (races.done() == 0) crew.wait(std::chrono::milliseconds(1));
    races.cancel();
  }
  CHECK(races.done() < most_starts);
  std::size_t whole = 0;
  for (const Outcomes& o : races.outcomes()) whole += o.size() == e.racers.size() ? 1 : 0;
  CHECK(whole == races.done());
  CHECK(races.advance());
}

TEST_CASE("who walks in lanes fares to the bit as who is raced alone") {
  int rest = 0, all = 0;
  for (const char* land :
       {"himmelblau", "rastrigin", "comfortable_trap", "drop_wave", "easom", "drift"})
    for (const Budget budget : {Budget{Unit::steps, 300}, Budget{Unit::cost, 150.5},
                                Budget{Unit::steps, 60}, Budget{Unit::cost, 0.5}}) {
      const Experiment e = field_of(landscape(land), budget);
      const StartPlan plan{Pattern::random, 16};
      const auto alone = outcomes(e, plan, std::nullopt);
      for (const auto set : {InstructionSet::baseline, best_instruction_set()}) {
        const auto lanes = outcomes(e, plan, set);
        for (std::size_t i = 0; i < alone.size(); ++i)
          for (std::size_t k = 0; k < e.racers.size(); ++k) {
            INFO(land << ", start " << i << ", racer " << k);
            CHECK(same(lanes[i][k], alone[i][k]));
          }
      }
      for (const Outcomes& racers : alone)
        for (const Outcome& o : racers) {
          ++all;
          rest += o.verdict == Verdict::global_minimum || o.verdict == Verdict::local_minimum;
        }
    }
  CHECK(rest > all / 5);  // else the lanes would have judged nobody
  CHECK(rest < all);
}

TEST_CASE("a step that nobody can pay ends no walk, in lanes or alone") {
  Experiment e;
  e.landscape = landscape("himmelblau");
  e.budget = {Unit::cost, 1};
  e.prices = {.value = 1, .gradient = 2, .hessian = 2};
  for (int k = 0; k < 2; ++k)
    e.racers.push_back(new_racer(e, GradientDescent{.learning_rate = 1e300}, {1, 1}));
  e.racers[1].axes.noise = Noise{.sigma = 0};  // and so by itself
  for (const Outcomes& racers : outcomes(e, {Pattern::random, 9})) {
    CHECK(racers[0].verdict == Verdict::budget_spent);
    CHECK(same(racers[0], racers[1]));
  }
  // Copies share the budget, and a loss that is watched costs a value a step.
  e.budget.amount = 3;
  e.racers[0].ensemble = Ensemble{.copies = 2};
  e.racers[1].axes = {};
  for (const Outcomes& racers : outcomes(e, {Pattern::random, 4})) {
    CHECK(racers[0].verdict == Verdict::budget_spent);
    CHECK(racers[1].verdict == Verdict::diverged);
  }
  e.budget.amount = 2;
  e.racers[1].axes.early_stopping.emplace();
  for (const Outcomes& racers : outcomes(e, {Pattern::random, 4}))
    CHECK(racers[1].verdict == Verdict::budget_spent);
}

TEST_CASE("on a landscape that drifts verdicts do not depend on who walks in lanes") {
  Experiment e;
  e.landscape = Drift{.of = base_index<Rastrigin>,
                      .inner = Rastrigin{},
                      .parameter = 0,
                      .form = 1,
                      .amplitude = 0.9,
                      .period = 8000};
  e.budget = {Unit::cost, 4000};
  // The first goes lower, which the second is to be told.
  e.racers.push_back(new_racer(e, Momentum{.learning_rate = 0.001}, {1, 1}));
  e.racers.push_back(new_racer(e, GradientDescent{.learning_rate = 0.002}, {1, 1}));
  e.racers[1].ensemble = Ensemble{.copies = 2};
  const StartPlan plan{Pattern::lattice, 144};
  const auto lanes = outcomes(e, plan), alone = outcomes(e, plan, std::nullopt);
  for (std::size_t i = 0; i < lanes.size(); ++i)
    for (std::size_t k = 0; k < 2; ++k) CHECK(same(lanes[i][k], alone[i][k]));
}

TEST_CASE("nobody walks in lanes whose verdict is another's business, or who is random") {
  Experiment e = field_of(landscape("himmelblau"), {Unit::steps, 150});
  e.racers.push_back(new_racer(e, Annealing{}, {1, 1}));
  e.racers[1].axes.noise.emplace();
  e.racers[2].ensemble = Ensemble{.copies = 2};
  const StartPlan plan{Pattern::lattice, 4};
  CHECK(outcomes(e, plan) == outcomes(e, plan, std::nullopt));
  e.racers[3].warm_start.emplace();
  CHECK(outcomes(e, plan) == outcomes(e, plan, std::nullopt));
  e.racers.resize(3);
  e.landscape = landscape("saddle");
  CHECK(outcomes(e, plan) == outcomes(e, plan, std::nullopt));
}

TEST_CASE("nobody races from many starts") {
  Experiment e = duel(20);
  e.racers.clear();
  CHECK(outcomes(e, {Pattern::random, 3}) == std::vector<Outcomes>(3));
}

TEST_CASE("warm starts and ensembles race from many starts as one") {
  Experiment e = duel(40);
  e.racers[1] = e.racers[0];
  e.racers[0].ensemble = Ensemble{.copies = 3, .differ_in = Ensemble::starts};
  e.racers[1].warm_start.emplace();
  for (const Outcomes& pair : outcomes(e, {Pattern::random, 4})) {
    CHECK(pair[0].cost == 3 * 40);
    CHECK(pair[1].start == pair[0].end);
  }
}
