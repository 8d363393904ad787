// SPDX-License-Identifier: MIT
// Landscapes of one dimension are curves.
#include "catch.hpp"
#include "fogline/landscapes/dimension.hpp"
#include "gui/panels/map_marks.hpp"
#include "gui/panels/pane.hpp"
#include "gui/panels/profile_card.hpp"

using namespace fogline;
using namespace fogline::gui;

TEST_CASE("a curve has tops and no saddles, and a formula of x alone") {
  for (const Landscape& landscape : all_landscapes()) {
    if (dimension(landscape) != 1) continue;
    INFO(info(landscape).id);
    CHECK(formula_drawn(landscape).find('y') == std::string_view::npos);
    CHECK(formula_drawn(landscape).find('x') != std::string_view::npos);
    CHECK(kind_told(landscape, CriticalKind::saddle) == CriticalKind::maximum);
  }
  const Landscape bowl = make_landscape("bowl");
  CHECK(formula_drawn(bowl) == info(bowl).formula);
  CHECK(kind_told(bowl, CriticalKind::saddle) == CriticalKind::saddle);
}

TEST_CASE("a curve is its own profile") {
  Workbench bench;
  change_landscape(bench, make_landscape("parabola_1d"));
  set_profile(bench, true);
  CHECK_FALSE(bench.profile.on);
  CHECK(bench.notices.shown.size() == 1);
}

TEST_CASE("a landscape of one dimension is a curve whatever the view, with starts at y = 0") {
  Workbench bench;
  change_landscape(bench, make_landscape("double_well_1d"));
  for (const Racer& racer : bench.session.experiment.racers) CHECK(racer.start.y == 0);
  const Rect area{{100, 40}, {900, 640}};
  for (const Layout layout : {Layout::surface, Layout::map, Layout::split, Layout::panes}) {
    bench.session.view.layout = layout;
    const std::vector<Pane> all = panes(bench, 1, area);
    REQUIRE(all.size() == 1);
    CHECK(all.front().curve);
  }
  const Pane pane = panes(bench, 1, area).front();
  const Landscape& landscape = bench.session.experiment.landscape;
  const Evaluator f = evaluator(landscape);
  const scene::Relief relief = scene::make_relief(landscape, HeightScale::linear);
  ImVec2 left, top, right;
  REQUIRE(on_screen(pane, f, relief, {-1, 0}, left));
  REQUIRE(on_screen(pane, f, relief, {0.1, 0}, top));
  REQUIRE(on_screen(pane, f, relief, {1, 0}, right));
  CHECK(left.x < top.x);
  CHECK(top.x < right.x);
  CHECK(top.y < left.y);    // the barrier stands above the wells
  CHECK(right.y < left.y);  // and the trap above the deeper one
  CHECK(pane.lens.ray(pane.pixel(left)).origin.x == Approx(-1));
}
