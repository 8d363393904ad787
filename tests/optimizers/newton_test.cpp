// SPDX-License-Identifier: MIT
// Newton's method, pure, saddle-free and within a trust region: first steps by hand, saddles, the
// exact solution of the subproblem, and what is asked for.
#include <cmath>

#include "catch.hpp"
#include "optimizers/hike.hpp"

using namespace fogline;
using namespace fogline::tests;

namespace {

void check_close(Vec2 got, Vec2 expected, double tolerance = 1e-12) {
  CHECK(got.x == Approx(expected.x).margin(tolerance));
  CHECK(got.y == Approx(expected.y).margin(tolerance));
}

double model(const Eigen2& e, Vec2 g, Vec2 p) {
  const double low = dot(p, e.low_direction), high = dot(p, e.high_direction);
  return dot(g, p) + 0.5 * (e.low * low * low + e.high * high * high);
}

// No place within the disc may be lower, on the circle or inside.
void check_minimizes(const Eigen2& e, Vec2 g, double radius) {
  const TrustRegionStep step = trust_region_step(e, g, radius);
  const double size = (std::abs(e.low) + std::abs(e.high)) * radius * radius + norm(g) * radius;
  REQUIRE(is_finite(step.p));
  REQUIRE(norm(step.p) <= radius * (1 + 1e-14));
  if (step.on_boundary) REQUIRE(norm(step.p) == Approx(radius).epsilon(1e-14));
  REQUIRE(step.decrease == Approx(-model(e, g, step.p)).margin(1e-14 * size));
  for (int i = 0; i < 720; ++i)
    for (const double share : {0.3, 0.7, 1.0}) {
      const double turn = i * pi / 360;
      const Vec2 p{share * radius * std::cos(turn), share * radius * std::sin(turn)};
      REQUIRE(model(e, g, step.p) <= model(e, g, p) + 1e-13 * size);
    }
}

}  // namespace

TEST_CASE("Newton steps by H^-1 g") {
  // Rosenbrock at (-1.2, 1): g = (-215.6, -88), H = (1330 480; 480 200), det H = 35600.
  Hike<Newton> hike{{}, landscape("rosenbrock"), {-1.2, 1}};
  hike.step();
  check_close(hike.x, {-1.2 + 880 / 35600.0, 1 + 13552 / 35600.0});
  Hike<Newton> half{{.learning_rate = 0.5}, landscape("rosenbrock"), {-1.2, 1}};
  half.step();
  check_close(half.x, {-1.2 + 440 / 35600.0, 1 + 6776 / 35600.0});
}

TEST_CASE("Newton lands on a quadratic's critical point in one step, be it a saddle") {
  for (const char* id : {"bowl", "ravine", "saddle"}) {
    INFO(id);
    const Trajectory t = walked(landscape(id), optimizer("newton"), {1.3, -0.7}, 2);
    CHECK(t.at(1).x == Vec2{0, 0});
    CHECK(t.at(2).x == Vec2{0, 0});
    CHECK(t.at(2).counts == Counts{.gradients = 2, .hessians = 2});
  }
}

TEST_CASE("Newton climbs to a maximum as readily") {
  const Landscape l = landscape("himmelblau");
  const Trajectory t = walked(l, optimizer("newton"), {-0.3, -0.9}, 20);
  const Jet f = evaluator(l).jet(t.at(20).x);
  CHECK(eigen(f.xx, f.xy, f.yy).high < 0);
  CHECK(t.at(20).gradient_norm < 1e-12);
  CHECK(t.at(20).loss > t.at(0).loss);
}

TEST_CASE("with Armijo's search Newton never climbs, and follows -g where H^-1 g leads uphill") {
  const Landscape l = landscape("himmelblau");
  const Vec2 start{-0.3, -0.9};
  const Trajectory t = walked(l, optimizer("newton", {{"line_search", 1}}), start, 100);
  for (std::uint32_t k = 1; k <= 100; ++k) REQUIRE(t.at(k).loss <= t.at(k - 1).loss);
  const Vec2 g = evaluator(l).gradient(start).gradient, way = t.at(1).x - start;
  CHECK(dot(way, g) == Approx(-norm(way) * norm(g)));
  CHECK(t.at(100).gradient_norm < 1e-10);
}

