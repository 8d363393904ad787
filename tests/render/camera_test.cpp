// SPDX-License-Identifier: MIT
// The projection: what the picture, the markers and the mouse must agree upon.
#include "render/camera.hpp"

#include <cmath>
#include <glm/geometric.hpp>
#include <limits>

#include "catch.hpp"

using namespace fogline;
using namespace fogline::render;

namespace {

const Box wide{{-5, 0}, {15, 5}};
constexpr Size size{830, 720};

Camera camera_of(ViewKind kind) { return Camera{.kind = kind, .azimuth = -30, .zoom = 1.7}; }

// Distance of a domain point from a ray, at the ray's best place, along every axis.
glm::dvec3 miss(const Ray& ray, glm::dvec3 point) {
  const double t = (point.z - ray.origin.z) / ray.direction.z;
  return ray.origin + t * ray.direction - point;
}

}  // namespace

TEST_CASE("a ray through the pixel of a point meets the point") {
  for (const ViewKind kind : {ViewKind::surface, ViewKind::map}) {
    const Lens lens = make_lens(camera_of(kind), wide, size);
    for (const glm::dvec3 p : {glm::dvec3{-5, 0, 0}, {15, 5, 1}, {3, 2, 0.4}, {30, -9, 0.7}}) {
      const Projected at = lens.project(p.x, p.y, p.z);
      REQUIRE(at.in_front);
      CHECK(glm::length(miss(lens.ray(at.pixel), p)) < 1e-9);
    }
  }
}

TEST_CASE("by default the whole domain is in view, with the margin on the tighter side") {
  for (const ViewKind kind : {ViewKind::surface, ViewKind::map})
    for (const Size view : {Size{830, 720}, Size{300, 900}, Size{1200, 200}}) {
      const Lens lens = make_lens({.kind = kind}, wide, view);
      glm::dvec2 low{1e9}, high{-1e9};
      for (const double x : {-5.0, 15.0})
        for (const double y : {0.0, 5.0})
          for (const double h : {-skirt / relief, 1.0}) {
            low = glm::min(low, lens.project(x, y, h).pixel);
            high = glm::max(high, lens.project(x, y, h).pixel);
          }
      const glm::dvec2 side{view.width, view.height};
      const glm::dvec2 margin = glm::min(low, side - high) / side;
      CHECK(std::min(margin.x, margin.y) == Approx(fit_margin));
    }
}

TEST_CASE("the world keeps the domain's aspect up to two to one") {
  CHECK(world_scale({{0, 0}, {2, 1}}) == glm::dvec2(0.5, 0.5));
  CHECK(world_scale({{0, 0}, {8, 1}}) == glm::dvec2(0.125, 0.5));
  CHECK(world_scale({{0, 0}, {1, 8}}) == glm::dvec2(0.5, 0.125));
}

TEST_CASE("a map shows x to the right and y upwards at equal scale") {
  const Lens lens = make_lens({.kind = ViewKind::map}, {{-1, -1}, {1, 1}}, size);
  const glm::dvec2 zero = lens.project(0, 0, 0).pixel;
  CHECK(zero == glm::dvec2(415, 360));
  const glm::dvec2 x = lens.project(1, 0, 0.9).pixel - zero, y = lens.project(0, 1, 0).pixel - zero;
  CHECK(x.x == Approx(-y.y));
  CHECK(x.y == Approx(0).margin(1e-9));
  const Box seen = visible_box(lens);
  CHECK(lens.project(seen.low.x, seen.low.y, 0).pixel.y == Approx(720));
}

TEST_CASE("nearer points have smaller depths, points behind the eye are not in front") {
  const Lens lens = make_lens({.azimuth = -90, .elevation = 10}, {{-1, -1}, {1, 1}}, size);
  CHECK(lens.project(0, -1, 0).depth < lens.project(0, 1, 0).depth);
  CHECK_FALSE(lens.project(0, -20, 0).in_front);
}

TEST_CASE("cameras out of limits, not finite, or for degenerate domains still give finite lenses") {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  const Camera bad{.azimuth = nan, .elevation = 1e9, .zoom = -1, .target = glm::dvec3{nan}};
  for (const Box& domain : {wide, Box{{1, 1}, {1, 1}}, Box{{0, 0}, {nan, 1}}})
    for (const Size view : {size, Size{0, 0}, Size{1, 100000}})
      CHECK(std::isfinite(make_lens(bad, domain, view).pixels_per_unit));
  CHECK(limited(bad, wide).elevation == highest_elevation);
  CHECK(limited(bad, wide).azimuth == Camera{}.azimuth);
}
