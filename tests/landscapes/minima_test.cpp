// SPDX-License-Identifier: MIT
// Every listed minimum is one, and nothing is lower.
#include "catch.hpp"
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

TEST_CASE("every landscape lists minima but those without a lower bound") {
  for (const Landscape& landscape : all_variations()) {
    INFO(described(landscape));
    CHECK(minima(landscape).empty() == is_unbounded(landscape));
    CHECK(best_known_loss(landscape).has_value() == !minima(landscape).empty());
  }
}

TEST_CASE("at every listed minimum the slope vanishes and no curvature is negative") {
  for (const Landscape& landscape : all_variations()) {
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
      for (const double r : {1e-1, 1e-2, 1e-4, 1e-6})
        for (const Vec2 d : {Vec2{1, 0}, {-1, 0}, {0, 1}, {0, -1}, {0.7, 0.7}, {-0.7, 0.7}})
          lower += value_at(landscape, m + r * d) < loss - rounding;
      CHECK(lower == 0);
    }
}

TEST_CASE("the unbounded saddle falls without end") {
  const Landscape saddle = make_landscape("saddle");
  CHECK(value_at(saddle, {0, 1e6}) == -1e12);
}
