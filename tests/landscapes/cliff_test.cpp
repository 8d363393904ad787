// SPDX-License-Identifier: MIT
// The cliff throws off who comes down it too fast, and only them.
#include "catch.hpp"
#include "landscapes/variations.hpp"
#include "landscapes/walks.hpp"

using namespace fogline;
using namespace fogline::tests;

namespace {

constexpr Vec2 above{-3, 2.5}, below{3, 2.5};
constexpr double edge_of_map = 5;

Walked come_down(const Gait& gait, Vec2 start) {
  return walk(make_landscape("cliff"), gait, start, 3000);
}

}  // namespace

TEST_CASE("the slope is gentle everywhere but on the wall") {
  const Landscape cliff = make_landscape("cliff");
  double steepest = 0;
  for (const Vec2 p : lattice(domain(cliff), 201)) {
    const double s = 0.6 * p.y - 0.8 * p.x, slope = norm(slope_at(cliff, p));
    if (std::abs(s - 1) > 0.7) CHECK(slope < 0.71);
    steepest = std::max(steepest, slope);
  }
  CHECK(steepest > 49);
  CHECK(steepest < 51);  // height 10 times steepness 20 over 4
}

TEST_CASE("gradient descent is thrown off the map by the wall, by nothing else") {
  CHECK(come_down({.learning_rate = 0.3}, above).furthest > 2 * edge_of_map);
  CHECK(come_down({.learning_rate = 0.3}, below).furthest == norm(below));
}

TEST_CASE("a small rate comes down safely") {
  const Walked w = come_down({.learning_rate = 0.02}, above);
  CHECK(w.furthest == norm(above));
  CHECK(norm(w.end) < 1e-3);
}

TEST_CASE("momentum is thrown further; a slope cut to length 1 saves it") {
  CHECK(come_down({0.3, 0.9}, above).furthest > 30);
  const Walked saved = come_down({0.3, 0.9, 1}, above);
  CHECK(saved.furthest == norm(above));
  CHECK(norm(saved.end) < 1e-3);
}

TEST_CASE("without height there is no wall") {
  CHECK(norm(minima(made("cliff", {{"height", 0}})).at(0)) == 0);
  CHECK(value_at(made("cliff", {{"height", 0}}), {2, 4}) == Approx(std::log(11)));
}
