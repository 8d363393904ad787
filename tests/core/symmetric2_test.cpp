// SPDX-License-Identifier: MIT
// Eigenvalues and eigenvectors of symmetric 2x2 matrices: exact where they can be, accurate where
// formulas cancel, finite at both ends of the range of double.
#include "fogline/core/symmetric2.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "catch.hpp"
#include "fogline/core/rng.hpp"

using namespace fogline;

namespace {

constexpr double ulp = std::numeric_limits<double>::epsilon();

// H v - lambda v, relative to the largest entry.
double residual(double xx, double xy, double yy, double lambda, Vec2 v) {
  const double largest = std::max({std::abs(xx), std::abs(xy), std::abs(yy)});
  if (largest == 0) return std::abs(lambda);
  const double a = xx / largest, b = xy / largest, c = yy / largest, l = lambda / largest;
  return norm({a * v.x + b * v.y - l * v.x, b * v.x + c * v.y - l * v.y});
}

void check_solves(double xx, double xy, double yy) {
  INFO("(" << xx << " " << xy << "; " << xy << " " << yy << ")");
  const Eigen2 e = eigen(xx, xy, yy);
  CHECK(e.low <= e.high);
  CHECK(norm(e.low_direction) == Approx(1).epsilon(4 * ulp));
  CHECK(norm(e.high_direction) == Approx(1).epsilon(4 * ulp));
  CHECK(std::abs(dot(e.low_direction, e.high_direction)) <= ulp);
  CHECK(residual(xx, xy, yy, e.low, e.low_direction) <= 8 * ulp);
  CHECK(residual(xx, xy, yy, e.high, e.high_direction) <= 8 * ulp);
}

// The matrix with eigenvalue 25 first along (3, 4) and 25 second across it has whole entries.
Eigen2 eigen_of_345(double first, double second) {
  return eigen(9 * first + 16 * second, 12 * first - 12 * second, 16 * first + 9 * second);
}

}  // namespace

TEST_CASE("diagonal matrices and multiples of the identity have their entries and the axes") {
  const double entries[] = {0, -0.0, 1, -1, 0.1, -3.7, 1e308, -1e308, 5e-324, 1e-320};
  for (const double a : entries)
    for (const double b : entries) {
      INFO(a << ", " << b);
      const Eigen2 e = eigen(a, 0, b);
      CHECK(e.low == std::min(a, b));
      CHECK(e.high == std::max(a, b));
      if (a < b) CHECK(e.high_direction == Vec2{0, 1});
      if (a > b) CHECK(e.high_direction == Vec2{1, 0});
      CHECK(dot(e.low_direction, e.high_direction) == 0);
      CHECK(norm(e.low_direction) == 1);
    }
}

TEST_CASE("eigenvalues of small whole matrices are exact") {
  const auto check = [](const Eigen2& e, double low, double high) {
    CHECK(e.low == low);
    CHECK(e.high == high);
  };
  check(eigen(2, 1, 2), 1, 3);
  check(eigen(0, 1, 0), -1, 1);
  check(eigen(0, -0.1, 0), -0.1, 0.1);
  check(eigen(1, 2, 4), 0, 5);
  check(eigen(-1, -2, -4), -5, 0);
  check(eigen(3, 4, -3), -5, 5);
  check(eigen(1, 1, 1), 0, 2);
}

TEST_CASE("eigenvectors point where they should") {
  const Eigen2 e = eigen(2, 1, 2);
  CHECK(e.high_direction.x == Approx(std::sqrt(0.5)));
  CHECK(e.high_direction.y == Approx(std::sqrt(0.5)));
  const Eigen2 tilted = eigen_of_345(2, 1);
  CHECK(std::abs(dot(tilted.high_direction, {0.6, 0.8})) == Approx(1).epsilon(4 * ulp));
  CHECK(std::abs(dot(tilted.low_direction, {0.8, -0.6})) == Approx(1).epsilon(4 * ulp));
}

