// SPDX-License-Identifier: MIT
// Paths over the terrain: every iterate is drawn, on the exact surface, broken where a life ends.
#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <utility>

#include "catch.hpp"
#include "scene/picture.hpp"

using namespace fogline;
using namespace fogline::scene;

namespace {

constexpr std::array<glm::vec3, 2> colors{glm::vec3{1, 0, 0}, glm::vec3{0, 0, 1}};

struct Drawn {
  Session session;
  Race race;
  Picture picture;
  std::optional<std::pair<HeightScale, Relief>> relief;  // made once: a survey of the landscape

  explicit Drawn(const Landscape& l) { session.experiment.landscape = l; }
  void add(const Optimizer& o, Vec2 start, const Axes& axes = {}) {
    Experiment& e = session.experiment;
    e.racers.push_back(new_racer(e, o, start));
    e.racers.back().axes = axes;
  }
  render::Scene scene(double playhead, float future = 0,
                      render::ViewKind kind = render::ViewKind::surface) {
    race.follow(session.experiment);
    race.advance();
    return picture.scene(session, race, kind, {640, 360}, {.racer_colors = colors}, {},
                         {playhead, future});
  }
  glm::vec3 on_surface(Vec2 x) {
    const Landscape& l = session.experiment.landscape;
    if (!relief || relief->first != session.view.height)
      relief = {session.view.height, make_relief(l, session.view.height)};
    const Relief& r = relief->second;
    // Far off the map a path may be cut off where no picture reaches.
    return {x.x, x.y, std::clamp(height_at(evaluator(l), r, x), -40.0, 40.0)};
  }
};

std::size_t place_of(const render::Path& path, const glm::vec3& point, std::size_t from) {
  return static_cast<std::size_t>(
      std::find(path.points.begin() + static_cast<std::ptrdiff_t>(from), path.points.end(), point) -
      path.points.begin());
}

}  // namespace

TEST_CASE("each iterate up to the playhead is a point of the path, in order, on the surface") {
  for (const Landscape& l : all_landscapes()) {
    INFO(info(l).id);
    Drawn d(l);
    d.add(Adam{.learning_rate = 0.3}, domain(l).at(0.4, 0.6));
    const render::Scene scene = d.scene(300);
    REQUIRE(scene.paths.size() == 1);
    const render::Path& path = scene.paths[0];
    std::size_t next = 0;
    const std::uint32_t last = std::min(300u, d.race[0].last());
    for (std::uint32_t k = 0; k <= last; ++k) {
      next = 1 + place_of(path, d.on_surface(d.race[0].at(k).x), next);
      REQUIRE(next <= path.points.size());
    }
    CHECK(next == path.points.size());
    CHECK(path.breaks.empty());
    CHECK(path.opacity == 1);
    CHECK(path.color == colors[0]);
  }
}

TEST_CASE("a long step follows the terrain between its ends") {
  Drawn d(Rastrigin{});
  d.add(GradientDescent{.learning_rate = 0.1}, {0.4, 4});
  const render::Path path = d.scene(1).paths.at(0);
  REQUIRE(path.points.size() > 10);
  for (const glm::vec3& p : path.points)
    CHECK(p.z == Approx(d.on_surface({p.x, p.y}).z).margin(1e-5));
}

TEST_CASE("the path breaks where a restart begins a new life, and nowhere else") {
  Drawn d(Bowl{});
  d.add(GradientDescent{.learning_rate = 0.5}, {1, 1}, {.restarts = Restarts{.patience = 20}});
  const render::Path path = d.scene(200).paths.at(0);
  std::vector<glm::vec3> begun, expected;
  for (const std::size_t k : path.breaks) begun.push_back(path.points.at(k));
  for (std::uint32_t k = 0; k <= 200; ++k)
    if (has(d.race[0].at(k).event, Event::restart))
      expected.push_back(d.on_surface(d.race[0].at(k).x));
  CHECK(expected.size() > 5);
  CHECK(begun == expected);
  CHECK(std::is_sorted(path.breaks.begin(), path.breaks.end()));
}

TEST_CASE("what lies beyond the playhead is drawn faintly from where the racer stands") {
  Drawn d(Himmelblau{});
  d.add(Adam{}, {-1, 1});
  d.add(Momentum{.learning_rate = 1e-3}, {-1, 1});
  CHECK(d.scene(100, 0).paths.size() == 2);
  const render::Scene scene = d.scene(100, 0.25f);
  REQUIRE(scene.paths.size() == 4);
  for (std::size_t i = 0; i < 2; ++i) {
    const render::Path &future = scene.paths[2 * i], &past = scene.paths[2 * i + 1];
    CHECK(future.opacity == 0.25f);
    CHECK(past.opacity == 1);
    CHECK(future.color == colors[i]);
    CHECK(future.points.front() == past.points.back());
    CHECK(future.points.back() == d.on_surface(d.race[i].at(1000).x));
    CHECK(past.points.back() == d.on_surface(d.race[i].at(100).x));
  }
}

