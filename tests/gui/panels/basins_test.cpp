// SPDX-License-Identifier: MIT
// The basin map on screen: of the setting of the moment and no other, complete in the end, gone in
// fog.
#include "gui/panels/basins.hpp"

#include <algorithm>
#include <thread>

#include "../harness.hpp"
#include "catch.hpp"
#include "gui/panels/actions.hpp"
#include "gui/panels/fog.hpp"
#include "gui/panels/workbench.hpp"

using namespace fogline;
using namespace fogline::gui;

namespace {

Workbench with(const Optimizer& optimizer, double steps = 40) {
  Workbench bench;
  Experiment& e = bench.session.experiment;
  e.landscape = make_landscape("himmelblau");
  e.budget.amount = steps;
  e.racers.clear();
  add_racer(bench, optimizer);
  bench.settled = e;
  return bench;
}

Momentum& momentum_of(Workbench& bench) {
  return std::get<Momentum>(bench.session.experiment.racers[0].optimizer);
}

void frame_of(Workbench& bench) {
  update(bench, 0, 0, false);
  if (const auto picture = shown_basins(bench)) {
    BasinSetting shown = picture->map->setting();
    const auto wanted = wanted_basins(bench);
    REQUIRE(wanted);
    shown.nx = wanted->nx, shown.ny = wanted->ny;
    REQUIRE(shown == *wanted);  // never a stale one
  }
}

void finish(Workbench& bench) {
  do {
    frame_of(bench);
    std::this_thread::yield();
  } while (!bench.race_known || !basins_known(bench));
}

std::vector<std::string> legend(Workbench& bench) {
  test::Harness harness([&](Ui& ui) {
    draw_basin_legend(ui, *ImGui::GetWindowDrawList(), bench, {{0, 0}, {800, 600}});
  });
  harness.frames(2);
  std::vector<std::string> paths;
  for (const Item& item : harness.ui.registry.items) paths.push_back(item.path);
  return paths;
}

bool has(const std::vector<std::string>& paths, const char* path) {
  return std::count(paths.begin(), paths.end(), path) == 1;
}

render::Scene coloured(Workbench& bench) {
  render::Scene scene;
  add_basins(bench, bench.picture.ground(bench.session, bench.race), scene);
  return scene;
}

}  // namespace

TEST_CASE("the map of basins comes on with its action, gets complete, and goes") {
  Workbench bench = with(Momentum{.learning_rate = 0.01});
  frame_of(bench);
  CHECK(basins_known(bench));
  CHECK_FALSE(coloured(bench).tint);
  act(bench, Action::basins);
  CHECK(bench.session.view.overlay == Overlay::basins);
  CHECK_FALSE(basins_known(bench));
  CHECK(coloured(bench).tint);  // grey until something is known
  finish(bench);
  const auto picture = shown_basins(bench);
  REQUIRE(picture);
  CHECK(picture->complete());
  CHECK(picture->map->setting().nx == 512);
  CHECK(picture->known.valleys.size() == 4);
  CHECK(coloured(bench).tint == picture->tint);
  const auto lines = legend(bench);
  CHECK(has(lines, "legend/basins/complete"));
  CHECK(has(lines, "legend/basins/3"));
  act(bench, Action::basins);
  frame_of(bench);
  CHECK_FALSE(shown_basins(bench));
  CHECK_FALSE(coloured(bench).tint);
  CHECK(legend(bench).empty());
  CHECK(bench.history.past.empty());
}

TEST_CASE("slow methods get a map, too, one walk at a time") {
  Workbench bench = with(NelderMead{}, 10);
  act(bench, Action::basins);
  finish(bench);
  CHECK(shown_basins(bench)->map->setting().nx == 256);
}

