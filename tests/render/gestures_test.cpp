// SPDX-License-Identifier: MIT
// Dragging and zooming: what is under the pointer stays under it.
#include "render/gestures.hpp"

#include <glm/geometric.hpp>

#include "catch.hpp"

using namespace fogline;
using namespace fogline::render;

namespace {

const Box domain{{-2, -1}, {2, 3}};
constexpr Size size{640, 480};

glm::dvec2 pixel_of(const Camera& camera, glm::dvec3 p) {
  return make_lens(camera, domain, size).project(p.x, p.y, p.z).pixel;
}

}  // namespace

TEST_CASE("zooming keeps the anchor under the pointer") {
  const glm::dvec3 anchor{0.5, 0.3, 0.2};
  for (const ViewKind kind : {ViewKind::surface, ViewKind::map}) {
    const Camera camera{.kind = kind, .zoom = 1.3};
    const glm::dvec2 before = pixel_of(camera, anchor);
    for (const double factor : {1.5, 0.8}) {
      const Camera after = zoomed(camera, domain, size, before, factor, anchor);
      CHECK(after.zoom == Approx(1.3 * factor));
      CHECK(glm::distance(pixel_of(after, anchor), before) < 1e-6);
    }
  }
}

TEST_CASE("without an anchor, a map zooms to the pointer as well") {
  const glm::dvec3 point{0.5, 0.3, 0};
  const Camera camera{.kind = ViewKind::map, .zoom = 2};
  const glm::dvec2 before = pixel_of(camera, point);
  CHECK(glm::distance(pixel_of(zoomed(camera, domain, size, before, 1.25), point), before) < 1e-6);
}

TEST_CASE("panning moves a map by exactly the pixels dragged, and a surface's target too") {
  const glm::dvec2 drag{31, -17};
  const Camera map{.kind = ViewKind::map, .zoom = 2};
  const glm::dvec3 p{0.1, 0.2, 0};
  CHECK(glm::distance(pixel_of(panned(map, domain, size, drag), p), pixel_of(map, p) + drag) <
        1e-6);
  const Camera surface{.zoom = 2};
  const glm::dvec3 center{0, 1, 0.5};
  CHECK(glm::distance(pixel_of(panned(surface, domain, size, drag), center),
                      pixel_of(surface, center) + drag) < 1e-6);
}

TEST_CASE("orbiting stays above the floor, wraps around, and leaves a map alone") {
  const Camera start;
  CHECK(orbited(start, {0, -1e5}).elevation == lowest_elevation);
  CHECK(orbited(start, {0, 1e5}).elevation == highest_elevation);
  CHECK(std::abs(orbited(start, {12345, 0}).azimuth) <= 180);
  const Camera map{.kind = ViewKind::map};
  CHECK(orbited(map, {10, 10}) == map);
}

TEST_CASE("no gesture leaves the limits") {
  const Camera far = panned({.kind = ViewKind::map}, domain, size, {1e7, 1e7});
  CHECK(std::abs(far.target.x) <= 0.5);
  CHECK(zoomed({}, domain, size, {1, 1}, 1e30).zoom <= 60);
  CHECK(zoomed({}, domain, size, {1, 1}, 0).zoom > 0);
}