TEST_CASE("hidden racers are not drawn") {
  Drawn d(Himmelblau{});
  d.add(Adam{}, {-1, 1});
  d.add(Momentum{}, {-1, 1});
  d.session.experiment.racers[0].visible = false;
  const render::Scene scene = d.scene(100, 0.25f);
  REQUIRE(scene.paths.size() == 2);
  for (const render::Path& path : scene.paths) CHECK(path.color == colors[1]);
}

TEST_CASE("a walker far off the map gives a path of finite heights") {
  Drawn d(Saddle{});
  d.add(Momentum{}, {0.5, 0.5});
  const render::Scene scene = d.scene(1000);
  REQUIRE(d.race[0].last() == 1000);
  CHECK(scene.paths.at(0).points.size() > 1000);
  for (const glm::vec3& p : scene.paths.at(0).points) CHECK(std::isfinite(p.z));
}

TEST_CASE("the terrain is sampled anew only when it, its scale or its colours change") {
  Drawn d(Himmelblau{});
  d.add(Adam{}, {-1, 1});
  const auto grid = d.scene(100).grid;
  CHECK(d.scene(200, 0.3f).grid == grid);
  d.session.view.azimuth += 30;
  d.session.view.zoom = 2;
  CHECK(d.scene(200).grid == grid);
  d.session.view.color = ColorScale::rank;
  CHECK(d.scene(200).grid != grid);
  d.session.view.color = ColorScale::height;
  d.session.view.height = HeightScale::log;
  CHECK(d.scene(200).grid->height != grid->height);
  d.session.experiment.landscape = Ackley{};
  CHECK(d.scene(200).grid->box == domain(Landscape(Ackley{})));
}

TEST_CASE("a map samples what it shows, in both views paths lie at the same places") {
  Drawn d(Himmelblau{});
  d.add(Adam{}, {-1, 1});
  const render::Scene surface = d.scene(100);
  const render::Scene map = d.scene(100, 0, render::ViewKind::map);
  CHECK(map.grid->box ==
        render::visible_box(lens_of(d.session, render::ViewKind::map, {640, 360})));
  CHECK(map.paths.at(0).points == surface.paths.at(0).points);
  CHECK(d.scene(100).grid == surface.grid);
}

TEST_CASE("paths stand on the terrain that is drawn, whatever ground was asked for between") {
  Drawn d(Himmelblau{});
  d.add(Adam{}, {-1, 1});
  const auto points = d.scene(100).paths.at(0).points;
  Session other = d.session;
  other.experiment.landscape = Ackley{};
  other.view.height = HeightScale::log;
  d.picture.ground(other, d.race);
  CHECK(d.scene(100).paths.at(0).points == points);
}

TEST_CASE("the camera is kept in the session's view and read from it again") {
  View view;
  const render::Camera surface{
      .azimuth = 12, .elevation = 40, .zoom = 3, .target = {0.1, 0.2, 0.3}};
  const render::Camera map{.kind = render::ViewKind::map, .zoom = 5, .target = {0.3, -0.2, 0}};
  set_camera(view, surface);
  set_camera(view, map);
  CHECK(camera_of(view, render::ViewKind::surface) == surface);
  const render::Camera read = camera_of(view, render::ViewKind::map);
  CHECK(read.zoom == map.zoom);
  CHECK(read.target == map.target);
}

TEST_CASE("the copies of an ensemble are drawn thin, below the path of the best of them") {
  Drawn d(Rastrigin{});
  d.add(GradientDescent{.learning_rate = 1e-3}, {2.2, 0.9});
  d.session.experiment.racers[0].ensemble = Ensemble{.copies = 5, .differ_in = Ensemble::starts};
  const render::Scene scene = d.scene(200);
  REQUIRE(scene.paths.size() == 5);
  const std::size_t best = d.race.best_copy(0, 200);
  for (std::size_t i = 0; i < 5; ++i) {
    const render::Path& path = scene.paths[i];
    CHECK((path.width == 1) == (i == 4));
    CHECK((path.opacity == 1) == (i == 4));
    CHECK(path.color == colors[0]);
  }
  CHECK(scene.paths.back().points.front() == d.on_surface(d.race.copies(0)[best].at(0).x));
}
