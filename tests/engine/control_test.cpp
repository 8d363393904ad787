// SPDX-License-Identifier: MIT
// A locked control cannot be moved, whichever way it is tried; everything else can.
#include "fogline/engine/control.hpp"
#include "catch.hpp"

using namespace fogline;

namespace {

Session tampered() {
  Session s = first_session();
  Experiment& e = s.experiment;
  e.landscape = Rosenbrock{};
  e.racers[0].start = {1, 1};
  std::get<GradientDescent>(e.racers[0].optimizer).learning_rate = 5;
  e.budget.amount = 7;
  e.seed = 99;
  s.view.fog = true;
  s.view.zoom = 2;
  return s;
}

Session kept(std::initializer_list<Control> locked) {
  Controls set;
  for (const Control c : locked) set.add(c);
  Session s = tampered();
  keep_locked(s, first_session(), set);
  return s;
}

}  // namespace

TEST_CASE("with nothing locked everything can be edited") { CHECK(kept({}) == tampered()); }

TEST_CASE("each lock keeps its own part and no other") {
  const Session before = first_session();
  Session wanted = tampered();
  wanted.experiment.landscape = before.experiment.landscape;
  CHECK(kept({Control::landscape}) == wanted);
  wanted = tampered();
  wanted.experiment.racers[0].start = before.experiment.racers[0].start;
  CHECK(kept({Control::starts}) == wanted);
  wanted = tampered();
  wanted.experiment.racers[0].optimizer = before.experiment.racers[0].optimizer;
  CHECK(kept({Control::hyperparameters}) == wanted);
  wanted = tampered();
  wanted.experiment.budget = before.experiment.budget;
  CHECK(kept({Control::budget}) == wanted);
  wanted = tampered();
  wanted.view.fog = false;  // the camera stays free
  CHECK(kept({Control::views}) == wanted);
  CHECK(kept({Control::racers}) == tampered());  // sliders are not racers
}

TEST_CASE("locked racers can neither be added, taken away nor exchanged") {
  Controls locked;
  locked.add(Control::racers);
  const Session before = first_session();
  Session s = before;
  remove_racer(s.experiment, 1);
  keep_locked(s, before, locked);
  CHECK(s == before);
  s.experiment.racers[0].optimizer = Adam{};
  keep_locked(s, before, locked);
  CHECK(s == before);
  s.experiment.racers[0].axes.noise.emplace();
  keep_locked(s, before, locked);
  CHECK(s == before);
}

TEST_CASE("every control has a name") {
  CHECK(control_names().size() == static_cast<std::size_t>(Control::curve) + 1);
}
