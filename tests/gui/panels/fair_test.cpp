// SPDX-License-Identifier: MIT
// The race over many starts, tuning and the rules card, without a window.
#include "gui/panels/fair.hpp"

#include "../harness.hpp"
#include "catch.hpp"
#include "gui/panels/finishing.hpp"
#include "gui/panels/panels.hpp"
#include "gui/panels/rules_text.hpp"

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

std::string rule(const Experiment& e, std::string_view label) {
  for (const Rule& r : rules_of(e))
    if (r.label == label) return r.text;
  return "";
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
  for (const char* part : {"seed", "finish", "amount", "trials", "tuning_starts", "tune"})
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

TEST_CASE("what tuning may cost is chosen on the card, and told with every racer") {
  Workbench bench = raced();
  bench.fair.tuning_plan = {1, 1};
  test::Harness harness([&](Ui& ui) { standings_section(ui, bench); });
  harness.click("standings/rules");
  harness.frames(2);
  harness.drag("standings/rules_card/trials", 20);
  harness.drag("standings/rules_card/tuning_starts", 20);
  const TuningPlan plan = bench.fair.tuning_plan;
  CHECK(plan.trials > 1);
  CHECK(plan.starts > 1);
  bench.fair.tuning_plan = {3, 2};
  begin_tuning(bench);
  work(bench);
  const Experiment& e = bench.session.experiment;
  CHECK(rule(e, "Tuning").find("3 trials from 2 starts; it cost ") != std::string::npos);
  CHECK(rule(e, "Learning rates") == "tuned for all");
  CHECK(rate_marks(bench, 0).tuned);
}

TEST_CASE("a tuned racer is so until it is edited") {
  Workbench bench = raced();
  begin_tuning(bench);
  work(bench);
  Experiment& e = bench.session.experiment;
  for (const Param& p : params(e.racers[0].optimizer))
    if (p.name == "learning_rate") p.set(2 * p.get());
  CHECK_FALSE(rate_marks(bench, 0).tuned);
  CHECK(rate_marks(bench, 1).tuned);
  CHECK(rule(e, "Learning rates").find("chosen: " + e.racers[0].name) != std::string::npos);
  CHECK(rule(e, "Tuning").substr(0, 12) == "3 of 4 racer");
}

TEST_CASE("the seed is edited on the card, unless a lesson keeps it or it is too long") {
  Workbench bench = raced();
  test::Harness harness([&](Ui& ui) { standings_section(ui, bench); });
  harness.click("standings/rules");
  harness.frames(2);
  harness.drag("standings/rules_card/seed", 30);
  CHECK(bench.session.experiment.seed > 1);
  bench.session.experiment.seed = ~0ull;
  harness.frames(2);
  CHECK_FALSE(harness.has("standings/rules_card/seed"));
  CHECK(rule(bench.session.experiment, "Seed").substr(0, 20) == "18446744073709551615");
}

TEST_CASE("rules say who is told something else than the landscape, in names that fit") {
  Experiment e = raced().session.experiment;
  CHECK(rule(e, "Noise") == "none");
  e.racers[0].axes.noise.emplace();
  e.racers[0].axes.mini_batches.emplace();
  e.racers[1].axes.noise.emplace();
  e.racers[1].name = std::string(200, 'x');
  const std::string noise = rule(e, "Noise");
  CHECK(noise.find(e.racers[0].name + ": sigma 0.1") != std::string::npos);
  CHECK(noise.find(e.racers[0].name + ": mini-batches") != std::string::npos);
  CHECK(noise.find(std::string(25, 'x')) == std::string::npos);
  while (e.racers.size() < most_racers) e.racers.push_back(new_racer(e, Adam{}, {1, 1}));
  CHECK(rule(e, "Learning rates").find(" more") != std::string::npos);
}

TEST_CASE("where the landscape drifts the finish line is said to stand still") {
  Experiment e;
  e.racers.push_back(new_racer(e, Adam{}, {1, 1}));
  Race race;
  race.follow(e);
  CHECK(finish_text(e, race).find("step 0") == std::string::npos);
  e.landscape = Drift{};
  race.follow(e);
  CHECK(finish_text(e, race).find("as it is at step 0") != std::string::npos);
  e.landscape = make_landscape("saddle");
  race.follow(e);
  CHECK(finish_text(e, race).substr(0, 4) == "none");
}

TEST_CASE("who has not crossed the line is DNF once its race is over, and not before") {
  Workbench bench;
  bench.session.experiment.racers.push_back(
      new_racer(bench.session.experiment, GradientDescent{.learning_rate = 50}, {1, 1}));
  while (!bench.race_known) settle(bench);
  test::Harness harness([&](Ui& ui) {
    standings_section(ui, bench);
    settle(bench);
  });
  const auto rows = [&](const char* word) {
    harness.frames(2);
    std::size_t count = 0;
    for (std::size_t i = 0; i < bench.session.experiment.racers.size(); ++i)
      count += harness.has("standings/" + std::to_string(i) + "/" + word) ? 1 : 0;
    return count;
  };
  bench.session.view.playhead = end_of_race(bench);
  std::size_t finished = 0;
  for (const Standing& s : standings(bench.session.experiment, bench.race, end_of_race(bench))) {
    finished += has_finished(bench, s) ? 1 : 0;
    CHECK(has_finished(bench, s) != did_not_finish(bench, s));
  }
  CHECK(finished == 1);  // momentum
  CHECK(rows("dnf") == 4);
  CHECK(rows("cost") == 1);
  bench.session.view.playhead = 200;
  CHECK(rows("dnf") == 1);  // that whose walk is over: it has diverged
  bench.session.view.fog = true;
  bench.session.view.playhead = end_of_race(bench);
  CHECK(rows("dnf") == 0);
  bench.session.view.fog = false;
  change_landscape(bench, make_landscape("saddle"));
  while (!bench.race_known) settle(bench);
  CHECK(rows("dnf") == 0);  // no line, nobody at it
}
