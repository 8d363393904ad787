// SPDX-License-Identifier: MIT
// The presenter's view: sizes by the window's height, panels at its edges.
#include "gui/panels/presenter.hpp"

#include "../harness.hpp"
#include "catch.hpp"
#include "gui/panels/actions.hpp"

using namespace fogline;
using namespace fogline::gui;

TEST_CASE("the text's em is a 32nd of the window's height") {
  for (const float height : {600.f, 720.f, 900.f, 1080.f}) {
    CAPTURE(height);
    const float em = presenter_scale(height) * 18 / 1.21f;
    CHECK(em == Approx(height / 32).epsilon(0.02));
  }
  CHECK(presenter_scale(0) == 0.5f);
  CHECK(presenter_scale(1e6f) == 4);
}

TEST_CASE("paths are a 240th and balls a 60th of the height while presenting") {
  Workbench bench;
  test::Harness harness([](Ui&) {});
  const float height = ImGui::GetIO().DisplaySize.y;
  CHECK(path_width(harness.ui, bench) == 2.5f);
  CHECK(ball_radius(harness.ui, bench) == px(harness.ui, 8));
  act(bench, Action::presenter);
  CHECK(path_width(harness.ui, bench) * harness.ui.scale == Approx(height / 240));
  CHECK(ball_radius(harness.ui, bench) == Approx(height / 60));
}

TEST_CASE("the terrain has the window; panels slide in where the pointer is at an edge") {
  Workbench bench;
  act(bench, Action::presenter);
  Regions regions;
  const ImVec2 window{1280, 720};
  test::Harness harness([&](Ui& ui) {
    watch_edges(ui, bench, window);
    slide_edges(bench, 0.05);
    regions = presenter_regions(ui, bench, window);
  });
  harness.move({640, 360});
  CHECK(regions.terrain.width() == 1280);
  CHECK(regions.terrain.height() == 720);
  for (const Rect& r : {regions.menu, regions.left, regions.right, regions.transport})
    CHECK(r.width() * r.height() == 0);
  harness.move({1, 300});
  CHECK(edges_move(bench));
  CHECK(regions.left.max.x < layout::left);
  harness.frames(5);
  CHECK_FALSE(edges_move(bench));
  CHECK(regions.left.min.x == 0);
  CHECK(regions.left.width() == layout::left);
  harness.move({200, 300});  // on the panel: it stays
  harness.frames(5);
  CHECK(regions.left.width() == layout::left);
  harness.move({900, 300});
  harness.frames(5);
  CHECK(regions.left.width() == 0);
  CHECK(regions.right.width() == 0);
}

TEST_CASE("with reduced motion panels are there at once") {
  Workbench bench;
  act(bench, Action::presenter);
  act(bench, Action::calm_motion);
  bench.classroom.wanted.right = 1;
  slide_edges(bench, 0.001);
  CHECK(bench.classroom.edges.right == 1);
}
