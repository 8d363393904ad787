// SPDX-License-Identifier: MIT
// Warm starts: a racer begins where another one ended, here or on another landscape, and the race
// stays a pure function of the experiment.
#include "fogline/engine/warm_start.hpp"

#include "catch.hpp"
#include "fogline/engine/standing.hpp"
#include "optimizers/courses.hpp"

using namespace fogline;
using namespace fogline::tests;

namespace {

int place_of(std::string_view id) {
  const auto known = landscapes_to_train_on();
  return static_cast<int>(std::find(known.begin(), known.end(), id) - known.begin());
}

Racer racer(const Experiment& e, const char* id, Vec2 start, std::optional<WarmStart> warm = {}) {
  Racer r = new_racer(e, optimizer(id), start);
  r.warm_start = warm;
  return r;
}

// Annealing, then Adam from its best place, then momentum from Adam's end.
Experiment relay() {
  Experiment e;
  e.landscape = landscape("himmelblau");
  e.budget.amount = 300;
  e.racers = {racer(e, "annealing", {-1, 1}), racer(e, "adam", {4, 4}, WarmStart{1}),
              racer(e, "momentum", {4, 4}, WarmStart{2})};
  return e;
}

Race raced(const Experiment& e) {
  Race race;
  race.follow(e);
  REQUIRE(race.advance());
  return race;
}

Vec2 end(const Race& race, std::size_t racer, double playhead) {
  return race[racer].answer(race.step_at(racer, playhead)).x;
}

}  // namespace

TEST_CASE("a warm start is the answer of the racer named, down a whole chain") {
  const Experiment e = relay();
  const Race race = raced(e);
  CHECK(race[0].at(0).x == Vec2{-1, 1});
  CHECK(same_bits(race[1].at(0).x, race[0].at(race[0].at(300).best_step).x));
  CHECK(same_bits(race[2].at(0).x, race[1].at(300).x));
  CHECK(race.recomputed() == 3);
  for (const Standing& s : standings(e, race, 300)) CHECK(s.step == 300);
  // Nothing else is remembered, and the walk before costs this racer nothing.
  const Trajectory alone = walked(e.landscape, optimizer("adam"), race[1].at(0).x, 300);
  for (std::uint32_t k = 0; k <= 300; ++k) REQUIRE(same_bits(race[1].at(k), alone.at(k)));
}

TEST_CASE("transfer: the other racer walks on the other landscape, from its own start") {
  Experiment e = relay();
  e.racers[1].warm_start = WarmStart{1, place_of("rosenbrock")};
  const Race race = raced(e);
  Trajectory there({landscape("rosenbrock"), optimizer("annealing"), {}, {-1, 1}});
  there.extend(300);
  CHECK(same_bits(race[1].at(0).x, there.answer(300).x));
  CHECK(race[1].course().landscape == e.landscape);
  CHECK(same_bits(race[2].at(0).x, race[1].at(300).x));
}

TEST_CASE("on the other landscape the whole chain walks there") {
  Experiment e = relay();
  e.racers[2].warm_start = WarmStart{2, place_of("rosenbrock")};
  const Race race = raced(e);
  Experiment there = e;
  there.landscape = landscape("rosenbrock");
  there.racers.pop_back();
  CHECK(same_bits(race[2].at(0).x, end(raced(there), 1, 300)));
  CHECK_FALSE(race[2].at(0).x == end(race, 1, 300));
}

