// SPDX-License-Identifier: MIT
// Rays against the exact function: a known point of the terrain, found again under its pixel.
#include "scene/picking.hpp"

#include <algorithm>
#include <cmath>

#include "catch.hpp"
#include "scene/cover.hpp"
#include "scene/picture.hpp"

using namespace fogline;
using namespace fogline::scene;

namespace {

struct Setting {
  Session session;
  render::Lens lens;
  Relief relief;
  Evaluator f;

  Setting(const Landscape& l, render::ViewKind kind, double azimuth, double elevation,
          HeightScale scale) {
    session.experiment.landscape = l;
    session.view.azimuth = azimuth;
    session.view.elevation = elevation;
    session.view.height = scale;
    lens = lens_of(session, kind, {1280, 720});
    relief = make_relief(l, scale);
    f = evaluator(session.experiment.landscape);
  }
  Setting(const Setting&) = delete;

  Box box() const { return domain(session.experiment.landscape); }
  render::Projected project(Vec2 x) const {
    return lens.project(x.x, x.y, height_at(f, relief, x));
  }
  // Whether the eye sees the terrain's upper side at x: its ray goes down through it there.
  bool faces(Vec2 x) const {
    const render::Ray ray = lens.ray(project(x).pixel);
    const Gradient here = f.gradient(x);
    const double slope = relief.slope(here.value);
    return ray.direction.z < slope * dot(here.gradient, {ray.direction.x, ray.direction.y});
  }
};

// Calls f for settings of every landscape, a few cameras and both scales.
template <class F>
void for_each_surface(F&& f) {
  for (const Landscape& l : all_landscapes())
    for (const HeightScale scale : {HeightScale::linear, HeightScale::log})
      for (const auto& [azimuth, elevation] :
           {std::pair{-58.0, 34.0}, std::pair{20.0, 65.0}, std::pair{130.0, 12.0}}) {
        const Setting s(l, render::ViewKind::surface, azimuth, elevation, scale);
        INFO(info(l).id << ", azimuth " << azimuth << ", elevation " << elevation << ", scale "
                        << static_cast<int>(scale));
        f(s);
      }
}

// Ripples so short, and ridges so thin, that a march along a ray may step over a crest. What is
// picked then lies under the pixel all the same, but may be a ripple further on.
struct Crests {
  std::string_view id;
  double (*width)(Vec2);
};
constexpr Crests fine_crests[] = {{"schaffer2", [](Vec2 x) { return 0.5 * pi / norm(x); }},
                                  {"schaffer4", [](Vec2 x) { return 0.5 * pi / norm(x); }},
                                  {"griewank", [](Vec2) { return 2 * pi; }},
                                  {"salomon", [](Vec2) { return 1.0; }},
                                  {"cross_in_tray", [](Vec2) { return 0.0; }}};

bool has_fine_crests(const Setting& s, Vec2 x) {
  return std::any_of(std::begin(fine_crests), std::end(fine_crests), [&](const Crests& c) {
    return c.id == info(s.session.experiment.landscape).id &&
           c.width(x) < 0.004 * s.box().diagonal();
  });
}

std::vector<Vec2> points_of(const Box& box) {
  std::vector<Vec2> points;
  const Stream random{.seed = 6};
  for (std::uint32_t i = 0; i < 60; ++i) {
    const Vec2 u = random.uniform_pair(Purpose::start, i);
    points.push_back(box.at(0.01 + 0.98 * u.x, 0.01 + 0.98 * u.y));
  }
  return points;
}

}  // namespace

TEST_CASE("a point that faces the eye is picked under its pixel, unless terrain is before it") {
  int found = 0, tried = 0;
  for_each_surface([&](const Setting& s) {
    const double diagonal = s.box().diagonal();
    for (const Vec2 x : points_of(s.box())) {
      if (!s.faces(x)) continue;
      const render::Projected p = s.project(x);
      const auto hit = pick(s.lens, s.f, s.relief, p.pixel);
      ++tried;
      REQUIRE(hit);
      if (norm(*hit - x) <= 1e-6 * diagonal) {
        ++found;
        continue;
      }
      // Another point: nearer, and under the very same pixel.
      const render::Projected q = s.project(*hit);
      CHECK((q.depth < p.depth || has_fine_crests(s, x)));
      CHECK(std::hypot(q.pixel.x - p.pixel.x, q.pixel.y - p.pixel.y) < 1e-3);
    }
  });
  CHECK(found > 0.7 * tried);
}

