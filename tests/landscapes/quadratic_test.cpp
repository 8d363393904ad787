// SPDX-License-Identifier: MIT
// A quadratic has the eigenvalues and the direction that it was given.
#include "catch.hpp"
#include "fogline/core/symmetric2.hpp"
#include "landscapes/variations.hpp"
#include "landscapes/walks.hpp"

using namespace fogline;
using namespace fogline::tests;

TEST_CASE("the Hessian has the given eigenvalues along and across the given direction") {
  for (const auto& [lambda1, lambda2] : {std::pair{1.0, 8.0}, {-3.0, 2.0}, {5.0, 0.0}})
    for (const double angle : {0.0, 20.0, 90.0, 135.0, 180.0}) {
      INFO(lambda1 << ", " << lambda2 << ", " << angle);
      const Jet j =
          jet_at(made("quadratic", {{"lambda1", lambda1}, {"lambda2", lambda2}, {"angle", angle}}),
                 {1.5, -2});
      const Vec2 along{std::cos(angle * pi / 180), std::sin(angle * pi / 180)};
      const Vec2 across{-along.y, along.x};
      const auto times = [&](Vec2 v) {
        return Vec2{j.xx * v.x + j.xy * v.y, j.xy * v.x + j.yy * v.y};
      };
      CHECK(norm(times(along) - lambda1 * along) < 1e-14 * 10);
      CHECK(norm(times(across) - lambda2 * across) < 1e-14 * 10);
    }
}

TEST_CASE("a bowl and a trough list the origin, a saddle and a dome nothing") {
  const auto listed = [](double a, double b) {
    return minima(made("quadratic", {{"lambda1", a}, {"lambda2", b}}));
  };
  const std::vector<Vec2> origin{{0, 0}};
  CHECK(listed(1, 8) == origin);
  CHECK(listed(0, 8) == origin);
  CHECK(listed(0, 0) == origin);
  CHECK(listed(-1, 8).empty());
  CHECK(listed(-1, -1).empty());
}

TEST_CASE("a trough is level along its line") {
  const Landscape trough = made("quadratic", {{"lambda1", 0}, {"angle", 45}});
  for (const double r : {-4.0, 1.0, 3.0}) CHECK(value_at(trough, {r, r}) < 1e-28);
  CHECK(value_at(trough, {1, -1}) == Approx(8).epsilon(1e-14));
}

TEST_CASE("equal eigenvalues make a round bowl at any angle") {
  const Landscape bowl = made("quadratic", {{"lambda1", 2}, {"lambda2", 2}, {"angle", 77}});
  for (const Vec2 p : lattice(domain(bowl), 11))
    CHECK(value_at(bowl, p) == Approx(dot(p, p)).epsilon(1e-13));
}
