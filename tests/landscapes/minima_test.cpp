// SPDX-License-Identifier: MIT
// Every listed minimum is one, and nothing is lower.
#include "catch.hpp"
#include "landscapes/exceptions.hpp"
#include "landscapes/variations.hpp"

using namespace fogline;
using namespace fogline::tests;

namespace {

double value_at(const Landscape& landscape, Vec2 p) {
  const Evaluator f = evaluator(landscape);
  return f.value(p);
}

// A saddle, or a quadratic with a negative eigenvalue.
bool is_unbounded(Landscape landscape) {
  if (info(landscape).id == "quadratic")
    return params(landscape)[0].get() < 0 || params(landscape)[1].get() < 0;
  return info(landscape).id == "saddle";
}

}  // namespace

TEST_CASE("every landscape lists minima but those that have none") {
  for (const Landscape& landscape : all_variations()) {
    INFO(described(landscape));
    CHECK(minima(landscape).empty() ==
          (is_unbounded(landscape) || is_among(without_minima, landscape)));
    CHECK(best_known_loss(landscape).has_value() == !minima(landscape).empty());
  }
}

TEST_CASE("at every listed minimum the slope vanishes and no curvature is negative") {
  for (const Landscape& landscape : all_variations()) {
    if (is_among(slope_at_the_minimum, landscape)) continue;
    const Evaluator f = evaluator(landscape);
    for (const Vec2 m : minima(landscape)) {
      INFO(described(landscape) << " at " << m.x << ", " << m.y);
      const Jet j = f.jet(m);
      const double curvature = std::abs(j.xx) + std::abs(j.xy) + std::abs(j.yy);
      // No further from the exact place than a few units in its last place.
      CHECK(std::hypot(j.x, j.y) <= 1e-14 * curvature * (1 + norm(m)));
      CHECK(j.xx >= 0);
      CHECK(j.yy >= 0);
      CHECK(j.xx * j.yy - j.xy * j.xy >= 0);
    }
  }
}

TEST_CASE("the listed minima are distinct, of one loss, and inside the domain") {
  for (const Landscape& landscape : all_variations()) {
    INFO(described(landscape));
    const auto all = minima(landscape);
    for (std::size_t i = 0; i < all.size(); ++i) {
      CHECK(domain(landscape).contains(all[i]));
      CHECK(value_at(landscape, all[i]) ==
            Approx(*best_known_loss(landscape)).epsilon(1e-13).margin(1e-13));
      for (std::size_t k = 0; k < i; ++k) CHECK(norm(all[i] - all[k]) > 1e-3);
    }
  }
}

TEST_CASE("nothing is lower on a fine lattice of the domain") {
  for (const Landscape& landscape : all_variations()) {
    const auto best = best_known_loss(landscape);
    if (!best) continue;
    INFO(described(landscape));
    CHECK(lowest_on_lattice(landscape, 401) >= *best - 1e-13 * (1 + std::abs(*best)));
  }
}

TEST_CASE("nothing is lower near a listed minimum") {
  for (const Landscape& landscape : all_variations())
    for (const Vec2 m : minima(landscape)) {
      INFO(described(landscape) << " at " << m.x << ", " << m.y);
      const double loss = value_at(landscape, m), rounding = 1e-14 * (1 + std::abs(loss));
      int lower = 0;
      // The eggholder falls on beyond the edge of its domain.
      const bool inside_only = info(landscape).id == "eggholder";
      for (const double r : {1e-1, 1e-2, 1e-4, 1e-6})
        for (const Vec2 d : {Vec2{1, 0}, {-1, 0}, {0, 1}, {0, -1}, {0.7, 0.7}, {-0.7, 0.7}})
          if (!inside_only || domain(landscape).contains(m + r * d))
            lower += value_at(landscape, m + r * d) < loss - rounding;
      CHECK(lower == 0);
    }
}

TEST_CASE("the unbounded saddles fall without end") {
  CHECK(value_at(make_landscape("saddle"), {0, 1e6}) == -1e12);
  CHECK(value_at(make_landscape("monkey_saddle"), {-1e6, 0}) == -1e18);
}

TEST_CASE("the eggholder's minimum is one along the edge of its domain, with slope out of it") {
  const Landscape landscape = make_landscape("eggholder");
  const auto all = minima(landscape);
  REQUIRE(all.size() == 1);
  const Jet j = evaluator(landscape).jet(all.front());
  CHECK(all.front().x == domain(landscape).high.x);
  CHECK(j.x < -3);
  CHECK(std::abs(j.y) < 1e-12);
  CHECK(j.yy > 0);
}

TEST_CASE("alpine has 64 minima, every one a kink of loss 0") {
  const Landscape landscape = make_landscape("alpine");
  const auto all = minima(landscape);
  CHECK(all.size() == 64);
  for (const Vec2 m : all) {
    INFO(m.x << ", " << m.y);
    CHECK(value_at(landscape, m) < 1e-14);
    for (const double h : {-1e-6, 1e-6}) {
      CHECK(value_at(landscape, {m.x + h, m.y}) > 0.9e-7);
      CHECK(value_at(landscape, {m.x, m.y + h}) > 0.9e-7);
    }
  }
}

TEST_CASE("the flower comes as near to -|b| as one likes and is 0 at its origin") {
  Landscape flower = make_landscape("flower");
  for (const double b : {1.0, 2.5}) {
    params(flower)[1].set(b);
    CHECK(value_at(flower, {0, 0}) == 0);
    for (const double r : {1e-3, 1e-9, 1e-150}) {
      const double angle = -pi / 8;  // where sin(4 angle) is -1
      const double loss = value_at(flower, r * Vec2{std::cos(angle), std::sin(angle)});
      CHECK(loss == Approx(-b + r).epsilon(1e-12));
    }
    for (const Vec2 p : lattice(domain(flower), 301)) CHECK(value_at(flower, p) > -b);
  }
  params(flower)[1].set(0);
  CHECK(minima(flower) == std::vector<Vec2>{{0, 0}});
}

TEST_CASE("Branin's valleys follow its params, change places with its passes, and leave the map") {
  Landscape branin = make_landscape("branin");
  CHECK(minima(branin).size() == 3);
  params(branin)[4].set(-10);  // s
  REQUIRE(minima(branin).size() == 2);
  CHECK(norm(minima(branin)[0] - Vec2{0, 6}) < 1e-14);
  CHECK(norm(minima(branin)[1] - Vec2{2 * pi, 5.1 - 10 + 6}) < 1e-14);
  params(branin)[4].set(10);
  params(branin)[3].set(100);  // r: the trough lies above the domain
  CHECK(minima(branin).size() == 3);
  CHECK(*best_known_loss(branin) == Approx(10 / (8 * pi)).epsilon(1e-14));
}
