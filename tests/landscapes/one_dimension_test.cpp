// SPDX-License-Identifier: MIT
// Curves: functions of x, and what is often said wrongly about them.
#include "catch.hpp"
#include "fogline/landscapes/dimension.hpp"
#include "landscapes/walks.hpp"

using namespace fogline;
using namespace fogline::tests;

namespace {

std::vector<Landscape> curves() {
  std::vector<Landscape> all;
  for (const Landscape& l : all_landscapes())
    if (dimension(l) == 1) all.push_back(l);
  return all;
}

}  // namespace

TEST_CASE("along y a curve has nothing but a slope back to y = 0, where walkers begin and stay") {
  CHECK(curves().size() == 3);
  for (const Landscape& l : curves()) {
    INFO(info(l).id);
    CHECK(default_start(l).y == 0);
    CHECK(domain(l).low.y == -domain(l).high.y);
    for (const double x : {-1.7, -0.3, 0.0, 0.4, 1.9}) {
      const Jet at_0 = jet_at(l, {x, 0}), above = jet_at(l, {x, 0.25});
      CHECK(at_0.y == 0);
      CHECK(above.v == Approx(at_0.v + 0.0625));
      CHECK(above.x == at_0.x);
      CHECK(above.y == 0.5);
      CHECK(above.xy == 0);
    }
    for (const Vec2 m : minima(l)) CHECK(m.y == 0);
    for (const Vec2 m : local_minima(l)) CHECK(m.y == 0);
    CHECK(walk(l, {.learning_rate = 0.01, .momentum = 0.9}, default_start(l), 50).end.y == 0);
  }
}

TEST_CASE("x^2 - 2x + 1 has exactly one minimum, at x = 1") {
  const Landscape l = make_landscape("parabola_1d");
  CHECK(minima(l) == std::vector<Vec2>{{1, 0}});
  CHECK(local_minima(l).empty());
  CHECK(value_at(l, {1, 0}) == 0);
  CHECK(slope_at(l, {1, 0}) == Vec2{0, 0});
  for (double x = -3; x <= 5; x += 0.125)
    if (x != 1) CHECK(slope_at(l, {x, 0}).x * (x - 1) > 0);
  CHECK(walk(l, {.learning_rate = 0.1}, {-2, 0}, 200).end.x == Approx(1));
  CHECK(walk(l, {.learning_rate = 1.01}, {-2, 0}, 200).furthest > 10);
}

TEST_CASE("x^3 is unbounded below; its only critical point is flat and no extremum") {
  const Landscape l = make_landscape("cubic_1d");
  CHECK(minima(l).empty());
  CHECK(value_at(l, {-1e6, 0}) == -1e18);
  const Jet j = jet_at(l, {0, 0});
  for (const double v : {j.v, j.x, j.xx}) CHECK(v == 0);
  CHECK(value_at(l, {-1e-3, 0}) < 0);
  CHECK(value_at(l, {1e-3, 0}) > 0);
  const double crept = walk(l, {.learning_rate = 0.05}, {1.5, 0}, 2000).end.x;
  CHECK(crept > 0);
  CHECK(crept < 0.01);
  CHECK(walk(l, {.learning_rate = 0.05, .momentum = 0.9, .longest = 1}, {1.5, 0}, 200).end.x < -1);
}

TEST_CASE("the double well's slope vanishes at two minima and one maximum") {
  const Landscape l = make_landscape("double_well_1d");
  REQUIRE(minima(l).size() == 1);
  REQUIRE(local_minima(l).size() == 1);
  CHECK(minima(l)[0].x < 0);
  CHECK(local_minima(l)[0].x > 0);
  for (const Vec2 m : {minima(l)[0], local_minima(l)[0]}) CHECK(jet_at(l, m).xx > 0);
  CHECK(minima(made("double_well_1d", {{"tilt", 0}})).size() == 2);
  CHECK(local_minima(made("double_well_1d", {{"tilt", 1.6}})).empty());
  CHECK(jet_at(made("double_well_1d", {{"tilt", 0}}), {0, 0}).xx < 0);
}
