// SPDX-License-Identifier: MIT
// What the map knows on screen: looked up while somebody looks, drawn on the terrain, gone in fog.
#include <algorithm>
#include <cmath>

#include "../harness.hpp"
#include "catch.hpp"
#include "gui/panels/actions.hpp"
#include "gui/panels/map_lines.hpp"
#include "gui/panels/map_marks.hpp"
#include "gui/panels/profile_card.hpp"

using namespace fogline;
using namespace fogline::gui;

namespace {

const Rect area{{0, 0}, {800, 600}};

Workbench on(const char* id) {
  Workbench bench;
  bench.session.experiment.landscape = make_landscape(id);
  bench.session.experiment.budget.amount = 20;
  return bench;
}

// Frames until nothing remains to be looked up.
void look_up(Workbench& bench) {
  int frames = 0;
  do update(bench, 0, 0, false);
  while ((!bench.race_known || !atlas_known(bench)) && ++frames < 100'000);
  REQUIRE(atlas_known(bench));
}

render::Scene scene_of(Workbench& bench, const Pane& pane) {
  static const std::vector<glm::vec3> colors(16, glm::vec3(1));
  return bench.picture.scene(bench.session, bench.race, pane.kind, pane.lens.size,
                             {.racer_colors = colors}, render::Palette{}, {});
}

// The items noted while marks and legend are drawn.
std::vector<std::string> drawn(Workbench& bench) {
  test::Harness harness([&](Ui& ui) {
    const Pane pane = panes(bench, 1, area).front();
    const render::Scene scene = scene_of(bench, pane);
    const scene::Ground& ground = bench.picture.ground(bench.session, bench.race);
    draw_map_marks(ui, *ImGui::GetWindowDrawList(), bench, pane, ground, *scene.grid);
    draw_map_legend(ui, *ImGui::GetWindowDrawList(), bench, area, ground);
  });
  harness.frames(2);
  std::vector<std::string> paths;
  for (const Item& item : harness.ui.registry.items) paths.push_back(item.path);
  return paths;
}

// Paths that are not a racer's.
std::vector<render::Path> lines_of(Workbench& bench) {
  Ui ui;
  const Pane pane = panes(bench, 1, area).front();
  render::Scene scene = scene_of(bench, pane);
  const std::size_t walks = scene.paths.size();
  add_map_lines(ui, bench, pane, bench.picture.ground(bench.session, bench.race), scene);
  return {scene.paths.begin(),
          scene.paths.begin() + static_cast<std::ptrdiff_t>(scene.paths.size() - walks)};
}

}  // namespace

TEST_CASE("one overlay at a time, and looking at the map is no edit") {
  Workbench bench;
  act(bench, Action::gradient_field);
  CHECK(bench.session.view.overlay == Overlay::gradient);
  act(bench, Action::streamlines);
  CHECK(bench.session.view.overlay == Overlay::streamlines);
  act(bench, Action::streamlines);
  CHECK(bench.session.view.overlay == Overlay::none);
  act(bench, Action::critical_points);
  CHECK(bench.session.view.critical_points);
  act(bench, Action::height_profile);
  CHECK(bench.profile.on);
  update(bench, 0, 0, false);
  CHECK(bench.history.past.empty());
}

TEST_CASE("critical points are searched for while they are shown, and anew for another landscape") {
  Workbench bench = on("himmelblau");
  look_up(bench);
  CHECK_FALSE(bench.atlas.critical);
  act(bench, Action::critical_points);
  CHECK_FALSE(atlas_known(bench));
  look_up(bench);
  CHECK(bench.atlas.critical->points().size() == 9);
  bench.session.experiment.landscape = make_landscape("six_hump_camel");
  look_up(bench);
  CHECK(bench.atlas.critical->points().size() == 15);
}

TEST_CASE("every critical point of the map is marked, and the legend counts them") {
  Workbench bench = on("himmelblau");
  act(bench, Action::view_2d);
  act(bench, Action::critical_points);
  look_up(bench);
  const auto items = drawn(bench);
  for (int i = 0; i < 9; ++i)
    CHECK(std::count(items.begin(), items.end(), "critical/" + std::to_string(i)) == 1);
  CHECK(std::count(items.begin(), items.end(), "legend/critical") == 1);
}

TEST_CASE("a map shows what there is in view: less nearby, and more than the domain from afar") {
  Workbench bench = on("mccormick");
  act(bench, Action::view_2d);
  act(bench, Action::critical_points);
  const auto counted = [&](double zoom) {
    bench.session.view.map_zoom = zoom;
    drawn(bench);
    look_up(bench);
    const CriticalPoints* shown = shown_critical(bench, render::ViewKind::map);
    REQUIRE(shown == &*bench.atlas.in_view);
    return shown->points().size();
  };
  look_up(bench);
  const std::size_t in_domain = bench.atlas.critical->points().size();
  CHECK(shown_critical(bench, render::ViewKind::map) == &*bench.atlas.critical);
  CHECK(counted(0.5) > in_domain);
  const Box box = domain(bench.session.experiment.landscape);
  const glm::dvec2 scale = render::world_scale(box);
  const Vec2 off = Vec2{-0.5472, -1.5472} - box.at(0.5, 0.5);
  bench.session.view.map_target = {scale.x * off.x, scale.y * off.y};
  CHECK(counted(8) == 1);
  CHECK(bench.atlas.in_view->points().front().kind == CriticalKind::minimum);
  CHECK(bench.atlas.critical->points().size() == in_domain);  // the surface shows all of it
}

TEST_CASE("in fog nothing of the map is searched for or drawn") {
  Workbench bench = on("himmelblau");
  act(bench, Action::critical_points);
  act(bench, Action::gradient_field);
  look_up(bench);
  CHECK_FALSE(drawn(bench).empty());
  CHECK(lines_of(bench).size() == 1);
  set_profile(bench, true);
  bench.profile.line = {Vec2{-1, 0}, Vec2{1, 0}};
  bench.session.view.fog = true;
  for (const std::string& item : drawn(bench)) {
    CHECK(item.rfind("critical", 0) != 0);
    CHECK(item.rfind("legend", 0) != 0);
  }
  CHECK(lines_of(bench).empty());
  bench.session.experiment.landscape = make_landscape("peaks");
  look_up(bench);
  CHECK_FALSE(bench.atlas.critical->landscape() == bench.session.experiment.landscape);
}

TEST_CASE("arrows of the slope field point downhill on the terrain, on the surface and the map") {
  for (const Action view : {Action::view_3d, Action::view_2d}) {
    Workbench bench = on("bowl");
    act(bench, view);
    act(bench, Action::gradient_field);
    look_up(bench);
    const auto lines = lines_of(bench);
    REQUIRE(lines.size() == 1);
    const render::Path& field = lines.front();
    CHECK(field.width != 1);  // carries no racer's marks
    CHECK(field.points.size() > 600);
    // Shaft and head take turns, three points each.
    REQUIRE(field.points.size() % 6 == 0);
    int rising = 0;
    for (std::size_t k = 0; k < field.points.size(); k += 6)
      rising += std::hypot(field.points[k + 2].x, field.points[k + 2].y) >
                std::hypot(field.points[k + 1].x, field.points[k + 1].y) + 0.05f;
    CHECK(rising == 0);
  }
}

TEST_CASE("a field that has been made is kept until the view of it changes") {
  Workbench bench = on("bowl");
  act(bench, Action::view_2d);
  act(bench, Action::gradient_field);
  look_up(bench);
  const std::uint64_t first = lines_of(bench).front().walk;
  CHECK(lines_of(bench).front().walk == first);
  bench.session.view.map_zoom = 2;
  CHECK(lines_of(bench).front().walk != first);
}

TEST_CASE("a profile's line is drawn anew only where it has moved") {
  Workbench bench = on("bowl");
  set_profile(bench, true);
  bench.profile.line = {Vec2{-1, 0}, Vec2{1, 0}};
  look_up(bench);
  const std::uint64_t first = lines_of(bench).front().walk;
  CHECK(first != 0);
  CHECK(lines_of(bench).front().walk == first);
  bench.profile.line->second.y = 0.1;
  CHECK(lines_of(bench).front().walk != first);
}

TEST_CASE("streamlines stand on the landscape's own ground only") {
  Workbench bench = on("himmelblau");
  act(bench, Action::streamlines);
  look_up(bench);
  const auto lines = lines_of(bench);
  REQUIRE(lines.size() == 1);
  CHECK(lines.front().breaks.size() > 40);
  const scene::Ground& ground = bench.picture.ground(bench.session, bench.race);
  for (std::size_t k = 0; k < lines.front().points.size(); k += 97) {
    const glm::vec3 p = lines.front().points[k];
    CHECK(p.z ==
          Approx(scene::height_at(ground.evaluator(), ground.relief(), {p.x, p.y})).margin(1e-4));
  }
}

TEST_CASE("the profile tells the height along the line and over the pass") {
  Workbench bench = on("himmelblau");
  set_profile(bench, true);
  bench.profile.line = {Vec2{3, 2}, Vec2{-3.7793102533777469, -3.2831859912861694}};
  CHECK(barrier_sentence(bench, 1).find("looking") != std::string::npos);
  look_up(bench);
  CHECK(barrier_sentence(bench, 180.7) == "Along the line 180.7, over the pass 104");
  CHECK(lines_of(bench).size() == 2);  // the line, and the way over the pass
  bench.profile.line = {Vec2{3, 2}, Vec2{2.9, 2.1}};
  look_up(bench);
  CHECK(barrier_sentence(bench, 1).find("one valley") != std::string::npos);
  CHECK(lines_of(bench).size() == 1);
}

TEST_CASE("the card of the profile stands within the terrain and closes") {
  Workbench bench = on("himmelblau");
  set_profile(bench, true);
  bench.profile.line = {Vec2{3, 2}, Vec2{-3, -3}};
  look_up(bench);
  test::Harness harness([&](Ui& ui) { profile_card(ui, bench, area); });
  harness.frames(2);
  REQUIRE(harness.has("profile/plot"));
  REQUIRE(harness.has("profile/sentence"));
  harness.click("profile/close");
  CHECK_FALSE(bench.profile.on);
  CHECK_FALSE(bench.profile.line);
}
