// SPDX-License-Identifier: MIT
// Where the methods that move the whole point end, from seeded starts, against the known minima.
#include <cmath>

#include "catch.hpp"
#include "fogline/core/symmetric2.hpp"
#include "optimizers/courses.hpp"

using namespace fogline;
using namespace fogline::tests;

namespace {

constexpr std::uint32_t starts = 20;
const char* const unimodal[] = {"bowl", "ravine", "rosenbrock"};
const char* const many_valleys[] = {"himmelblau", "styblinski_tang", "six_hump_camel"};
const char* const descending[] = {
    "newton_trust_region", "saddle_free_newton", "conjugate_gradient", "bfgs", "lbfgs",
    "nelder_mead",         "pattern_search"};

struct End {
  Iterate here;
  double newton_step = 0;  // of the absolute Hessian, as a share of the domain's diagonal
  double lowest_curvature = 0;
  double gap = 0;  // above the best known loss
  bool off_map = false;
};

End end_of(const Trajectory& t) {
  const Landscape& l = t.course().landscape;
  const Iterate here = t.at(t.last());
  const Jet f = evaluator(l).jet(here.x);
  return {here, norm(absolute_newton_step(f)) / domain(l).diagonal(), eigen(f.xx, f.xy, f.yy).low,
          here.loss - *best_known_loss(l), !domain(l).contains(here.x)};
}

// Calls f(End) for each start.
template <class F>
void from_all_starts(const char* method, const char* id, std::uint32_t steps, F&& f) {
  const Landscape l = landscape(id);
  for (std::uint32_t i = 0; i < starts; ++i) {
    const Vec2 u = Stream{.seed = 77}.uniform_pair(Purpose::start, i);
    INFO(method << " on " << id << ", start " << i);
    f(end_of(walked(l, optimizer(method), domain(l).at(u.x, u.y), steps, {}, 1 + i)));
  }
}

}  // namespace

TEST_CASE("descending methods end in the only valley there is") {
  for (const char* method : descending)
    for (const char* id : unimodal)
      from_all_starts(method, id, 1000, [](const End& end) {
        CHECK(end.newton_step < 1e-8);
        CHECK(end.lowest_curvature > 0);
        CHECK(end.gap < 1e-12);
      });
}

TEST_CASE("descending methods end at a minimum where there are many") {
  for (const char* method : descending)
    for (const char* id : many_valleys)
      from_all_starts(method, id, 1000, [](const End& end) {
        CHECK(end.newton_step < 1e-7);
        CHECK(end.lowest_curvature > 0);
        CHECK_FALSE(end.off_map);
      });
}

TEST_CASE(
    "on Beale's floor descending methods find the minimum or leave along its endless trough") {
  // Along y = 1 + c / x the loss falls to (1.5 + c)^2 + (2.25 + 2 c)^2 + (2.625 + 3 c)^2 as |x|
  // grows, least for c = -13.875 / 14: 0.45201. Along x = -2.625 / y^3 it falls to 1.5^2 + 2.25^2
  // as y goes to minus infinity.
  const double c = -13.875 / 14;
  const double upper = sq(1.5 + c) + sq(2.25 + 2 * c) + sq(2.625 + 3 * c);
  const double lower = sq(1.5) + sq(2.25);
  for (const char* method : descending) {
    int found = 0;
    from_all_starts(method, "beale", 1000, [&](const End& end) {
      if (end.off_map || end.here.x.x < 0) {
        const double floor = end.here.x.y > 0 ? upper : lower;
        CHECK(end.here.loss > floor);
        CHECK(end.here.loss < floor + 0.5);
      } else {
        ++found;
        CHECK(end.newton_step < 1e-8);
        CHECK(end.gap < 1e-12);
      }
    });
    INFO(method);
    CHECK(found >= 7);
  }
}

TEST_CASE("pure Newton ends at critical points of every kind") {
  int minima = 0, others = 0;
  for (const auto& ids : {unimodal, many_valleys})
    for (int i = 0; i < 3; ++i)
      from_all_starts("newton", ids[i], 200, [&](const End& end) {
        CHECK(end.newton_step < 1e-12);
        ++(end.lowest_curvature > 0 ? minima : others);
      });
  CHECK(minima > 60);
  CHECK(others > 10);
  // On Beale's floor it runs into a saddle from everywhere.
  from_all_starts("newton", "beale", 200, [](const End& end) {
    CHECK(end.newton_step < 1e-12);
    CHECK(end.lowest_curvature < 0);
  });
}

TEST_CASE("SPSA hovers about a minimum, ever closer") {
  for (const char* id : {"bowl", "himmelblau", "styblinski_tang"})
    from_all_starts("spsa", id, 3000, [](const End& end) {
      CHECK(end.newton_step < 5e-3);
      CHECK(end.lowest_curvature > 0);
    });
}

TEST_CASE("random search gets near a minimum, in its own time") {
  for (const char* id : {"bowl", "himmelblau", "styblinski_tang", "six_hump_camel"})
    from_all_starts("random_search", id, 3000, [](const End& end) {
      CHECK(end.newton_step < 0.02);
      CHECK(end.lowest_curvature > 0);
    });
}

TEST_CASE("what curvature is worth: Rosenbrock's valley to 1e-10, in evaluations at their prices") {
  const auto price_of = [](const char* method) {
    const Trajectory t = walked(landscape("rosenbrock"), optimizer(method), {-1.2, 1}, 2000);
    std::uint32_t k = 0;
    while (k < t.last() && !(t.at(k).loss < 1e-10)) ++k;
    INFO(method);
    CHECK(t.at(k).loss < 1e-10);
    return cost(t.at(k).counts, Prices{});
  };
  CHECK(price_of("newton") < 25);
  CHECK(price_of("saddle_free_newton") < 100);
  CHECK(price_of("newton_trust_region") < 100);
  CHECK(price_of("conjugate_gradient") < 150);
  CHECK(price_of("bfgs") < 80);
  CHECK(price_of("lbfgs") < 80);
  CHECK(price_of("nelder_mead") < 80);
  CHECK(price_of("pattern_search") < 400);
}
