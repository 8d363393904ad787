// SPDX-License-Identifier: MIT
// Undo, questions and the playhead of a workbench, without anything being drawn.
#include "gui/panels/workbench.hpp"

#include "catch.hpp"
#include "gui/panels/actions.hpp"
#include "gui/panels/knowledge.hpp"

using namespace fogline;
using namespace fogline::gui;

namespace {

// A frame in which nothing is held.
void settle(Workbench& bench) { update(bench, 0, 0, false); }

void compute(Workbench& bench) {
  while (!bench.race_known) settle(bench);
}

}  // namespace

TEST_CASE("a gesture of many changes is one entry of undo") {
  Workbench bench;
  settle(bench);
  const Experiment before = bench.session.experiment;
  for (int i = 1; i <= 20; ++i) {
    place_start(bench.session.experiment, 0, {0.1 * i, 0});
    update(bench, 0, 0, true);
  }
  CHECK(bench.history.past.empty());
  settle(bench);
  settle(bench);
  REQUIRE(bench.history.past.size() == 1);
  const Experiment after = bench.session.experiment;
  undo(bench);
  CHECK(bench.session.experiment == before);
  settle(bench);
  CHECK(bench.history.past.empty());
  redo(bench);
  CHECK(bench.session.experiment == after);
}

TEST_CASE("a gesture that ends where it began is no entry") {
  Workbench bench;
  settle(bench);
  const Experiment before = bench.session.experiment;
  place_start(bench.session.experiment, 0, {1, 1});
  update(bench, 0, 0, true);
  bench.session.experiment = before;
  settle(bench);
  CHECK(bench.history.past.empty());
}

TEST_CASE("looking around is neither undone nor unsaved") {
  Workbench bench;
  settle(bench);
  bench.session.view.azimuth += 30;
  act(bench, Action::view_2d);
  settle(bench);
  CHECK(bench.history.past.empty());
  CHECK_FALSE(is_dirty(bench));
}

TEST_CASE("undo in the middle of an unsettled change takes that change back") {
  Workbench bench;
  settle(bench);
  const Experiment before = bench.session.experiment;
  add_racer(bench, make_optimizer("adam"));
  undo(bench);
  CHECK(bench.session.experiment == before);
}

TEST_CASE("keys of one frame never reach a racer that undo has taken away") {
  Workbench bench;
  bench.session.experiment.racers.resize(1);
  settle(bench);
  add_racer(bench, make_optimizer("adam"));
  REQUIRE(bench.selected == 1);
  act(bench, Action::undo);
  CHECK(bench.selected == 0);
  for (const Action a : {Action::random_start, Action::nudge_left, Action::duplicate_racer})
    act(bench, a);
  CHECK(bench.session.experiment.racers.size() == 2);
}

TEST_CASE("only what would lose work is asked about") {
  using Kind = Wish::Kind;
  const auto asks = [](Kind kind, bool named, bool dirty) {
    Workbench bench;
    if (named) bench.file = "race.json";
    if (dirty) new_seed(bench);
    wish(bench, {kind, "other.json"});
    CHECK(bench.question.has_value() != !bench.wishes.empty());
    return bench.question.has_value();
  };
  for (const Kind kind : {Kind::open, Kind::new_session, Kind::paste})
    for (const bool named : {false, true}) {
      CHECK(asks(kind, named, true));
      CHECK_FALSE(asks(kind, named, false));
    }
  CHECK(asks(Kind::quit, true, true));
  CHECK_FALSE(asks(Kind::quit, false, true));  // unnamed work is kept for the next start
  CHECK_FALSE(asks(Kind::quit, true, false));
  for (const Kind kind : {Kind::save, Kind::picture, Kind::copy, Kind::theme, Kind::full_screen})
    CHECK_FALSE(asks(kind, true, true));
}

TEST_CASE("saving and taking over decide what is dirty") {
  Workbench bench;
  new_seed(bench);
  CHECK(is_dirty(bench));
  mark_saved(bench, "race.json");
  CHECK_FALSE(is_dirty(bench));
  settle(bench);
  undo(bench);
  CHECK(is_dirty(bench));
  take_over(bench, first_session(), {});
  CHECK_FALSE(is_dirty(bench));
  CHECK(bench.history.past.empty());
  CHECK(bench.file.empty());
}

TEST_CASE("the playhead stops at the end and steps stay inside") {
  Workbench bench;
  compute(bench);
  const double end = end_of_race(bench);
  play(bench, true);
  for (int i = 0; i < 10; ++i) update(bench, i, 1, false);
  CHECK(bench.session.view.playhead == end);
  CHECK_FALSE(bench.playing);
  step_by(bench, 1);
  CHECK(bench.session.view.playhead == end);
  play(bench, true);
  CHECK(bench.session.view.playhead == 0);
  step_by(bench, -1);
  CHECK(bench.session.view.playhead == 0);
  step_by(bench, 3);
  CHECK(bench.session.view.playhead == 3);
}

TEST_CASE("the race follows an edit and ghosts of the old one go") {
  Workbench bench;
  compute(bench);
  bench.ghost = Ghost{0, 5};
  const double before = bench.race[0].at(5).x.x;
  place_start(bench.session.experiment, 0, {1, 2});
  settle(bench);
  CHECK_FALSE(bench.ghost.has_value());
  compute(bench);
  CHECK(bench.race[0].at(5).x.x != before);
}

TEST_CASE("a ghost is shown only while its racer and its step are known") {
  Workbench bench;
  compute(bench);
  CHECK(shown_ghost(bench) == nullptr);
  bench.ghost = Ghost{3, 100};
  REQUIRE(shown_ghost(bench) != nullptr);
  remove_racer(bench, 3);
  CHECK(shown_ghost(bench) == nullptr);
  bench.ghost = Ghost{0, bench.race[0].last() + 1};
  CHECK(shown_ghost(bench) == nullptr);
}

TEST_CASE("an edit that shortens the race for a moment leaves the playhead where it is") {
  Workbench bench;
  compute(bench);
  bench.session.view.playhead = 300;
  for (Racer& racer : bench.session.experiment.racers)
    racer.optimizer = GradientDescent{.learning_rate = 1e300};
  settle(bench);
  compute(bench);
  CHECK(end_of_race(bench) < 300);
  CHECK(bench.session.view.playhead == 300);
}

TEST_CASE("fog hides the map, and so does guessing until the run has been shown") {
  Workbench bench;
  CHECK(knows_map(bench));
  bench.session.view.fog = true;
  CHECK_FALSE(knows_map(bench));
  bench.session.view.fog = false;
  bench.classroom.guessing.on = true;
  CHECK_FALSE(knows_map(bench));
  bench.classroom.guessing.scored = true;
  CHECK(knows_map(bench));
}