TEST_CASE("the race is the same however it was come by, and a frame at a time") {
  Experiment e = relay();
  e.budget.amount = 5000;
  e.racers.push_back(racer(e, "adam", {1, 1}, WarmStart{3, place_of("rosenbrock")}));
  const Race whole = raced(e);
  Race pieces;
  Experiment other = e;
  other.racers[0].start = {2, -2};
  pieces.follow(other);
  for (int i = 0; i < 5; ++i) pieces.advance(Clock::time_point{});
  pieces.follow(e);
  int frames = 0;
  while (!pieces.advance(Clock::time_point{})) {
    REQUIRE(++frames < 100'000);
    for (std::size_t i = 0; i < 4; ++i)  // may be looked at at any time
      REQUIRE(is_finite(pieces[i].at(pieces.step_at(i, 5000)).x));
  }
  CHECK(frames > 3);
  for (std::size_t i = 0; i < 4; ++i)
    for (std::uint32_t k = 0; k <= 5000; k += 13)
      REQUIRE(same_bits(pieces[i].at(k), whole[i].at(k)));
}

TEST_CASE("what does not concern a walk makes nothing anew, with warm starts too") {
  Experiment e = relay();
  e.racers[2].warm_start->landscape = place_of("rosenbrock");
  Race race = raced(e);
  const std::size_t before = race.recomputed();
  Experiment edited = e;
  edited.racers[1].name = "other";
  race.follow(edited);
  CHECK(race[1].last() == 300);  // known at once
  CHECK(race[2].last() == 300);
  CHECK(race.advance(Clock::time_point{}));
  CHECK(race.recomputed() == before);
  edited.racers[1].optimizer = optimizer("momentum");  // racers 2 and, on Rosenbrock, 3
  race.follow(edited);
  CHECK(race.advance());
  CHECK(race.recomputed() == before + 2);
  edited.racers[0].start = {3, 3};
  race.follow(edited);
  CHECK(race.advance());
  CHECK(race.recomputed() == before + 5);
}

TEST_CASE("a longer budget is a later end to begin at") {
  Experiment e = relay();
  Race race = raced(e);
  e.budget.amount = 600;
  race.follow(e);
  REQUIRE(race.advance());
  CHECK(same_bits(race[2].at(0).x, race[1].at(600).x));
  e.budget = {Unit::cost, 50};
  race.follow(e);
  REQUIRE(race.advance());
  CHECK(same_bits(race[1].at(0).x, race[0].answer(149).x));  // (k + 1) values at a third
  CHECK(same_bits(race[2].at(0).x, race[1].at(50).x));
}

TEST_CASE("begun at an ensemble, it is the best copy's answer") {
  Experiment e = relay();
  e.racers[0].optimizer = optimizer("gradient_descent");
  e.landscape = landscape("rastrigin");
  e.racers[0].ensemble = Ensemble{.copies = 6, .differ_in = Ensemble::starts};
  const Race race = raced(e);
  const std::size_t best = race.best_copy(0, 300);
  for (const Trajectory& t : race.copies(0))
    CHECK(race.copies(0)[best].at(300).loss <= t.at(300).loss);
  CHECK(same_bits(race[1].at(0).x, race.copies(0)[best].at(300).x));
}

TEST_CASE("a warm ensemble stands around the place where it begins") {
  Experiment e = relay();
  e.racers[1].ensemble = Ensemble{.copies = 40, .spread = 0.01};
  const Race race = raced(e);
  const Vec2 begin = end(race, 0, 300);
  CHECK(same_bits(race[1].at(0).x, begin));
  for (const Trajectory& t : race.copies(1))
    CHECK(norm(t.at(0).x - begin) < 0.06 * domain(e.landscape).diagonal());
}

TEST_CASE("a racer cannot begin at the end of one that does not stand above it") {
  Experiment e = relay();
  e.racers[0].warm_start = WarmStart{1};
  e.racers[1].warm_start = WarmStart{3};
  CHECK_FALSE(teacher_of(e, 0));
  CHECK_FALSE(teacher_of(e, 1));
  CHECK(teacher_of(e, 2) == 1);
  CHECK(raced(e)[1].at(0).x == e.racers[1].start);
}

TEST_CASE("removing and inserting racers keeps warm starts where they were") {
  Experiment e = relay();
  e.racers.push_back(racer(e, "adam", {0, 0}, WarmStart{1}));
  Experiment shorter = e;
  remove_racer(shorter, 1);
  REQUIRE(shorter.racers.size() == 3);
  CHECK_FALSE(shorter.racers[1].warm_start);  // its teacher is gone
  CHECK(shorter.racers[2].warm_start->racer == 1);
  remove_racer(shorter, 1);
  CHECK(shorter.racers[1].warm_start->racer == 1);
  remove_racer(shorter, 7);
  CHECK(shorter.racers.size() == 2);

  Experiment longer = e;
  insert_racer(longer, 1, racer(e, "momentum", {0, 0}));
  REQUIRE(longer.racers.size() == 5);
  CHECK_FALSE(longer.racers[1].warm_start);
  CHECK(longer.racers[2].warm_start->racer == 1);
  CHECK(longer.racers[3].warm_start->racer == 3);
  CHECK(longer.racers[4].warm_start->racer == 1);
  insert_racer(longer, 4, longer.racers[3]);
  CHECK(longer.racers[4].warm_start->racer == 3);
  remove_racer(longer, 1);
  remove_racer(longer, 3);
  CHECK(longer == e);
}