TEST_CASE("every cell shows what the map knows of it") {
  Workbench bench = with(Momentum{.learning_rate = 0.01}, 30);
  act(bench, Action::basins);
  finish(bench);
  const auto picture = shown_basins(bench);
  const BasinSetting& s = picture->map->setting();
  for (const std::size_t pixel : {std::size_t{0}, std::size_t{77'777}, s.pixels() - 1}) {
    const auto end = picture->end_at(s.start(pixel));
    REQUIRE(end);
    CHECK(end->pixel == pixel);
    CHECK(end->end == end_of(*picture->map, picture->known, pixel));
  }
  CHECK_FALSE(picture->end_at(s.box.low - Vec2{1, 0}));
}

TEST_CASE("the start under the pointer is walked to the end that the map says") {
  Workbench bench = with(Momentum{.learning_rate = 0.01}, 400);
  act(bench, Action::basins);
  finish(bench);
  bench.hover = Vec2{2.5, 2.5};
  finish(bench);
  REQUIRE(bench.basins.walk);
  const BasinWalk& walk = *bench.basins.walk;
  CHECK(walk.walk.at(walk.from.end.steps).x == walk.from.end.x);
  CHECK(basin_sentence(bench) ==
        "From here: at a global minimum, " + std::to_string(walk.from.end.steps) + " steps");
  CHECK(coloured(bench).paths.size() == 1);
  bench.hover.reset();
  finish(bench);
  CHECK(basin_sentence(bench).empty());
  CHECK(coloured(bench).paths.empty());
}

TEST_CASE("whatever the walks depend on begins the map anew") {
  Workbench bench = with(Momentum{.learning_rate = 0.01});
  add_racer(bench, GradientDescent{.learning_rate = 0.01});
  bench.selected = 0;
  act(bench, Action::basins);
  Experiment& e = bench.session.experiment;
  const std::function<void()> edits[] = {
      [&] { momentum_of(bench).learning_rate = 0.02; },
      [&] { bench.selected = 1; },
      [&] { e.seed = 7; },
      [&] { e.budget.amount = 41; },
      [&] { e.racers[1].axes.noise.emplace(); },
      [&] { e.landscape = make_landscape("bowl"); },
  };
  for (const auto& edit : edits) {
    frame_of(bench);
    const auto before = wanted_basins(bench);
    edit();
    CHECK_FALSE(wanted_basins(bench) == before);
    CHECK_FALSE(shown_basins(bench));
    frame_of(bench);
  }
}

TEST_CASE("the map follows no more steps than it says") {
  Workbench bench = with(Momentum{}, 50'000);
  act(bench, Action::basins);
  CHECK(wanted_basins(bench)->steps == most_basin_steps);
}

TEST_CASE("neither fog nor guesses nor curves nor an empty field have a map of basins") {
  Workbench bench = with(Momentum{.learning_rate = 0.01});
  act(bench, Action::basins);
  finish(bench);
  set_fog(bench, true);
  CHECK_FALSE(wanted_basins(bench));
  CHECK_FALSE(coloured(bench).tint);
  CHECK(legend(bench).empty());
  frame_of(bench);
  CHECK(basins_known(bench));
  set_fog(bench, false);
  CHECK(wanted_basins(bench));
  bench.classroom.guessing.on = true;
  CHECK_FALSE(wanted_basins(bench));
  bench.classroom.guessing.on = false;
  bench.session.experiment.landscape = make_landscape("double_well_1d");
  CHECK_FALSE(wanted_basins(bench));
  bench.session.experiment.racers.clear();
  frame_of(bench);
  CHECK_FALSE(wanted_basins(bench));
}

TEST_CASE("two hundred restarts show nothing old and leave nothing under way") {
  std::weak_ptr<const BasinMap> first;
  {
    Workbench bench = with(Momentum{}, 2000);
    bench.session.experiment.landscape = make_landscape("rastrigin");
    act(bench, Action::basins);
    for (int i = 0; i < 200; ++i) {
      momentum_of(bench).learning_rate = 1e-4 * (1 + i);
      frame_of(bench);
      if (const auto picture = shown_basins(bench); picture && first.expired())
        first = picture->map;
    }
  }  // ends with walks under way
  CHECK(first.expired());
}
