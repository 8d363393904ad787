// SPDX-License-Identifier: MIT
// The spiral valley has no trap, and turns as often as told.
#include "catch.hpp"
#include "landscapes/variations.hpp"
#include "landscapes/walks.hpp"

using namespace fogline;
using namespace fogline::tests;

TEST_CASE("in the spiral valley the slope vanishes at the centre only") {
  for (const double turns : {0.0, 2.0, 4.0}) {
    const Landscape spiral = made("spiral_valley", {{"turns", turns}});
    for (const Vec2 p : lattice(domain(spiral), 401))
      if (norm(p) > 0) CHECK(norm(slope_at(spiral, p)) > 1e-3 * norm(p));
    const Jet j = jet_at(spiral, {0, 0});
    CHECK(j.xx == j.yy);
    CHECK(j.xy == 0);
    CHECK(j.xx > 0);
  }
}

TEST_CASE("along a ray from the centre there are as many valleys as turns") {
  for (const double turns : {1.0, 2.0, 3.0}) {
    const Landscape spiral = made("spiral_valley", {{"turns", turns}});
    int valleys = 0;
    double before = 0;
    for (double r = 0.01; r < 5; r += 0.01) {
      const double slope = slope_at(spiral, {-r, 0}).x * -1;
      valleys += before < 0 && slope > 0;
      before = slope;
    }
    CHECK(valleys == turns);
  }
}

TEST_CASE("who follows the floor arrives at the centre") {
  const Landscape spiral = make_landscape("spiral_valley");
  for (const Vec2 start : {Vec2{-3, 2.5}, {4, 4}, {0.5, -4.5}, {-4, -1}})
    CHECK(norm(walk(spiral, {0.02}, start, 40'000).end) < 1e-3);
}
