// SPDX-License-Identifier: MIT
// Lines of steepest descent: where they end, that they fall, and that they keep their distance.
#include "fogline/engine/streamline.hpp"

#include <algorithm>

#include "catch.hpp"

using namespace fogline;

namespace {

bool falls(const Evaluator& f, const std::vector<Vec2>& line) {
  return std::is_sorted(line.begin(), line.end(),
                        [&](Vec2 a, Vec2 b) { return f.value(a) > f.value(b); });
}

}  // namespace

TEST_CASE("in a quadratic bowl the line of descent is the power that calculus gives") {
  // y' = c y and x' = x over the same time: y / y0 = (x / x0)^c.
  Landscape ravine = make_landscape("ravine");
  params(ravine)[0].set(4);
  const Evaluator f = evaluator(ravine);
  const Streamline line = steepest_descent(f, domain(ravine), {4, 3});
  CHECK(line.end == LineEnd::critical_point);
  CHECK(norm(line.points.back()) < 1e-6);
  for (const Vec2 x : line.points) {
    const double share = x.x / 4;
    CHECK(x.y == Approx(3 * share * share * share * share).margin(2e-3));
  }
}

TEST_CASE("a line of descent falls and ends in a minimum, at a saddle or on the edge") {
  const Landscape himmelblau = make_landscape("himmelblau");
  const Evaluator f = evaluator(himmelblau);
  const Box box = domain(himmelblau);
  for (const Vec2 start : {Vec2{0, 0}, {4, 4}, {-4, 1}, {-1, -4.5}}) {
    const Streamline line = steepest_descent(f, box, start);
    CHECK(falls(f, line.points));
    CHECK(line.end == LineEnd::critical_point);
    CHECK(f.value(line.points.back()) < 1e-6);
  }
  const Landscape saddle = make_landscape("saddle");
  const Evaluator g = evaluator(saddle);
  const Box map = domain(saddle);
  const Streamline off = steepest_descent(g, map, {0.5, 0.1});
  CHECK(off.end == LineEnd::edge);
  const Vec2 last = off.points.back();
  CHECK(
      (last.x == map.low.x || last.x == map.high.x || last.y == map.low.y || last.y == map.high.y));
}

TEST_CASE("ascent is descent upside down") {
  const Landscape peaks = make_landscape("peaks");
  const Evaluator f = evaluator(peaks);
  std::vector<Vec2> up = steepest_ascent(f, domain(peaks), {0.3, 0.9}).points;
  std::reverse(up.begin(), up.end());
  CHECK(falls(f, up));
  CHECK(norm(f.gradient(up.front()).gradient) < 1e-3);
}

TEST_CASE("a line that cannot end is given up in bounded work") {
  Landscape ravine = make_landscape("ravine");
  params(ravine)[0].set(params(ravine)[0].range.max);
  const Streamline line = steepest_descent(evaluator(ravine), domain(ravine), {4, 3});
  CHECK(line.points.size() < 20'010);
}

TEST_CASE("streamlines keep half their spacing, fall, and cover the map") {
  for (const char* id : {"himmelblau", "rastrigin", "peaks", "easom"}) {
    INFO(id);
    const Landscape landscape = make_landscape(id);
    const Evaluator f = evaluator(landscape);
    const Box box = domain(landscape);
    Streamlines all(landscape, box, 20);
    CHECK(all.advance());
    for (const auto& line : all.lines()) {
      CHECK(line.size() >= 2);
      CHECK(falls(f, line));
    }
    if (info(landscape).id == "easom") continue;
    CHECK(all.lines().size() > 20);
    const double spacing = std::max(box.size().x, box.size().y) / 20;
    int near = 0;
    for (std::size_t a = 0; a < all.lines().size(); ++a)
      for (std::size_t b = a + 1; b < all.lines().size(); ++b)
        for (const Vec2 p : all.lines()[a])
          for (const Vec2 q : all.lines()[b]) near += norm(p - q) < 0.35 * spacing;
    CHECK(near == 0);
  }
}

TEST_CASE("the slope field is the landscape's own slope at cell centres") {
  const Landscape bowl = make_landscape("bowl");
  const auto field = slope_field(bowl, {{0, 0}, {4, 2}}, 4, 2);
  REQUIRE(field.size() == 8);
  CHECK(field[1].x == Vec2{1.5, 0.5});
  CHECK(field[1].gradient == Vec2{3, 1});
}
