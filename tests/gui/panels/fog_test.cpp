// SPDX-License-Identifier: MIT
// Fog: what is felt, what is said, how it lifts; and that nothing of the map leaks.
#include "gui/panels/fog.hpp"

#include <cmath>

#include "../harness.hpp"
#include "catch.hpp"
#include "gui/panels/actions.hpp"
#include "gui/panels/knowledge.hpp"
#include "gui/panels/panels.hpp"
#include "gui/panels/verdict_pill.hpp"

using namespace fogline;
using namespace fogline::gui;

namespace {

// The first session, shown to its end.
Workbench at_the_end() {
  Workbench bench;
  while (!bench.race_known) update(bench, 0, 0, false);
  bench.session.view.playhead = end_of_race(bench);
  return bench;
}

Vec2 place_of(const Workbench& bench, std::size_t racer) {
  return bench.race[racer].at(bench.race.step_at(racer, bench.session.view.playhead)).x;
}

}  // namespace

TEST_CASE("walkers feel the ground within 9 % of the diagonal, where they stand now") {
  Workbench bench = at_the_end();
  const double radius = clear_radius(bench.session.experiment);
  CHECK(radius == Approx(0.09 * domain(bench.session.experiment.landscape).diagonal()));
  for (Racer& racer : bench.session.experiment.racers) racer.visible = false;
  bench.session.experiment.racers[1].visible = true;
  const Vec2 here = place_of(bench, 1);
  CHECK(is_felt(bench, here + Vec2{0.99 * radius, 0}));
  CHECK_FALSE(is_felt(bench, here + Vec2{1.01 * radius, 0}));
  bench.session.view.playhead = 0;
  CHECK(is_felt(bench, bench.session.experiment.racers[1].start));
  CHECK(is_felt(bench, here) == (norm(here - place_of(bench, 1)) <= radius));
}

TEST_CASE("F lets the fog fall at once and lifts it outward in 1.2 seconds") {
  Workbench bench = at_the_end();
  CHECK_FALSE(fog_in(bench, 0));
  act(bench, Action::fog);
  CHECK(bench.session.view.fog);
  const auto down = fog_in(bench, 0);
  REQUIRE(down);
  CHECK(down->walkers.size() == bench.session.experiment.racers.size());
  CHECK(down->radius == Approx(clear_radius(bench.session.experiment)));
  act(bench, Action::fog);
  CHECK(knows_map(bench));
  float before = 0;
  for (const double t : {10.0, 10.3, 10.6, 10.9, 11.19}) {
    advance_lift(bench, t);
    const auto fog = fog_in(bench, t);
    REQUIRE(fog);
    CHECK(fog->radius > before);
    CHECK(fog->opacity == 1);
    before = fog->radius;
  }
  CHECK(0.6 * before >= 0.99 * domain(bench.session.experiment.landscape).diagonal() / 2);
  advance_lift(bench, 11.21);
  CHECK_FALSE(fog_in(bench, 11.21));
}

TEST_CASE("with reduced motion fog fades in 0.2 seconds and spreads nowhere") {
  Workbench bench = at_the_end();
  bench.classroom.calm = true;
  set_fog(bench, true);
  set_fog(bench, false);
  advance_lift(bench, 5);
  advance_lift(bench, 5.1);
  const auto fog = fog_in(bench, 5.1);
  REQUIRE(fog);
  CHECK(fog->opacity > 0);
  CHECK(fog->opacity < 1);
  CHECK(fog->radius == Approx(clear_radius(bench.session.experiment)));
  advance_lift(bench, 5.25);
  CHECK_FALSE(fog_in(bench, 5.25));
}

TEST_CASE("fog that falls again while it lifts is down") {
  Workbench bench = at_the_end();
  set_fog(bench, true);
  set_fog(bench, false);
  advance_lift(bench, 1);
  set_fog(bench, true);
  CHECK_FALSE(bench.classroom.lift);
  CHECK(fog_in(bench, 1.5)->radius == Approx(clear_radius(bench.session.experiment)));
}

TEST_CASE("a pane's fog is that of its own racer") {
  Workbench bench = at_the_end();
  set_fog(bench, true);
  const auto fog = fog_in(bench, 0, 2);
  REQUIRE(fog);
  REQUIRE(fog->walkers.size() == 1);
  CHECK(fog->walkers[0].x == Approx(place_of(bench, 2).x));
}

TEST_CASE("in fog standings keep the list's order and say only what walkers feel") {
  Workbench bench = at_the_end();
  set_fog(bench, true);
  const std::vector<Standing> fogged = shown_standings(bench);
  for (std::size_t i = 0; i < fogged.size(); ++i) {
    CHECK(fogged[i].racer == i);
    CHECK(shown_verdict(bench, fogged[i].judgement).word == word(fogged[i].judgement.feeling));
    const std::string said = shown_evidence(bench, fogged[i].judgement);
    CHECK(said.starts_with(fogged[i].judgement.walker_says));
    CHECK(said.find("best known") == std::string::npos);
  }
  set_fog(bench, false);
  const std::vector<Standing> clear = shown_standings(bench);
  for (std::size_t i = 1; i < clear.size(); ++i) CHECK(clear[i - 1].rank <= clear[i].rank);
  CHECK(shown_verdict(bench, clear[0].judgement).word == word(clear[0].judgement));
}

TEST_CASE("a walker cannot tell the deepest valley from a trap: both look the same in fog") {
  CHECK(kind_of(Feeling::valley) == PillKind::stuck);
  CHECK(kind_of(Verdict::global_minimum) == PillKind::good);
}

TEST_CASE("while fog is down the curve shows the loss, never the gap") {
  Workbench bench = at_the_end();
  test::Harness harness([&](Ui& ui) { curve_section(ui, bench, 200); });
  CHECK(harness.has("curve/scale/gap"));
  set_fog(bench, true);
  harness.frames(2);
  CHECK_FALSE(harness.has("curve/scale/gap"));
}
