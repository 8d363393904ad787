// SPDX-License-Identifier: MIT
// The tilted double well has one trap, up to the tilt at which it runs out.
#include "catch.hpp"
#include "landscapes/walks.hpp"

using namespace fogline;
using namespace fogline::tests;

namespace {

TiltedDoubleWell tilted(double tilt) { return {.tilt = tilt}; }

}  // namespace

TEST_CASE("level, both wells are global minima; tilted, the higher one is local") {
  CHECK(tilted(0).minima() == std::vector<Vec2>{{-1, 0}, {1, 0}});
  CHECK(tilted(0).local_minima().empty());
  for (const double tilt : {0.01, 0.4, 1.5}) {
    REQUIRE(tilted(tilt).minima().size() == 1);
    REQUIRE(tilted(tilt).local_minima().size() == 1);
    CHECK(tilted(tilt).minima()[0].x < -1);
    CHECK(tilted(tilt).local_minima()[0].x > 0);
    CHECK(tilted(-tilt).minima()[0].x > 1);
  }
}

TEST_CASE("the trap is gone beyond a tilt of 8 / sqrt(27)") {
  const double limit = 8 / std::sqrt(27);
  CHECK(tilted(limit - 1e-3).local_minima().size() == 1);
  CHECK(tilted(limit + 1e-3).local_minima().empty());
}

TEST_CASE("gradient descent stays in the well it starts in") {
  for (const double side : {-1.0, 1.0}) {
    const Vec2 end = walk(tilted(0.4), {0.05}, {1.5 * side, 1}, 2000).end;
    CHECK(side * end.x > 0.9);
    CHECK(std::abs(end.y) < 1e-6);
  }
}
