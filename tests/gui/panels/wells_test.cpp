// SPDX-License-Identifier: MIT
// Wells are taken hold of on the terrain and nowhere else.
#include "gui/panels/wells.hpp"

#include "../harness.hpp"
#include "catch.hpp"
#include "gui/panels/fog.hpp"
#include "gui/panels/touch.hpp"

using namespace fogline;
using namespace fogline::gui;

namespace {

Workbench with_wells(Layout layout) {
  Workbench bench;
  change_landscape(bench, make_landscape("gaussian_wells"));
  bench.session.view.layout = layout;
  update(bench, 0, 0, false);
  bench.history = {};
  return bench;
}

// A window in which the terrain can be touched.
struct Stage {
  Workbench bench;
  test::Harness harness;

  explicit Stage(Layout layout)
      : bench(with_wells(layout)), harness([this](Ui& ui) { run(ui); }, 1) {}

  void run(Ui& ui) {
    const std::vector<Pane> all = panes(bench, 1, {{100, 0}, {900, 640}});
    touch_terrain(ui, bench, all);
    update(bench, 0, 0, bench.touch.gesture != Gesture::none);
    for (const Pane& pane : all)
      draw_wells(ui, *ImGui::GetBackgroundDrawList(), bench, pane,
                 bench.picture.ground(bench.session, bench.race));
  }
  void drag(const std::string& path, ImVec2 by) {
    const ImVec2 from = harness.place(path);
    harness.press_at(path);
    for (int i = 1; i <= 8; ++i)
      harness.move(
          {from.x + by.x * static_cast<float>(i) / 8, from.y + by.y * static_cast<float>(i) / 8});
  }
};

}  // namespace

TEST_CASE("only gaussian_wells has handles, and fog hides them") {
  Workbench bench;
  CHECK(wells(bench) == 0);
  change_landscape(bench, make_landscape("gaussian_wells"));
  CHECK(wells(bench) == 4);
  set_fog(bench, true);
  CHECK(wells(bench) == 0);
}

TEST_CASE("dragging a well moves it under the pointer, live, as one undo step") {
  for (const Layout layout : {Layout::surface, Layout::map}) {
    Stage stage(layout);
    const Landscape before = stage.bench.session.experiment.landscape;
    const Vec2 from = well_center(stage.bench, 0);
    stage.drag("well/1", {40, 10});
    CHECK_FALSE(stage.bench.session.experiment.landscape == before);
    stage.harness.button(0, false);
    stage.harness.frames(2);
    const Vec2 to = well_center(stage.bench, 0);
    CHECK(norm(to - from) > 0.1);
    CHECK(well_depth(stage.bench, 0) == std::get<GaussianWells>(before).wells.at[0].depth);
    CHECK(stage.bench.history.past.size() == 1);
    undo(stage.bench);
    CHECK(stage.bench.session.experiment.landscape == before);
  }
}

TEST_CASE("Esc puts a well back") {
  Stage stage(Layout::map);
  const Experiment before = stage.bench.session.experiment;
  stage.drag("well/2", {30, -20});
  CHECK_FALSE(stage.bench.session.experiment == before);
  stage.harness.press(ImGuiKey_Escape);
  stage.harness.button(0, false);
  CHECK(stage.bench.session.experiment == before);
  CHECK(stage.bench.history.past.empty());
}

TEST_CASE("its arrow pulled down, or Shift and a drag, makes a well deeper, within its range") {
  Stage stage(Layout::surface);
  const double depth = well_depth(stage.bench, 0);
  const Vec2 center = well_center(stage.bench, 0);
  stage.drag("well/1/depth", {0, 25});
  stage.harness.button(0, false);
  CHECK(well_depth(stage.bench, 0) == Approx(depth + 1).epsilon(0.1));
  stage.harness.shift(true);
  stage.drag("well/1", {0, 25});
  stage.harness.button(0, false);
  stage.harness.shift(false);
  CHECK(well_depth(stage.bench, 0) == Approx(depth + 2).epsilon(0.1));
  CHECK(well_center(stage.bench, 0) == center);
  deepen_well(stage.bench, 0, 99);
  CHECK(well_depth(stage.bench, 0) == 10);
}
