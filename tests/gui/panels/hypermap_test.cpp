// SPDX-License-Identifier: MIT
// The map of two hyperparameters: its axes, its setting, what it shows and what a press takes.
#include "gui/panels/hypermap.hpp"

#include <algorithm>
#include <set>
#include <thread>

#include "../harness.hpp"
#include "catch.hpp"
#include "gui/number.hpp"
#include "gui/panels/actions.hpp"
#include "gui/panels/fog.hpp"
#include "gui/panels/panels.hpp"

using namespace fogline;
using namespace fogline::gui;

namespace {

Workbench with(const Optimizer& optimizer, double steps = 20) {
  Workbench bench;
  Experiment& e = bench.session.experiment;
  e.landscape = make_landscape("himmelblau");
  e.budget.amount = steps;
  e.racers.clear();
  add_racer(bench, optimizer);
  bench.settled = e;
  flip_hypermap(bench);
  return bench;
}

Racer& racer_of(Workbench& bench) { return bench.session.experiment.racers[0]; }

void finish(Workbench& bench) {
  do {
    follow_hypermap(bench);
    std::this_thread::yield();
  } while (!hypermap_known(bench));
}

// The view beside the harness' own window, which would lie upon it; its edits applied as a frame
// does.
struct Shown {
  Workbench& bench;
  test::Harness harness;

  explicit Shown(Workbench& shown) : bench(shown), harness([this](Ui& ui) { draw(ui); }, 20) {
    harness.frames(2);
  }
  void draw(Ui& ui) {
    hypermap_view(ui, bench, {{40, 0}, {1000, 700}});
    update(bench, 0, 0, ImGui::IsAnyItemActive());
  }
};

}  // namespace

TEST_CASE("every method has two axes to begin with, the learning rate first if it has one") {
  for (const Optimizer& o : all_optimizers()) {
    Workbench bench = with(o);
    const auto axes = chosen_axes(bench);
    INFO(info(o).id);
    REQUIRE(axes);
    CHECK(axes->x.name != axes->y.name);
    const std::vector<MapAxis> all = map_axes(racer_of(bench));
    const bool has_rate = std::any_of(all.begin(), all.end(),
                                      [](const MapAxis& a) { return a.name == "learning_rate"; });
    CHECK((axes->x.name == "learning_rate") == has_rate);
    CHECK(wanted_hypermap(bench));
    CHECK_NOTHROW(Sweep(*wanted_hypermap(bench)));
  }
}

TEST_CASE("numbers come before choices, and axes in use lend theirs") {
  Workbench bench = with(Newton{});
  CHECK(chosen_axes(bench)->y.choices.size() == 2);
  CHECK(wanted_hypermap(bench)->ny == 2);
  racer_of(bench).axes.noise = Noise{.sigma = 0.5};
  const auto axes = chosen_axes(bench);
  CHECK(axes->y.name == "noise.sigma");
  CHECK(axes->y.label == "noise sigma");
  CHECK(axes->y.value == 0.5);
}

TEST_CASE("an axis that takes the other's place leaves it its own") {
  Workbench bench = with(Adam{});
  choose_y(bench, "learning_rate");
  CHECK(chosen_axes(bench)->x.name == "beta1");
  CHECK(chosen_axes(bench)->y.name == "learning_rate");
  choose_x(bench, "epsilon");
  CHECK(chosen_axes(bench)->x.name == "epsilon");
  CHECK(chosen_axes(bench)->x.log());
  CHECK(chosen_axes(bench)->y.name == "learning_rate");
  racer_of(bench).optimizer = Momentum{};  // has no epsilon
  CHECK(chosen_axes(bench)->x.name == "momentum");
  CHECK(chosen_axes(bench)->y.name == "learning_rate");
}

TEST_CASE("the finished map holds what fogline sweep computes") {
  Workbench bench = with(Momentum{});
  bench.hypermap->starts = 1;
  finish(bench);
  const auto picture = shown_hypermap(bench);
  REQUIRE(picture);
  const SweepSetting& s = picture->sweep->setting();
  CHECK(s.nx == 65);
  CHECK(s.starts == random_starts(1, domain(s.landscape), 10));
  for (const std::size_t cell : {std::size_t{0}, std::size_t{2000}, s.cells() - 1}) {
    Sweep plain(s, {cell, cell + 1});
    plain.advance();
    CHECK((*picture->sweep)[cell] == plain[cell]);
    CHECK(picture->shown[cell] == cell);
  }
}

