// SPDX-License-Identifier: MIT
// The finish line: who crosses it, when, and for how much.
#include "fogline/engine/finish.hpp"

#include "catch.hpp"
#include "fogline/engine/standing.hpp"
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

Race raced(const Experiment& e) {
  Race race;
  race.follow(e);
  REQUIRE(race.advance());
  return race;
}

Optimizer descent(double rate) { return GradientDescent{.learning_rate = rate}; }

}  // namespace

TEST_CASE(
    "the line is crossed at the first answer that is low enough, and not before it is known") {
  Experiment e = experiment("himmelblau", 400);
  e.finish = 1e-4;
  add(e, descent(0.01), {0, 0});
  const Race race = raced(e);
  const double line = race.finish_line().value();
  CHECK(line == Approx(*race.survey().lowest + 1e-4 * race.survey().relief));
  std::uint32_t step = 0;
  while (race[0].at(step).loss > line) ++step;
  REQUIRE(step > 3);
  CHECK_FALSE(finish(e, race, 0, step - 1));
  for (const double playhead : {static_cast<double>(step), 400.0}) {
    const auto crossed = finish(e, race, 0, playhead);
    REQUIRE(crossed);
    CHECK(*crossed == Finish{step, static_cast<double>(step)});  // a gradient a step
  }
  CHECK_FALSE(finish(e, race, 0, 0));  // asked back and forth it stays so
}

TEST_CASE("another tolerance is another line, at once") {
  Experiment e = experiment("himmelblau", 400);
  add(e, descent(0.01), {0, 0});
  Race race = raced(e);
  std::uint32_t before = 0;
  for (const double tolerance : {0.1, 1e-2, 1e-4, 1e-8}) {
    e.finish = tolerance;
    race.follow(e);
    const auto crossed = finish(e, race, 0, 400);
    REQUIRE(crossed);
    CHECK(crossed->step > before);
    before = crossed->step;
  }
  CHECK(race.recomputed() == 1);
}

TEST_CASE("what counts is the answer: the best visited finishes and never unfinishes") {
  Experiment e = experiment("himmelblau", 3000);
  add(e, Annealing{.initial_temperature = 50, .cooling_rate = 1}, {0, 0});
  const Race race = raced(e);
  const auto crossed = finish(e, race, 0, 3000);
  REQUIRE(crossed);
  CHECK(race[0].answer(crossed->step).loss <= *race.finish_line());
  CHECK(race[0].answer(crossed->step - 1).loss > *race.finish_line());
  CHECK(race[0].at(3000).loss > *race.finish_line());
}

TEST_CASE("an averaged walk finishes when its mean is low enough") {
  Experiment e = experiment("himmelblau", 300);
  add(e, descent(0.01), {0, 0});
  e.racers[0].axes.averaging.emplace();
  const Race race = raced(e);
  const auto crossed = finish(e, race, 0, 300);
  REQUIRE(crossed);
  for (std::uint32_t k = 0; k < crossed->step; ++k)
    REQUIRE(race[0].answer(k).loss > *race.finish_line());
  CHECK(race[0].answer(crossed->step).loss <= *race.finish_line());
}

TEST_CASE("a long walk is searched to its end, by steps far from one another too") {
  Experiment e = experiment("rosenbrock", 60'000);
  e.finish = 1e-9;
  add(e, descent(5e-4), {-1.5, 2});
  const Race race = raced(e);
  const auto crossed = finish(e, race, 0, 60'000);
  REQUIRE(crossed);
  CHECK(crossed->step > Trajectory::block_size * Trajectory::blocks_kept);
  CHECK(race[0].at(crossed->step).loss <= *race.finish_line());
  CHECK(race[0].at(crossed->step - 1).loss > *race.finish_line());
}

TEST_CASE("copies of an ensemble finish with the first, and all of them are paid for") {
  Experiment e = experiment("himmelblau", 300);
  add(e, descent(0.01), {0, 0});
  e.racers[0].ensemble = Ensemble{.copies = 4, .differ_in = Ensemble::starts};
  for (const Unit unit : {Unit::steps, Unit::cost}) {
    e.budget.unit = unit;
    const Race race = raced(e);
    std::uint32_t first = Trajectory::longest;
    for (const Trajectory& t : race.copies(0))
      first = std::min(first, t.first_at_most(*race.finish_line(), t.last()).value_or(first));
    const auto crossed = finish(e, race, 0, 300);
    REQUIRE(crossed);
    CHECK(*crossed == Finish{first, 4.0 * first});
    if (unit == Unit::cost) CHECK_FALSE(finish(e, race, 0, 4.0 * first - 1));
  }
}

TEST_CASE("there is no line where no minimum is known") {
  Experiment e = experiment("saddle", 100);
  add(e, descent(0.1), {0.5, 0});
  const Race race = raced(e);
  CHECK_FALSE(race.finish_line());
  CHECK_FALSE(finish(e, race, 0, 100));
}

TEST_CASE("who has finished ranks before who has not, the cheaper first, whatever the loss") {
  Experiment e = experiment("bowl", 200);
  e.finish = 1e-2;
  add(e, descent(0.02), {2, 1});  // slow, but gets there
  add(e, descent(0.2), {2, 1});   // quick
  add(e, descent(1e-5), {2, 1});  // does not get there
  add(e, Newton{}, {2, 1});       // one step
  const Race race = raced(e);
  const auto all = standings(e, race, 200);
  CHECK(all[0].racer == 3);
  CHECK(all[0].finish == Finish{1, 3});
  CHECK(all[1].racer == 1);
  CHECK(all[2].racer == 0);
  CHECK(all[3].racer == 2);
  CHECK_FALSE(all[3].finish);
  CHECK(all[1].finish->cost < all[2].finish->cost);
  for (int i = 0; i < 4; ++i) CHECK(all[static_cast<std::size_t>(i)].rank == i + 1);
}

TEST_CASE("dearer Hessians cost Newton its lead") {
  Experiment e = experiment("bowl", 200);
  add(e, descent(0.2), {2, 1});
  add(e, Newton{}, {2, 1});
  const Race race = raced(e);
  CHECK(standings(e, race, 200)[0].racer == 1);
  e.prices.hessian = 1000;
  CHECK(standings(e, race, 200)[0].racer == 0);
}

TEST_CASE("crossing the line saves nobody who leaves the map afterwards") {
  Experiment e = experiment("bowl", 200);
  e.finish = 0.5;
  add(e, descent(1e-4), {0.1, 0.1});  // there from the beginning
  add(e, descent(1.05), {0.1, 0.1});  // so is this one, but it swings up and out
  const Race race = raced(e);
  const auto all = standings(e, race, 200);
  CHECK(all[0].racer == 0);
  CHECK(all[0].finish == Finish{0, 0});
  CHECK_FALSE(all[1].finish);
  CHECK(standings(e, race, 1)[1].finish);
}
