// SPDX-License-Identifier: MIT
// What menus and keys do to an experiment.
#include <cmath>

#include "catch.hpp"
#include "fogline/core/roster.hpp"
#include "fogline/engine/session_file.hpp"
#include "gui/panels/workbench.hpp"

using namespace fogline;
using namespace fogline::gui;

TEST_CASE("a shared start moves everybody, a separate one only its racer") {
  Workbench bench;
  Experiment& e = bench.session.experiment;
  place_start(e, 2, {1, -1});
  for (const Racer& racer : e.racers) CHECK(racer.start == Vec2{1, -1});
  e.shared_start = false;
  place_start(e, 1, {2, 2});
  CHECK(e.racers[1].start == Vec2{2, 2});
  CHECK(e.racers[0].start == Vec2{1, -1});
  CHECK_FALSE(starts_agree(e));
}

TEST_CASE("removing keeps the selection on the same racer, or on its neighbour") {
  Workbench bench;
  const auto& racers = bench.session.experiment.racers;
  bench.selected = 2;
  const std::string name = racers[2].name;
  remove_racer(bench, 0);
  CHECK(racers[bench.selected].name == name);
  bench.unfolded[bench.selected] = true;
  remove_racer(bench, 0);
  CHECK(racers[bench.selected].name == name);
  CHECK(bench.unfolded[bench.selected]);
  remove_racer(bench, 99);
  while (!racers.empty()) {
    remove_racer(bench, racers.size() - 1);
    CHECK(bench.selected < std::max<std::size_t>(racers.size(), 1));
  }
  remove_racer(bench, 0);
  random_start(bench);
  suit_rates(bench);
  duplicate_racer(bench, 0);
  CHECK(racers.empty());
  add_racer(bench, make_optimizer("adam"));
  CHECK(racers.size() == 1);
}

TEST_CASE("a copy stands below with a name and a mark of its own") {
  Workbench bench;
  const auto& racers = bench.session.experiment.racers;
  duplicate_racer(bench, 1);
  REQUIRE(racers.size() == 5);
  CHECK(bench.selected == 2);
  CHECK(racers[2].optimizer == racers[1].optimizer);
  CHECK(racers[2].start == racers[1].start);
  CHECK(racers[2].name != racers[1].name);
  CHECK(racers[2].mark != racers[1].mark);
}

TEST_CASE("what a racer's number stands for goes on meaning the same racer") {
  Workbench bench;
  auto& racers = bench.session.experiment.racers;
  View& view = bench.session.view;
  racers[3].warm_start = WarmStart{.racer = 2};
  view.terrain = Terrain::objective;
  view.terrain_of = 2;
  duplicate_racer(bench, 0);
  CHECK(racers[4].warm_start->racer == 3);
  CHECK(view.terrain_of == 3);
  duplicate_racer(bench, 4);
  CHECK(racers[5].warm_start->racer == 3);
  remove_racer(bench, 1);
  CHECK(racers[3].warm_start->racer == 2);
  CHECK(view.terrain_of == 2);
  CHECK(view.terrain == Terrain::objective);
  remove_racer(bench, 1);
  CHECK_FALSE(racers[2].warm_start);
  CHECK(view.terrain_of == 1);
  remove_racer(bench, 1);
  CHECK(view.terrain == Terrain::landscape);
  CHECK(parse_session(session_text(bench.session), "memory") == bench.session);
}

TEST_CASE("a race has at most 32 racers") {
  Workbench bench;
  const auto& racers = bench.session.experiment.racers;
  for (int i = 0; i < 20; ++i) {
    add_racer(bench, make_optimizer("momentum"));
    duplicate_racer(bench, 0);
  }
  CHECK(racers.size() == most_racers);
  CHECK(bench.selected < racers.size());
}