TEST_CASE("a cell from the racer's own start is the racer with its values, to the bit") {
  Workbench bench = with(Momentum{}, 60);
  finish(bench);
  const auto picture = shown_hypermap(bench);
  const std::size_t cell = 64 * 129 + 60;
  const SweepCell shown = (*picture->sweep)[cell];
  take_values(bench, cell);
  CHECK(shown_hypermap(bench) == picture);  // which does not depend on the values along its axes
  do update(bench, 0, 0, false);
  while (!bench.race_known);
  CHECK(bench.race[0].answer(60).loss == shown.loss);
  CHECK(bench.history.past.size() == 1);
  undo(bench);
  CHECK(racer_of(bench).optimizer == Optimizer(Momentum{}));
}

TEST_CASE("whatever the walks depend on begins the map anew, and nothing old is shown") {
  Workbench bench = with(Momentum{});
  add_racer(bench, GradientDescent{});
  bench.selected = 0;
  Experiment& e = bench.session.experiment;
  const std::function<void()> edits[] = {
      [&] { std::get<Momentum>(e.racers[0].optimizer).weight_decay = 0.01; },
      [&] {
        e.racers[0].start = {0, 0};
      },
      [&] { e.seed = 7; },
      [&] { e.budget.amount = 21; },
      [&] { e.finish = 0.1; },
      [&] { e.prices.gradient = 2; },
      [&] { e.racers[0].axes.clipping.emplace(); },
      [&] { bench.hypermap->starts = 1; },
      [&] { choose_y(bench, "weight_decay"); },
      [&] { bench.selected = 1; },
      [&] { e.landscape = make_landscape("bowl"); },
  };
  for (const auto& edit : edits) {
    follow_hypermap(bench);
    REQUIRE(shown_hypermap(bench));
    edit();
    CHECK_FALSE(shown_hypermap(bench));
    CHECK_FALSE(hypermap_known(bench));
  }
}

TEST_CASE("sixty changes leave nothing under way") {
  std::weak_ptr<const Sweep> first;
  {
    Workbench bench = with(Adam{}, 2000);
    for (int i = 0; i < 60; ++i) {
      bench.session.experiment.seed = static_cast<std::uint64_t>(i);
      follow_hypermap(bench);
      if (i == 0) first = shown_hypermap(bench)->sweep;
    }
  }
  CHECK(first.expired());
}

TEST_CASE("where no map can be, a sentence says what to do") {
  Workbench bench = with(Momentum{});
  CHECK(why_no_hypermap(bench).empty());
  set_fog(bench, true);
  CHECK_FALSE(wanted_hypermap(bench));
  CHECK(why_no_hypermap(bench).find("Fog") == 0);
  Shown shown(bench);
  CHECK(shown.harness.has("hypermap/empty"));
  CHECK_FALSE(shown.harness.has("hypermap/map"));
  set_fog(bench, false);
  bench.classroom.guessing.on = true;
  CHECK_FALSE(wanted_hypermap(bench));
  bench.classroom.guessing.on = false;
  bench.session.experiment.racers.clear();
  CHECK(why_no_hypermap(bench).find("Add one") != std::string::npos);
  follow_hypermap(bench);
  CHECK(hypermap_known(bench));
}

TEST_CASE("a drag on the map is one entry of undo, and Esc gives back what was there") {
  Workbench bench = with(Momentum{});
  finish(bench);
  Shown shown(bench);
  const Racer before = racer_of(bench);
  shown.harness.press_at("hypermap/map");
  shown.harness.move({300, 300});
  CHECK_FALSE(racer_of(bench) == before);
  shown.harness.move({350, 320});
  shown.harness.button(0, false);
  shown.harness.frames(2);
  CHECK(bench.history.past.size() == 1);
  REQUIRE(bench.notices.shown.size() == 1);
  CHECK(bench.notices.shown[0].text == taken_sentence(bench));
  CHECK(bench.notices.shown[0].text.find("Momentum takes learning rate ") == 0);
  const Racer taken = racer_of(bench);
  shown.harness.press_at("hypermap/map");
  CHECK_FALSE(racer_of(bench) == taken);
  shown.harness.press(ImGuiKey_Escape);
  CHECK(racer_of(bench) == taken);
  shown.harness.button(0, false);
  shown.harness.frames(2);
  CHECK(racer_of(bench) == taken);
  CHECK(bench.history.past.size() == 1);
}

