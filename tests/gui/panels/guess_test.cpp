// SPDX-License-Identifier: MIT
// Guess mode: flags before the run, nothing of the map during it, distances after it.
#include "gui/panels/guess.hpp"

#include "../harness.hpp"
#include "catch.hpp"
#include "gui/panels/actions.hpp"
#include "gui/panels/knowledge.hpp"

using namespace fogline;
using namespace fogline::gui;

namespace {

Workbench known() {
  Workbench bench;
  while (!bench.race_known) update(bench, 0, 0, false);
  return bench;
}

Vec2 end_of(const Workbench& bench, std::size_t racer) {
  return bench.race[racer].at(bench.race.step_at(racer, end_of_race(bench))).x;
}

void show_to_the_end(Workbench& bench) {
  bench.session.view.playhead = end_of_race(bench);
  update(bench, 0, 0, false);
}

}  // namespace

TEST_CASE("guessing begins at the start of the run and hides what the map adds") {
  Workbench bench = known();
  show_to_the_end(bench);
  play(bench, true);
  act(bench, Action::guess);
  CHECK(bench.session.view.playhead == 0);
  CHECK_FALSE(bench.playing);
  CHECK(takes_flags(bench));
  CHECK_FALSE(knows_map(bench));
  act(bench, Action::guess);
  CHECK(knows_map(bench));
}

TEST_CASE("each click passes the turn to the next who has no flag for that racer") {
  Workbench bench = known();
  toggle_guessing(bench);
  bench.selected = 1;
  for (int g = 0; g < guessers; ++g) {
    CHECK(bench.classroom.guessing.guesser == g);
    place_flag(bench, {0.1 * g, 0});
  }
  CHECK(bench.classroom.guessing.flags.size() == guessers);
  bench.classroom.guessing.guesser = 2;
  place_flag(bench, {3, 3});
  CHECK(bench.classroom.guessing.flags.size() == guessers);
  CHECK(flag_of(bench, 2, 1)->at == Vec2{3, 3});
  CHECK(flag_of(bench, 2, 0) == nullptr);
}

TEST_CASE("flags stay where they are once the run has begun") {
  Workbench bench = known();
  toggle_guessing(bench);
  place_flag(bench, {1, 1});
  play(bench, true);
  CHECK_FALSE(takes_flags(bench));
  bench.playing = false;
  bench.session.view.playhead = 10;
  CHECK_FALSE(takes_flags(bench));
  CHECK_FALSE(distance_to_end(bench, bench.classroom.guessing.flags[0]));
}

TEST_CASE("distances are told when the run has been shown, and the nearest is the closest guess") {
  Workbench bench = known();
  toggle_guessing(bench);
  const Vec2 end = end_of(bench, 0);
  place_flag(bench, end + Vec2{3, 4});
  place_flag(bench, end + Vec2{0, 1});
  place_flag(bench, end + Vec2{2, 0});
  CHECK_FALSE(closest(bench, 0));
  show_to_the_end(bench);
  CHECK(bench.classroom.guessing.scored);
  CHECK(knows_map(bench));
  CHECK(*distance_to_end(bench, *flag_of(bench, 0, 0)) == Approx(5));
  CHECK(closest(bench, 0) == 1);
  CHECK_FALSE(closest(bench, 2));
}

TEST_CASE("flags of a racer that is removed go with it, and nothing is scored without a race") {
  Workbench bench = known();
  toggle_guessing(bench);
  bench.selected = 3;
  place_flag(bench, {0, 0});
  remove_racer(bench, 3);
  update(bench, 0, 0, false);
  CHECK(bench.classroom.guessing.flags.empty());
  bench.session.experiment.racers.clear();
  place_flag(bench, {0, 0});
  CHECK(bench.classroom.guessing.flags.empty());
}

TEST_CASE("the card tells whose turn it is, starts the run, and shows a line for each racer") {
  Workbench bench = known();
  test::Harness harness([&](Ui& ui) { guess_card(ui, bench, {{0, 0}, {900, 700}}); }, 1);
  CHECK_FALSE(harness.has("guess/run"));
  toggle_guessing(bench);
  harness.frames(2);
  harness.click("guess/turn/C");
  CHECK(bench.classroom.guessing.guesser == 2);
  harness.click("guess/racer/1");
  CHECK(bench.selected == 1);
  harness.click("guess/run");
  CHECK_FALSE(bench.playing);  // nobody has guessed yet
  place_flag(bench, {0, 0});
  harness.frames(2);
  harness.click("guess/run");
  CHECK(bench.playing);
  show_to_the_end(bench);
  harness.frames(2);
  CHECK(harness.has("guess/distances/1"));
  CHECK_FALSE(harness.has("guess/distances/0"));
  harness.click("guess/again");
  CHECK(bench.classroom.guessing.flags.empty());
  harness.click("guess/close");
  CHECK_FALSE(bench.classroom.guessing.on);
}
