// SPDX-License-Identifier: MIT
// The race over many starts, tuning and the rules card, without a window.
#include "gui/panels/fair.hpp"

#include "../harness.hpp"
#include "catch.hpp"
#include "gui/panels/panels.hpp"

using namespace fogline;
using namespace fogline::gui;

namespace {

void settle(Workbench& bench) { update(bench, 0, 0, false); }

Workbench raced() {
  Workbench bench;
  bench.session.experiment.budget.amount = 30;
  bench.fair.plan.count = 20;
  bench.fair.tuning_plan = {3, 2};
  while (!bench.race_known) settle(bench);
  bench.history = {};
  return bench;
}

void work(Workbench& bench) {
  while (is_at_work(bench)) settle(bench);
}

}  // namespace

TEST_CASE("a race over many starts is counted to its end, and goes with the experiment") {
  Workbench bench = raced();
  begin_many_starts(bench);
  CHECK(is_at_work(bench));
  work(bench);
  REQUIRE(bench.fair.run);
  CHECK(bench.fair.run->counted == 20);
  REQUIRE(bench.fair.run->table.size() == bench.session.experiment.racers.size());
  for (const WinRow& row : bench.fair.run->table) CHECK(row.starts == 20);
  bench.session.view.playhead = 7;
  settle(bench);
  CHECK(bench.fair.run);  // looking around changes nothing
  place_start(bench.session.experiment, 0, {1, 1});
  settle(bench);
  CHECK_FALSE(bench.fair.run);
}

TEST_CASE("a stopped race keeps what has come in") {
  Workbench bench = raced();
  bench.fair.plan.count = most_starts;
  begin_many_starts(bench);
  while (bench.fair.run->counted == 0) settle(bench);
  stop_many_starts(bench);
  CHECK_FALSE(is_at_work(bench));
  REQUIRE(bench.fair.run);
  CHECK(bench.fair.run->counted < most_starts);
  CHECK(bench.fair.run->table[0].starts == static_cast<int>(bench.fair.run->counted));
}

TEST_CASE("tuning all is one step of undo") {
  Workbench bench = raced();
  const Experiment before = bench.session.experiment;
  begin_tuning(bench);
  work(bench);
  settle(bench);
  for (const Racer& racer : bench.session.experiment.racers)
    CHECK(is_tuned(bench.session.experiment, racer));
  REQUIRE(bench.history.past.size() == 1);
  undo(bench);
  CHECK(bench.session.experiment == before);
}

TEST_CASE("tuning that is stopped, or overtaken by an edit, changes nobody") {
  Workbench bench = raced();
  const Experiment before = bench.session.experiment;
  bench.fair.tuning_plan = {10'000, 100};
  begin_tuning(bench);
  settle(bench);
  stop_tuning(bench);
  settle(bench);
  CHECK(bench.session.experiment == before);
  begin_tuning(bench);
  place_start(bench.session.experiment, 0, {1, 1});
  settle(bench);
  CHECK_FALSE(bench.fair.tuning);
  for (const Racer& racer : bench.session.experiment.racers) CHECK_FALSE(racer.tuned);
}

TEST_CASE("the card races, shows a row for each racer, and closes") {
  Workbench bench = raced();
  bench.fair.open = true;
  test::Harness harness([&](Ui& ui) { many_starts_card(ui, bench); }, 1280);
  harness.frames(3);
  harness.click("many_starts/start");
  REQUIRE(bench.fair.run);
  work(bench);
  harness.frames(2);
  for (std::size_t i = 0; i < bench.session.experiment.racers.size(); ++i)
    CHECK(harness.has("many_starts/table/" + std::to_string(i)));
  CHECK(harness.has("many_starts/shares"));
  harness.click("many_starts/pattern/lattice");
  CHECK(bench.fair.plan.pattern == Pattern::lattice);
  harness.click("many_starts/close");
  CHECK_FALSE(bench.fair.open);
}

TEST_CASE("in fog nobody is told who wins, nor where the finish line is") {
  Workbench bench = raced();
  bench.fair.open = true;
  bench.session.view.fog = true;
  test::Harness card([&](Ui& ui) { many_starts_card(ui, bench); }, 1280);
  card.frames(3);
  CHECK(card.has("many_starts/close"));
  CHECK_FALSE(card.has("many_starts/start"));
}

TEST_CASE("the rules card opens from the standings, edits the rules and tunes") {
  Workbench bench = raced();
  test::Harness harness([&](Ui& ui) { standings_section(ui, bench); });
  harness.click("standings/rules");
  harness.frames(2);
  for (const char* part : {"finish", "amount", "prices/hessian", "tune"})
    CHECK(harness.has("standings/rules_card/" + std::string(part)));
  harness.click("standings/rules_card/tune");
  CHECK(is_at_work(bench));
  harness.frames(1);
  harness.click("standings/rules_card/stop_tuning");
  CHECK_FALSE(is_at_work(bench));
  bench.session.view.fog = true;
  harness.frames(2);
  CHECK_FALSE(harness.has("standings/rules_card/finish"));
}