TEST_CASE("where the Hessian is singular under a slope pure Newton has no next place") {
  const Landscape l = landscape("rosenbrock", {{"b", 1}});
  const Vec2 start{0, 0.5};  // g = (-2, 1), H = diag(0, 2)
  const Trajectory pure = walked(l, optimizer("newton"), start, 10);
  CHECK(pure.ended());
  CHECK(pure.last() == 0);
  const Trajectory searched = walked(l, optimizer("newton", {{"line_search", 1}}), start, 50);
  CHECK(searched.at(50).loss < 1e-20);
}

TEST_CASE("saddle-free Newton steps by |H|^-1 g and leaves the saddle that Newton runs into") {
  // On x^2 - y^2: |H| = 2 I, so x is 0 after one step and y doubles with each.
  Hike<SaddleFreeNewton> hike{{}, landscape("saddle"), {1, 0.001}};
  for (int k = 1; k <= 12; ++k) {
    hike.step();
    CHECK(hike.x.x == 0);
    CHECK(hike.x.y == Approx(0.001 * std::pow(2, k)));
  }
  Hike<SaddleFreeNewton> damped{{.damping = 2}, landscape("saddle"), {1, 0.001}};
  damped.step();
  check_close(damped.x, {0.5, 0.0015});
}

TEST_CASE("saddle-free Newton is Newton where all curvatures are positive") {
  const Trajectory one = walked(landscape("himmelblau"), optimizer("newton"), {3.4, 2.3}, 8),
                   two = walked(landscape("himmelblau"), optimizer("saddle_free_newton"),
                                {3.4, 2.3}, 8);
  for (std::uint32_t k = 0; k <= 8; ++k) check_close(one.at(k).x, two.at(k).x);
}

TEST_CASE("the trust region's subproblem is solved to the last digits") {
  const Stream random{.seed = 12};
  for (std::uint32_t i = 0; i < 400; ++i) {
    const Vec2 a = random.normal_pair(Purpose::start, i, 0),
               b = random.normal_pair(Purpose::start, i, 1),
               c = random.normal_pair(Purpose::start, i, 2);
    const double scale = std::ldexp(1, static_cast<int>(i % 81) - 40);
    check_minimizes(eigen(a.x, a.y, b.x), scale * c, std::exp(2 * b.y));
  }
}

TEST_CASE("the hard case: no slope along the lowest curvature") {
  const Eigen2 saddle = eigen(-2, 0, 1);
  // lambda = 2, p_y = -1/3, and the circle gives p_x = sqrt(1 - 1/9), towards +low_direction.
  check_close(trust_region_step(saddle, {0, 1}, 1).p, {std::sqrt(8.0 / 9), -1.0 / 3});
  // Just outside it the solution is near by, on either side.
  for (const double g : {1e-4, 1e-9, 1e-17, 1e-100, 1e-310}) {
    check_close(trust_region_step(saddle, {-g, 1}, 1).p, {std::sqrt(8.0 / 9), -1.0 / 3}, g + 1e-12);
    check_close(trust_region_step(saddle, {g, 1}, 1).p, {-std::sqrt(8.0 / 9), -1.0 / 3}, g + 1e-12);
  }
  check_close(trust_region_step(saddle, {0, 0}, 3).p, {3, 0});
  for (const Eigen2& e :
       {saddle, eigen(-1, 0, -1), eigen(0, 0, 0), eigen(0, 0, 2), eigen(-3, 1, 2)})
    for (const Vec2 g : {Vec2{0, 0}, Vec2{0, 1}, Vec2{1, 0}, Vec2{1e-9, 3}})
      check_minimizes(e, g, 0.8);
}

TEST_CASE("a flat direction without slope takes no part in the trust region's step") {
  check_close(trust_region_step(eigen(0, 0, 2), {0, 3}, 10).p, {0, -1.5});
  CHECK(trust_region_step(eigen(0, 0, 0), {0, 0}, 10).p == Vec2{0, 0});
}