TEST_CASE("the legend has a line for each verdict, or tones") {
  Workbench bench = with(Momentum{}, 200);
  finish(bench);
  Shown shown(bench);
  CHECK(shown.harness.has("hypermap/legend/global_minimum"));
  CHECK(shown.harness.has("hypermap/legend/diverged"));
  CHECK(shown.harness.has("hypermap/legend/stability"));
  CHECK(shown.harness.has("hypermap/legend/complete"));
  shown.harness.click("hypermap/colour/loss");
  shown.harness.frames(2);
  CHECK(bench.hypermap->colour == scene::SweepColour::loss);
  CHECK(shown.harness.has("hypermap/legend/tones"));
  CHECK_FALSE(shown.harness.has("hypermap/legend/diverged"));
  CHECK(bench.history.past.empty());
}

TEST_CASE("the cell under the pointer is read, and its walk drawn") {
  Workbench bench = with(Momentum{}, 200);
  finish(bench);
  Shown shown(bench);
  CHECK(hypermap_reading(bench, full_number).empty());
  shown.harness.move(shown.harness.place("hypermap/map"));
  shown.harness.frames(2);
  const auto read = hypermap_reading(bench, full_number);
  REQUIRE(read.size() >= 4);
  const SweepSetting& s = shown_hypermap(bench)->sweep->setting();
  const std::size_t cell = *bench.hypermap->cell;
  CHECK(read[0] == "learning rate " + full_number(s.x.at(cell % s.nx, s.nx)));
  CHECK(read[2] == word((*shown_hypermap(bench)->sweep)[cell].verdict));
  REQUIRE(bench.hypermap->walks);
  CHECK(bench.hypermap->walks->walks[0].answer(200).loss ==
        (*shown_hypermap(bench)->sweep)[cell].loss);
  CHECK(shown.harness.has("hypermap/walks"));
}

TEST_CASE("one full view is open at most, and a choice of view leads back") {
  Workbench bench = with(Momentum{});
  CHECK(bench.hypermap);
  flip_hypermap(bench);
  CHECK_FALSE(bench.hypermap);
  bench.laboratory.emplace();
  flip_hypermap(bench);
  CHECK_FALSE(bench.laboratory);
  act(bench, Action::view_2d);
  CHECK_FALSE(bench.hypermap);
  CHECK(bench.session.view.layout == Layout::map);
  CHECK_FALSE(close_full_view(bench));
}

TEST_CASE("tones are by ratios, and cells that finish seldom have none") {
  SweepSetting s{.landscape = make_landscape("himmelblau"), .optimizer = Momentum{}};
  s.x = {"learning_rate", 1e-4, 1, true};
  s.y = SweepAxis{"momentum", 0, 0.9, false};
  s.nx = 9;
  s.ny = 3;
  s.starts = random_starts(1, domain(s.landscape), 3);
  s.steps = 100;
  const auto sweep = std::make_shared<Sweep>(s);
  sweep->walk_coarse_first();
  sweep->advance(Clock::now());
  const auto first = scene::make_picture(sweep);
  CHECK(first->cells_done == 1);
  CHECK(std::count(first->shown.begin(), first->shown.end(), 0u) == 27);  // for all the others
  sweep->advance();
  const auto picture = scene::make_picture(sweep);
  CHECK(picture->complete());
  const scene::ToneScale scale = scene::tones(*picture, scene::SweepColour::loss);
  REQUIRE(scale.known());
  CHECK(scale.share(std::sqrt(scale.low * scale.high)) == Approx(0.5));
  CHECK(scale.at(scale.share(3 * scale.low)) == Approx(3 * scale.low));
  const auto costs = scene::colours(*picture, scene::SweepColour::cost);
  std::set<std::uint32_t> tones;
  for (std::size_t cell = 0; cell < s.cells(); ++cell) {
    const SweepCell& c = (*sweep)[cell];
    CHECK((costs[cell] == scene::toneless_colour) == (2 * c.finished < 3));
    tones.insert(costs[cell]);
    CHECK(scene::gap(*picture, c) == c.loss);  // the best known loss is 0
  }
  CHECK(tones.size() > 4);
}