TEST_CASE("the small eigenvalue beside a large one is right to a few ulp") {
  for (int k = 0; k <= 48; ++k) {
    const double large = std::ldexp(1, k);
    INFO("condition 2^" << k);
    CHECK(eigen_of_345(large, 1).low == Approx(25).epsilon(8 * ulp));
    CHECK(eigen_of_345(large, 1).high == Approx(25 * large).epsilon(8 * ulp));
    CHECK(eigen_of_345(large, -1).low == Approx(-25).epsilon(8 * ulp));
    CHECK(eigen_of_345(-large, 1).high == Approx(25).epsilon(8 * ulp));
    CHECK(eigen_of_345(-large, -1).high == Approx(-25).epsilon(8 * ulp));
    const double e = 1 / large;  // (1, 1 - e; 1 - e, 1) has e and 2 - e
    CHECK(eigen(1, 1 - e, 1).low == Approx(e).epsilon(8 * ulp));
  }
}

TEST_CASE("every eigenvector is turned by its eigenvalue only") {
  const Stream stream{.seed = 5};
  for (std::uint32_t i = 0; i < 3000; ++i) {
    const Vec2 a = stream.normal_pair(Purpose::start, i, 0),
               b = stream.normal_pair(Purpose::start, i, 1);
    const double s =
        std::ldexp(1, static_cast<int>(2000 * stream.uniform(Purpose::start, i, 2)) - 1000);
    check_solves(a.x * s, a.y * s, b.x * s);
  }
}

TEST_CASE("entries at either end of the range of double give no NaN") {
  const double entries[] = {0,       1,     -1,     1e-160, 3e-200, -1e-290, 2.2e-308, 5e-324,
                            -5e-324, 1e160, -1e200, 8e307,  -8e307, 1.7e308, -1.7e308};
  for (const double xx : entries)
    for (const double xy : entries)
      for (const double yy : entries) {
        const Eigen2 e = eigen(xx, xy, yy);
        INFO(xx << " " << xy << " " << yy);
        REQUIRE(e.low <= e.high);
        REQUIRE(norm(e.low_direction) == Approx(1).epsilon(4 * ulp));
        REQUIRE(norm(e.high_direction) == Approx(1).epsilon(4 * ulp));
        REQUIRE(std::abs(dot(e.low_direction, e.high_direction)) <= ulp);
        const bool representable = std::abs(e.low) + std::abs(e.high) > 1e-300;
        if (representable && std::isfinite(e.low) && std::isfinite(e.high)) {
          REQUIRE(residual(xx, xy, yy, e.low, e.low_direction) <= 8 * ulp);
          REQUIRE(residual(xx, xy, yy, e.high, e.high_direction) <= 8 * ulp);
        }
      }
}

TEST_CASE("dividing by eigenvalues solves the linear system") {
  const Stream stream{.seed = 6};
  for (std::uint32_t i = 0; i < 1000; ++i) {
    const Vec2 a = stream.normal_pair(Purpose::start, i, 0),
               b = stream.normal_pair(Purpose::start, i, 1),
               x = stream.normal_pair(Purpose::start, i, 2);
    const Vec2 g{a.x * x.x + a.y * x.y, a.y * x.x + b.x * x.y};
    const Eigen2 e = eigen(a.x, a.y, b.x);
    const double condition =
        std::max(std::abs(e.low), std::abs(e.high)) / std::min(std::abs(e.low), std::abs(e.high));
    CHECK(norm(divide(e, g, e.low, e.high) - x) <= 8 * ulp * condition * norm(x));
  }
}

TEST_CASE("the absolute Newton step goes downhill along curvatures of either sign") {
  // f = x^2 - y^2 at (3, 2): |H| = 2 I, g = (6, -4).
  CHECK(absolute_newton_step({.x = 6, .y = -4, .xx = 2, .yy = -2}) == Vec2{3, -2});
  CHECK(absolute_newton_step({.x = 6, .y = -4, .xx = 2, .yy = -2}, 2) == Vec2{1.5, -1});
  // f = x y at (3, 2): |H| = I, g = (2, 3).
  const Vec2 step = absolute_newton_step({.x = 2, .y = 3, .xy = 1});
  CHECK(step.x == Approx(2).epsilon(8 * ulp));
  CHECK(step.y == Approx(3).epsilon(8 * ulp));
}

TEST_CASE("a flat direction takes no part in the absolute Newton step unless it slopes") {
  CHECK(absolute_newton_step({}) == Vec2{});
  CHECK(absolute_newton_step({.x = 4, .xx = 2}) == Vec2{2, 0});
  CHECK_FALSE(is_finite(absolute_newton_step({.x = 4, .y = 1e-9, .xx = 2})));
  CHECK(absolute_newton_step({.x = 4, .y = 1, .xx = 2}, 0.5) == Vec2{1.6, 2});
}