TEST_CASE("the region doubles while the quadratic foretells the loss, and the step reaches it") {
  // On the bowl from (3, -2), sqrt(13) away from the minimum, with radius 1 at first.
  const Landscape l = landscape("bowl");
  const double diagonal = domain(l).diagonal();
  const Optimizer o = optimizer("newton_trust_region", {{"initial_radius", 1 / diagonal}});
  const Trajectory t = walked(l, o, {3, -2}, 4);
  const double far = std::sqrt(13);
  check_close(t.at(1).x, (1 - 1 / far) * Vec2{3, -2});
  check_close(t.at(2).x, (1 - 3 / far) * Vec2{3, -2});
  check_close(t.at(3).x, {0, 0});
  CHECK(t.marks(0).empty());
  for (const auto& [step, radius] : {std::pair{1u, 1.0}, {2u, 2.0}, {3u, 4.0}}) {
    const Mark mark = t.marks(step).at(0);
    CHECK(mark.name == "trust_region");
    REQUIRE(mark.values.size() == 3);
    check_close({mark.values[0], mark.values[1]}, t.at(step - 1).x);
    CHECK(mark.values[2] == Approx(radius));
  }
  CHECK(t.at(3).counts == Counts{.values = 3, .gradients = 3, .hessians = 3});
}

TEST_CASE("a refused step quarters the region and asks for no new derivatives") {
  Hike<NewtonTrustRegion> hike{
      {.initial_radius = 1, .maximum_radius = 1}, landscape("rosenbrock"), {-1.2, 1}};
  int refused = 0;
  double radius = 0;
  for (int k = 0; k < 60; ++k) {
    const Vec2 before = hike.x;
    const double loss = hike.loss();
    const Counts counts = hike.oracle.counts;
    radius = hike.state.radius;
    hike.step();
    const double now = hike.state.radius;
    if (k > 0)
      CHECK((now == radius || now == radius / 4 || now == 2 * radius ||
             now == domain(hike.landscape).diagonal()));
    CHECK(hike.loss() <= loss * (1 + 1e-14));
    if (hike.x == before && loss > 1e-20) {
      ++refused;
      CHECK(now == (k > 0 ? radius : domain(hike.landscape).diagonal()) / 4);
      const Counts next = hike.oracle.counts;
      CHECK(next.values == counts.values + 1);
      hike.step();
      CHECK(hike.oracle.counts.hessians == next.hessians);
    }
  }
  CHECK(refused >= 2);
  CHECK(hike.loss() < 1e-20);
}

TEST_CASE("steps are taken by the share of the foretold decrease that eta asks for") {
  const Landscape l = landscape("rosenbrock");
  // Recompute every ratio of a walk; the rounding allowance only matters at its end.
  for (const double eta : {0.0, 0.1, 0.24}) {
    Hike<NewtonTrustRegion> hike{
        {.initial_radius = 0.5, .maximum_radius = 1, .eta = eta}, l, {-1.2, 1}};
    for (int k = 0; k < 15; ++k) {
      const Vec2 before = hike.x;
      const double radius = k == 0 ? 0.5 * domain(l).diagonal() : hike.state.radius;
      const Jet f = hike.jet();
      if (norm({f.x, f.y}) < 1e-6) break;
      const auto step = trust_region_step(eigen(f.xx, f.xy, f.yy), {f.x, f.y}, radius);
      const double rho = (f.v - evaluator(l).value(before + step.p)) / step.decrease;
      hike.step();
      CHECK((hike.x != before) == (rho > eta));
    }
  }
}

TEST_CASE("the trust region leaves a saddle from the very place") {
  const Landscape l = landscape("saddle_bounded");
  const Trajectory t = walked(l, optimizer("newton_trust_region"), {0, 0}, 60);
  REQUIRE(t.at(0).gradient_norm == 0);
  CHECK(t.at(60).loss == Approx(*best_known_loss(l)));
}

TEST_CASE("what the Newton methods are counted is what they ask for") {
  const auto check = [](auto rule) {
    for (const char* id : {"rosenbrock", "himmelblau", "beale"}) {
      INFO(rule.info.id << " on " << id);
      const Landscape l = landscape(id);
      Hike<decltype(rule)> hike{rule, l, domain(l).at(0.2, 0.75)};
      for (int k = 0; k < 60; ++k) hike.step();
      CHECK(hike.oracle.counts == hike.counter.counts);
      const Trajectory t = walked(l, rule, domain(l).at(0.2, 0.75), 60);
      CHECK(t.at(60).counts == hike.counter.counts);
      CHECK(same_bits(t.at(60).x, hike.x));
    }
  };
  check(Newton{});
  check(Newton{.line_search = 1});
  check(SaddleFreeNewton{});
  check(NewtonTrustRegion{});
}
