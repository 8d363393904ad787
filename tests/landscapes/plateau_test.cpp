// SPDX-License-Identifier: MIT
// The terraces are level, have one exit, and sort the methods as their note says.
#include "catch.hpp"
#include "landscapes/walks.hpp"

using namespace fogline;
using namespace fogline::tests;

namespace {

constexpr double middles[] = {1.75, 3.25, 4.75};  // of the rings at the default width
constexpr int directions = 720;

Vec2 on_ring(double radius, int direction) {
  const double angle = 2 * pi * direction / directions;
  return {radius * std::cos(angle), radius * std::sin(angle)};
}

}  // namespace

TEST_CASE("a terrace is level but for one exit, at the lower right") {
  const Landscape terraces = make_landscape("plateau");
  for (const double radius : middles) {
    INFO("ring " << radius);
    int exits = 0, steep = 0;
    for (int k = 0; k < directions; ++k) {
      const bool here = norm(slope_at(terraces, on_ring(radius, k))) > 1e-6;
      const bool before = norm(slope_at(terraces, on_ring(radius, k - 1))) > 1e-6;
      steep += here;
      exits += here && !before;
      if (here) CHECK(dot(on_ring(radius, k), {0.8, -0.6}) > 0);
    }
    CHECK(exits == 1);
    CHECK(steep < 0.3 * directions);
  }
}

TEST_CASE("each terrace is a step higher than the one within, and falls all the way in") {
  const Landscape terraces = make_landscape("plateau");
  for (int i = 0; i < 3; ++i)
    CHECK(value_at(terraces, {-middles[i], 0}) == Approx(i + 1).margin(1e-5));
  for (double x = -5; x < -0.01; x += 0.01) CHECK(slope_at(terraces, {x, 0}).x < 0);
}

TEST_CASE("the exit leads down to the minimum, on foot") {
  const Landscape terraces = make_landscape("plateau");
  CHECK(norm(walk(terraces, {.learning_rate = 0.05}, {3.6, -2.7}, 2000).end) < 1e-6);
}

TEST_CASE("gradient descent stalls on a terrace, momentum coasts over it") {
  const Landscape terraces = make_landscape("plateau");
  const Vec2 start{-3, 2.5};
  CHECK(value_at(terraces, walk(terraces, {0.1, 0}, start, 4000).end) == Approx(2).margin(1e-3));
  CHECK(norm(walk(terraces, {0.1, 0.9}, start, 4000).end) < 1e-6);
}

TEST_CASE("Adam walks on over level ground") {
  const Landscape terraces = make_landscape("plateau");
  const Vec2 start{4, 3.5};
  CHECK(norm(slope_at(terraces, start)) < 1.1e-7);
  CHECK(norm(walk(terraces, {0.1, 0.9}, start, 1000).end - start) < 1e-3);
  CHECK(norm(walk_adam(terraces, 0.1, start, 1000)) < 0.1);
}

TEST_CASE("steeper steps leave the ground between more nearly level") {
  const Vec2 place{0, 3};
  CHECK(norm(slope_at(made("plateau", {{"steepness", 5}}), place)) > 1e-3);
  CHECK(norm(slope_at(made("plateau", {{"steepness", 30}}), place)) < 1e-6);
}