TEST_CASE("seen from above every point of the surface is picked to a millionth of the domain") {
  for (const Landscape& l : all_landscapes()) {
    INFO(info(l).id);
    const Setting s(l, render::ViewKind::surface, -58, 89, HeightScale::log);
    for (const Vec2 x : points_of(s.box())) {
      const render::Projected p = s.project(x);
      const auto hit = pick(s.lens, s.f, s.relief, p.pixel);
      REQUIRE(hit);
      const double gap = norm(*hit - x) / s.box().diagonal();
      const bool is_nearer = s.project(*hit).depth < p.depth;  // a wall leans into the way
      CHECK((gap <= 1e-6 || (has_fine_crests(s, x) && (gap <= 1e-3 || is_nearer))));
    }
  }
}

TEST_CASE("on a map every pixel is its own point, outside the domain too") {
  for (const Landscape& l : all_landscapes()) {
    const Setting s(l, render::ViewKind::map, 0, 0, HeightScale::linear);
    INFO(info(l).id);
    for (const Vec2 x : {s.box().at(0.1, 0.9), s.box().at(0, 0), s.box().at(-0.3, 1.2)}) {
      const auto hit = pick(s.lens, s.f, s.relief, s.project(x).pixel);
      REQUIRE(hit);
      CHECK(norm(*hit - x) <= 1e-9 * s.box().diagonal());
      CHECK_FALSE(is_hidden(s.lens, s.f, s.relief, x));
    }
  }
}

TEST_CASE("a ray past the terrain picks nothing") {
  const Setting s(Bowl{}, render::ViewKind::surface, -58, 34, HeightScale::linear);
  for (const glm::dvec2 pixel : {glm::dvec2{1, 1}, {1279, 1}, {640, 1}, {1, 719}, {-500, 300}})
    CHECK_FALSE(pick(s.lens, s.f, s.relief, pixel));
}

TEST_CASE("what is hidden is what something nearer is picked for") {
  int hidden = 0;
  for_each_surface([&](const Setting& s) {
    for (const Vec2 x : points_of(s.box())) {
      if (!s.faces(x) || has_fine_crests(s, x)) continue;
      const render::Projected p = s.project(x);
      const auto hit = pick(s.lens, s.f, s.relief, p.pixel);
      REQUIRE(hit);
      const double gap = norm(*hit - x) / s.box().diagonal();
      if (is_hidden(s.lens, s.f, s.relief, x)) {
        ++hidden;
        CHECK(gap > 0.009);
        CHECK(s.project(*hit).depth < p.depth);
      } else {
        CHECK(gap < 0.011);  // the point's own slope is not in its way
      }
    }
  });
  CHECK(hidden > 50);
}

TEST_CASE("a hollow between ridges is hidden from low down and seen from above") {
  const Setting low(Rastrigin{}, render::ViewKind::surface, -90, 5, HeightScale::linear),
      high(Rastrigin{}, render::ViewKind::surface, -90, 80, HeightScale::linear);
  CHECK(is_hidden(low.lens, low.f, low.relief, {0, 0}));
  CHECK_FALSE(is_hidden(high.lens, high.f, high.relief, {0, 0}));
}

TEST_CASE("the terrain's samples tell what is covered as the exact function does") {
  int points = 0, differing = 0, covered = 0;
  for (const char* id : {"himmelblau", "rastrigin", "peaks", "bowl", "goldstein_price"})
    for (const double elevation : {12.0, 34.0, 65.0}) {
      const Setting s(make_landscape(id), render::ViewKind::surface, -58, elevation,
                      HeightScale::linear);
      const auto grid = sample_grid(s.session.experiment.landscape, s.relief, ColorScale::height,
                                    s.box(), 256, 256);
      for (const Vec2 x : points_of(s.box())) {
        if (!s.faces(x)) continue;
        const bool hidden = is_hidden(s.lens, s.f, s.relief, x);
        ++points;
        covered += hidden;
        differing += is_covered(s.lens, *grid, x, height_at(s.f, s.relief, x)) != hidden;
      }
    }
  CHECK(covered > 20);
  CHECK(differing < 0.05 * points);
}

TEST_CASE("a bowl seen from outside is seen through, and picked so") {
  // The terrain is drawn from above only; its near wall shows its underside here.
  const Setting s(Bowl{}, render::ViewKind::surface, -90, 5, HeightScale::linear);
  CHECK_FALSE(is_hidden(s.lens, s.f, s.relief, {0, 1}));
  const auto hit = pick(s.lens, s.f, s.relief, s.project({0, 1}).pixel);
  REQUIRE(hit);
  CHECK(norm(*hit - Vec2{0, 1}) < 1e-6);
}
