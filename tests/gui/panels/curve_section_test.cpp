// SPDX-License-Identifier: MIT
// The curve section: what it offers, what it draws, how it is linked with the terrain.
#include "../harness.hpp"
#include "catch.hpp"
#include "gui/harness.hpp"
#include "gui/panels/actions.hpp"
#include "gui/panels/curve_view.hpp"
#include "gui/panels/panels.hpp"

using namespace fogline;
using namespace fogline::gui;

namespace {

struct Stand {
  Workbench bench;
  test::Harness harness{[this](Ui& ui) { curve_section(ui, bench, 200); }};

  Stand() {
    while (!bench.race_known) update(bench, 0, 0, false);
    bench.session.view.playhead = 400;
    harness.frames(2);
  }
  void choose(const char* quantity) {
    harness.click("curve/quantity");
    harness.frame();
    harness.click("curve/quantity/list/" + std::string(quantity));
    harness.frames(2);
  }
};

}  // namespace

TEST_CASE("every quantity can be chosen, and only the one shown is computed") {
  Stand stand;
  REQUIRE(stand.bench.curve.made);
  CHECK(stand.bench.curve.made->quantity == CurveOf::gap);
  for (const char* quantity :
       {"gradient_norm", "step_length", "effective_rate", "distance", "temperature"}) {
    INFO(quantity);
    stand.choose(quantity);
    CHECK(info(stand.bench.curve.made->quantity).id == quantity);
  }
}

TEST_CASE("the loss on a linear scale is the loss, on a log scale the gap") {
  Stand stand;
  stand.harness.click("curve/scale/linear");
  stand.harness.frames(2);
  CHECK(stand.bench.curve.made->quantity == CurveOf::loss);
  stand.harness.click("curve/scale/symlog");
  stand.harness.frames(2);
  CHECK(stand.bench.curve.made->quantity == CurveOf::loss);
  stand.harness.click("curve/scale/gap");
  stand.harness.frames(2);
  CHECK(stand.bench.curve.made->quantity == CurveOf::gap);
}

TEST_CASE("in fog neither the gap nor the distance is offered") {
  Stand stand;
  stand.choose("distance");
  stand.bench.session.view.fog = true;
  stand.harness.frames(2);
  CHECK(stand.bench.curve.made->quantity == CurveOf::loss);
  stand.harness.click("curve/quantity");
  stand.harness.frames(2);
  CHECK_FALSE(stand.harness.has("curve/quantity/list/distance"));
  CHECK(stand.harness.has("curve/quantity/list/gradient_norm"));
}

TEST_CASE("curves can be drawn over cost, whatever the budget is counted in") {
  Stand stand;
  stand.harness.click("curve/more");
  stand.harness.frames(2);
  stand.harness.click("curve/menu/over/cost");
  stand.harness.frames(2);
  const Curve& c = stand.bench.curve.made->of[0];
  CHECK(c.along[5] == stand.bench.race[0].cost(5, stand.bench.session.experiment.prices));
}

TEST_CASE("a drag moves a zoomed curve, and the key of the view shows the whole again") {
  Stand stand;
  stand.bench.curve.zoom = zoomed({}, 0.5, 0.5, 0.25);
  const PlotZoom before = stand.bench.curve.zoom;
  stand.harness.drag("curve/plot", 60);
  CHECK(stand.bench.curve.zoom.x_low < before.x_low);
  CHECK(stand.bench.curve.zoom.x_high - stand.bench.curve.zoom.x_low ==
        Approx(before.x_high - before.x_low));
  act(stand.bench, Action::reset_view);
  CHECK(stand.bench.curve.zoom == PlotZoom{});
}

TEST_CASE("what the pointer reads off the curve is a ghost on the terrain") {
  Stand stand;
  const ImVec2 middle = stand.harness.place("curve/plot");
  stand.harness.move(middle);
  stand.harness.frame();
  REQUIRE(stand.bench.ghost);
  CHECK(stand.bench.ghost->step > 0);
  CHECK(stand.bench.ghost->step <= 400);
}

TEST_CASE("saving asks for a file of the kind that is saved") {
  Stand stand;
  ask_for_file(stand.bench, Wish::Kind::curve_table);
  CHECK(stand.bench.files.open);
  CHECK(stand.bench.files.extension == ".csv");
  ask_for_file(stand.bench, Wish::Kind::curve_picture);
  CHECK(stand.bench.files.extension == ".png");
}

TEST_CASE("zooming keeps the point under the pointer, and never leaves the axes") {
  const PlotZoom in = zoomed({}, 0.25, 0.75, 0.5);
  CHECK(in.x_low + 0.25 * (in.x_high - in.x_low) == Approx(0.25));
  CHECK(in.y_low + 0.75 * (in.y_high - in.y_low) == Approx(0.75));
  CHECK(zoomed(in, 0.25, 0.75, 1000) == PlotZoom{});
  PlotZoom far = in;
  for (int i = 0; i < 20; ++i) far = panned(far, 1, -1);
  CHECK(far.x_high == Approx(1));
  CHECK(far.y_low == Approx(0));
  PlotZoom deep;
  for (int i = 0; i < 400; ++i) deep = zoomed(deep, 0.3, 0.3, 0.5);
  CHECK(deep.x_low < deep.x_high);
}

TEST_CASE("where there is no room for both, curves and inspector take turns") {
  Workbench bench;
  while (!bench.race_known) update(bench, 0, 0, false);
  bench.inspection.open = true;
  test::Harness harness(
      [&](Ui& ui) { curve_section(ui, bench, bench.inspection.open ? 0.f : 200.f); });
  harness.frames(2);
  CHECK_FALSE(harness.has("curve/plot"));
  harness.click("curve/open");
  harness.frames(2);
  CHECK(harness.has("curve/plot"));
  CHECK_FALSE(bench.inspection.open);
  harness.click("curve/open");
  harness.frames(2);
  CHECK_FALSE(harness.has("curve/plot"));
}
