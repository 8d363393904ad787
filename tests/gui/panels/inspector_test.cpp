// SPDX-License-Identifier: MIT
// The inspector: its section, its copies, and a step in slow parts.
#include "gui/panels/inspector.hpp"

#include "../harness.hpp"
#include "catch.hpp"
#include "gui/harness.hpp"
#include "gui/panels/actions.hpp"
#include "gui/panels/slow_step.hpp"

using namespace fogline;
using namespace fogline::gui;

namespace {

Workbench at_step(double step) {
  Workbench bench;
  while (!bench.race_known) update(bench, 0, 0, false);
  bench.session.view.playhead = step;
  return bench;
}

}  // namespace

TEST_CASE("the inspector shows the step of every method") {
  Workbench bench;
  bench.session.experiment.budget.amount = 15;
  bench.session.experiment.racers.resize(1);
  bench.inspection.open = true;
  bench.session.view.playhead = 3;
  test::Harness harness([&](Ui& ui) { inspector_section(ui, bench); });
  for (const Optimizer& o : all_optimizers()) {
    INFO(info(o).id);
    bench.session.experiment.racers[0].optimizer = o;
    update(bench, 0, 0, false);
    while (!bench.race_known) update(bench, 0, 0, false);
    harness.frames(2);
    for (const char* path : {"inspector/position", "inspector/loss", "inspector/gradient",
                             "inspector/curvatures", "inspector/move", "inspector/picture"})
      CHECK(harness.has(path));
    CHECK(inspected_text(bench).find("next loss") != std::string::npos);
  }
}

TEST_CASE("a step played slowly tells its parts in order and is then made") {
  Workbench bench = at_step(10);
  for (const StepPart part :
       {StepPart::gradient, StepPart::memory, StepPart::scaling, StepPart::move}) {
    act(bench, Action::slow_step);
    const SlowStep* slow = shown_slow_step(bench);
    REQUIRE(slow != nullptr);
    CHECK(slow->part == part);
    CHECK(bench.session.view.playhead == 10);
  }
  CHECK(bench.inspection.open);
  act(bench, Action::slow_step);
  CHECK(shown_slow_step(bench) == nullptr);
  CHECK(bench.session.view.playhead == 11);
}

TEST_CASE("any other key ends a step played slowly") {
  Workbench bench = at_step(10);
  act(bench, Action::slow_step);
  act(bench, Action::contours);
  CHECK(shown_slow_step(bench) == nullptr);
  act(bench, Action::slow_step);
  bench.session.view.playhead = 20;
  CHECK(shown_slow_step(bench) == nullptr);
}

TEST_CASE("where no step follows nothing is played and the inspector says so") {
  Workbench bench = at_step(1e9);
  act(bench, Action::slow_step);
  CHECK(shown_slow_step(bench) == nullptr);
  CHECK(inspected_step(bench) == nullptr);
  bench.session.experiment.racers.clear();
  update(bench, 0, 0, false);
  act(bench, Action::slow_step);
  CHECK(inspected_step(bench) == nullptr);
}

TEST_CASE("the step is copied as text and as a program, or it is said why not") {
  Workbench bench = at_step(3);
  bench.inspection.open = true;
  test::Harness harness([&](Ui& ui) { inspector_section(ui, bench); });
  harness.frames(2);
  harness.click("inspector/copy");
  harness.frame();
  harness.click("inspector/copies/pytorch");
  harness.frame();
  REQUIRE(bench.wishes.size() == 1);
  CHECK(bench.wishes[0].kind == Wish::Kind::copy_text);
  CHECK(bench.wishes[0].text.find("import torch") != std::string::npos);
}

TEST_CASE("an edit of the racer is inspected at once") {
  Workbench bench = at_step(3);
  REQUIRE(inspected_step(bench) != nullptr);
  const Vec2 before = inspected_step(bench)->from;
  place_start(bench.session.experiment, 0, {1, 2});
  update(bench, 0, 0, false);
  while (!bench.race_known) update(bench, 0, 0, false);
  REQUIRE(inspected_step(bench) != nullptr);
  CHECK_FALSE(inspected_step(bench)->from == before);
}