TEST_CASE("every landscape takes the starts inside and the view home") {
  for (const Landscape& landscape : one_of_each<Landscape>()) {
    Workbench bench;
    CAPTURE(info(landscape).id);
    bench.session.experiment.shared_start = false;
    bench.session.experiment.racers[1].start = {1e6, -1e6};
    bench.session.view.zoom = bench.session.view.map_zoom = 9;
    change_landscape(bench, landscape);
    for (const Racer& racer : bench.session.experiment.racers)
      CHECK(domain(landscape).contains(racer.start));
    CHECK(bench.session.view.zoom == View{}.zoom);
    CHECK(bench.session.view.map_zoom == View{}.map_zoom);
  }
}

TEST_CASE("a random start is inside, new each time and the same in the same session") {
  Workbench a, b;
  for (int i = 0; i < 50; ++i) {
    const Vec2 before = a.session.experiment.racers[0].start;
    random_start(a);
    random_start(b);
    CHECK(a.session.experiment == b.session.experiment);
    CHECK_FALSE(a.session.experiment.racers[0].start == before);
    CHECK(domain(a.session.experiment.landscape).contains(a.session.experiment.racers[0].start));
  }
}

TEST_CASE("rates that suit: by curvature, by width, or the one a rule is made for") {
  Workbench bench;
  bench.session.experiment.racers.clear();
  for (const char* id : {"gradient_descent", "adam", "adadelta"})
    add_racer(bench, make_optimizer(id));
  change_landscape(bench, make_landscape("rosenbrock"));
  suit_rates(bench);
  const auto& racers = bench.session.experiment.racers;
  CHECK(std::get<GradientDescent>(racers[0].optimizer).learning_rate < 0.01);
  const double width = domain(bench.session.experiment.landscape).size().x;
  CHECK(std::get<Adam>(racers[1].optimizer).learning_rate == Approx(0.01 * width).epsilon(0.3));
  CHECK(std::get<AdaDelta>(racers[2].optimizer).learning_rate == 1);
}

TEST_CASE("a series of gains that begins small is given a rate that makes up for it") {
  for (const double stability : {0.0, 100.0, 1000.0}) {
    Workbench bench;
    bench.session.experiment.racers.clear();
    add_racer(bench, GradientDescent{});
    add_racer(bench, Spsa{.stability = stability});
    suit_rates(bench);
    const auto& racers = bench.session.experiment.racers;
    const Spsa& spsa = std::get<Spsa>(racers[1].optimizer);
    const double first = spsa.learning_rate / std::pow(spsa.stability + 1, spsa.alpha);
    // Both are cut to one digit.
    const double plain = std::get<GradientDescent>(racers[0].optimizer).learning_rate;
    CHECK(first > 0.5 * plain);
    CHECK(first < 2.001 * plain);
  }
}

TEST_CASE("rates that suit are finite, positive and the same twice, on every landscape") {
  for (const Landscape& landscape : one_of_each<Landscape>()) {
    Workbench bench;
    CAPTURE(info(landscape).id);
    change_landscape(bench, landscape);
    suit_rates(bench);
    const Experiment once = bench.session.experiment;
    suit_rates(bench);
    CHECK(bench.session.experiment == once);
    for (Racer& racer : bench.session.experiment.racers)
      for (const Param& p : params(racer.optimizer)) {
        if (p.name != "learning_rate") continue;
        CHECK(std::isfinite(p.get()));
        CHECK(p.get() > 0);
      }
  }
}

TEST_CASE("a rate that is a share of a whole step suits every landscape as it is") {
  for (const Landscape& landscape : one_of_each<Landscape>()) {
    Workbench bench;
    change_landscape(bench, landscape);
    bench.session.experiment.racers[0].optimizer = Newton{.learning_rate = 0.3};
    suit_rates(bench);
    CHECK(bench.session.experiment.racers[0].optimizer == Optimizer{Newton{}});
  }
}

TEST_CASE("whatever is done to a long name, the session can be read back") {
  Workbench bench;
  std::string name;
  while (name.size() < longest_name) name += "\u00e9";  // two bytes each
  bench.session.experiment.racers[0].name = name;
  for (int i = 0; i < 12; ++i) duplicate_racer(bench, 0);
  CHECK(parse_session(session_text(bench.session), "memory") == bench.session);
}
