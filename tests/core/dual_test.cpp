// SPDX-License-Identifier: MIT
// Duals against jets, at kinks, and the promise that known derivatives are types.
#include "fogline/core/dual.hpp"

#include "catch.hpp"
#include "core/formulas.hpp"
#include "fogline/core/jet.hpp"

using namespace fogline;
using namespace fogline::tests;

namespace {

template <class F>
void check_against_jet(const F& f, Vec2 p) {
  const auto [x, y] = dual_point(p.x, p.y);
  const auto [jx, jy] = jet_point(p);
  const auto dual = f(x, y);
  const Jet jet = f(jx, jy);
  const auto close = [](double v) { return Approx(v).epsilon(1e-13).margin(1e-13); };
  CHECK(dual.value == f(p.x, p.y));
  CHECK(dual.value == jet.v);
  CHECK(slope::number<double>(dual.dx) == close(jet.x));
  CHECK(slope::number<double>(dual.dy) == close(jet.y));
}

}  // namespace

TEST_CASE("duals have the value of doubles to the bit and the gradient of jets") {
  for (const Vec2 p : {Vec2{0.7, 0.4}, {1.3, 2.9}, {2.2, 0.6}, {0.3, 1.7}})
    std::apply([&](const auto&... f) { (check_against_jet(f, p), ...); }, formulas);
}

TEST_CASE("derivatives known to be 0 stay types") {
  const auto [x, y] = dual_point(2.0, 3.0);
  STATIC_REQUIRE(std::is_same_v<decltype(x * x), Dual<double, double, Zero>>);
  STATIC_REQUIRE(std::is_same_v<decltype(x + y), Dual<double, One, One>>);
  STATIC_REQUIRE(std::is_same_v<decltype(exp(y)), Dual<double, Zero, double>>);
  const auto f = x * x + y;
  STATIC_REQUIRE(std::is_same_v<decltype(f.dy), One>);
  CHECK(f.value == 7);
  CHECK(f.dx == 4);
}

TEST_CASE("at a kink the dual's derivatives are 0, never NaN") {
  const auto [x, y] = dual_point(0.0, 0.0);
  CHECK(abs(x).dx == 0);
  const auto cone = sqrt(sq(x) + sq(y));
  CHECK(cone.dx == 0);
  CHECK(cone.dy == 0);
  CHECK(sqrt(x).dx == 0);
  CHECK(atan2(y, x).dx == 0);
  CHECK(atan2(y, x).dy == 0);
  STATIC_REQUIRE(std::is_same_v<decltype(floor(x).dx), Zero>);
}

TEST_CASE("min, max and select take the derivative of the branch they return") {
  const auto [x, y] = dual_point(1.0, 2.0);
  CHECK(min(x, y).dx == 1);
  CHECK(min(x, y).dy == 0);
  CHECK(max(x, y).dx == 0);
  CHECK(max(x, y).dy == 1);
  CHECK(select(x < y, x * x, y).dx == 2);
  CHECK(max(x, 5.0).dx == 0);
}
