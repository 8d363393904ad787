// SPDX-License-Identifier: MIT
// Tuning: the same budget for everybody, nobody worse for it, and the bill at the end.
#include "fogline/engine/tuning.hpp"

#include "catch.hpp"
#include "fogline/engine/many_starts.hpp"
#include "fogline/engine/session_file.hpp"
#include "optimizers/courses.hpp"

using namespace fogline;
using namespace fogline::tests;

namespace {

Experiment field(const char* land, double budget) {
  Experiment e;
  e.landscape = landscape(land);
  e.budget.amount = budget;
  const Optimizer methods[] = {GradientDescent{.learning_rate = 1e-5}, Momentum{}, Adam{}};
  for (const Optimizer& o : methods) e.racers.push_back(new_racer(e, o, {1, 1}));
  return e;
}

// The score of the racers as they are: that of one trial.
Score score(Experiment e, std::size_t racer, int starts) {
  e.racers = {e.racers[racer]};
  Tuning once(e, {1, starts});
  REQUIRE(once.advance());
  return once.best();
}

}  // namespace

TEST_CASE("tuning makes nobody worse on its own starts, and a hopeless rate much better") {
  const Experiment e = field("himmelblau", 150);
  Tuning tuning(e, {12, 3});
  REQUIRE(tuning.advance());
  for (std::size_t i = 0; i < e.racers.size(); ++i) {
    CHECK_FALSE(score(e, i, 3) < score(tuning.tuned(), i, 3));
    CHECK(is_tuned(tuning.tuned(), tuning.tuned().racers[i]));
  }
  CHECK(score(e, 0, 3).unfinished == 3);
  CHECK(score(tuning.tuned(), 0, 3).unfinished == 0);
}

TEST_CASE("every racer has the same budget, counted exactly and paid for") {
  const Experiment e = field("bowl", 40);
  Tuning tuning(e, {10, 4});
  CHECK(tuning.all_walks() == 3 * 10 * 4);
  REQUIRE(tuning.advance());
  CHECK(tuning.walks() == tuning.all_walks());
  double cost = 0;
  for (const Racer& racer : tuning.tuned().racers) {
    REQUIRE(racer.tuned);
    CHECK(racer.tuned->trials == 10);
    CHECK(racer.tuned->starts == 4);
    CHECK((racer.tuned->cost > 0 && racer.tuned->cost <= 10 * 4 * 40));
    cost += racer.tuned->cost;
  }
  CHECK(tuning.cost() == Approx(cost));
}

TEST_CASE("a walk that never finishes costs all of its budget") {
  Experiment e = field("himmelblau", 50);
  e.racers.resize(1);
  e.finish = 0;
  Tuning tuning(e, {1, 3});
  REQUIRE(tuning.advance());
  CHECK(tuning.cost() == 3 * 50);
  CHECK(tuning.tuned().racers[0].optimizer == e.racers[0].optimizer);
}

TEST_CASE("what is found depends on the seed and on no deadline") {
  Experiment e = field("himmelblau", 60);
  Tuning whole(e, {8, 2}), piecemeal(e, {8, 2});
  REQUIRE(whole.advance());
  while (!piecemeal.advance(Clock::now())) {
  }
  CHECK(whole.tuned() == piecemeal.tuned());
  e.seed = 2;
  Tuning other(e, {8, 2});
  REQUIRE(other.advance());
  CHECK_FALSE(other.tuned().racers[1].optimizer == whole.tuned().racers[1].optimizer);
}

TEST_CASE(
    "only real hyperparameters are tuned, within what their sliders offer, not weight decay") {
  Experiment e = field("rastrigin", 30);
  e.racers = {new_racer(e, AdamW{}, {1, 1}), new_racer(e, Newton{}, {1, 1})};
  Tuning tuning(e, {30, 2});
  REQUIRE(tuning.advance());
  Optimizer before = AdamW{}, after = tuning.tuned().racers[0].optimizer;
  bool any = false;
  for (std::size_t i = 0; i < params(before).size(); ++i) {
    const Param a = params(before)[i], b = params(after)[i];
    if (a.kind() != Kind::real || a.name == "weight_decay") CHECK(a.get() == b.get());
    any = any || a.get() != b.get();
    if (a.get() != b.get()) CHECK((b.range.min <= b.get() && b.get() <= b.range.max));
  }
  CHECK(any);
}

TEST_CASE("starts used for tuning are not used for the race") {
  const Experiment e = field("himmelblau", 20);
  Tuning tuning(e, {1, 50});
  REQUIRE(tuning.advance());
  for (const Vec2 a : tuning.starts())
    for (const Vec2 b : starts_of({Pattern::random, 500}, e)) REQUIRE_FALSE(a == b);
}

TEST_CASE("a racer is tuned while its hyperparameters and the landscape are what they were") {
  Experiment e = field("bowl", 20);
  Tuning tuning(e, {4, 1});
  REQUIRE(tuning.advance());
  e = tuning.tuned();
  REQUIRE(is_tuned(e, e.racers[0]));
  Experiment other = e;
  other.landscape = landscape("himmelblau");
  CHECK_FALSE(is_tuned(other, other.racers[0]));
  std::get<GradientDescent>(e.racers[0].optimizer).learning_rate *= 2;
  CHECK_FALSE(is_tuned(e, e.racers[0]));
  change_optimizer(e.racers[1], Adam{});
  CHECK_FALSE(e.racers[1].tuned);
}

TEST_CASE("a tuned session is read back as it was written") {
  Experiment e = field("rosenbrock", 20);
  Tuning tuning(e, {5, 2});
  REQUIRE(tuning.advance());
  const Session session{tuning.tuned(), {}};
  CHECK(parse_session(session_text(session), "test") == session);
}

TEST_CASE("warm starts are tuned from where their teacher ends, and nobody is tuned in no time") {
  Experiment e = field("himmelblau", 30);
  e.racers[1].warm_start.emplace();
  e.racers[2].ensemble = Ensemble{.copies = 2};
  Tuning tuning(e, {3, 2});
  REQUIRE(tuning.advance());
  CHECK(tuning.walks() == 3 * 3 * 2);
  e.racers.clear();
  CHECK(Tuning(e, {3, 2}).advance());
  CHECK_THROWS_AS(Tuning(e, {0, 2}), std::invalid_argument);
  CHECK_THROWS_AS(Tuning(e, {2, 0}), std::invalid_argument);
}
