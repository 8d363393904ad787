// SPDX-License-Identifier: MIT
// How few starts feel the needle, and what a funnel changes.
#include "catch.hpp"
#include "landscapes/variations.hpp"
#include "landscapes/walks.hpp"

using namespace fogline;
using namespace fogline::tests;

namespace {

// The share of a lattice of starts from which gradient descent reaches the hole.
double share_that_arrive(const Landscape& needle, double learning_rate) {
  const Vec2 hole = minima(needle).at(0);
  const std::vector<Vec2> starts = lattice(domain(needle), 21);
  int arrived = 0;
  for (const Vec2 start : starts)
    arrived += norm(walk(needle, {learning_rate}, start, 1000).end - hole) < 0.01;
  return arrived / static_cast<double>(starts.size());
}

}  // namespace

TEST_CASE("one start in twenty finds the needle by its slope, all do in a funnel") {
  const double plain = share_that_arrive(made("needle", {{"funnel", 0}}), 0.05);
  CHECK(plain > 0.02);
  CHECK(plain < 0.06);
  CHECK(share_that_arrive(made("needle", {{"funnel", 0.05}}), 0.05) == 1);
}

TEST_CASE("a narrower needle is found from less of the map, in proportion to its area") {
  const auto felt = [](double width) {
    const Landscape needle =
        made("needle", {{"width", width}, {"center_x", 0}, {"center_y", 0}, {"funnel", 0}});
    int n = 0;
    for (const Vec2 p : lattice(domain(needle), 401)) n += norm(slope_at(needle, p)) > 1e-3 / width;
    return n / (401.0 * 401.0);
  };
  CHECK(felt(0.6) / felt(0.3) == Approx(4).epsilon(0.02));
}

TEST_CASE("depth and place of the needle are as told") {
  const Landscape needle =
      made("needle", {{"depth", 3}, {"center_x", -2.5}, {"center_y", 1}, {"funnel", 0.01}});
  CHECK(minima(needle) == std::vector<Vec2>{{-2.5, 1}});
  CHECK(*best_known_loss(needle) == -3);
  CHECK(value_at(needle, {2.5, 1}) == Approx(0.25).epsilon(1e-12));
}
