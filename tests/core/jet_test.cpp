// SPDX-License-Identifier: MIT
// Jets against central differences of values and of gradients, and at kinks.
#include "fogline/core/jet.hpp"

#include "catch.hpp"
#include "core/formulas.hpp"

using namespace fogline;
using namespace fogline::tests;

namespace {

template <class F>
void check_derivatives(const F& f, Vec2 p) {
  const auto at = [&](double x, double y) {
    const auto q = jet_point({x, y});
    return f(q.x, q.y);
  };
  const double h = 1e-5;
  const Jet j = at(p.x, p.y), e = at(p.x + h, p.y), w = at(p.x - h, p.y), n = at(p.x, p.y + h),
            s = at(p.x, p.y - h);
  const auto close = [](double v) { return Approx(v).epsilon(1e-7).margin(1e-7); };
  CHECK(j.v == f(p.x, p.y));
  CHECK(j.x == close((e.v - w.v) / (2 * h)));
  CHECK(j.y == close((n.v - s.v) / (2 * h)));
  CHECK(j.xx == close((e.x - w.x) / (2 * h)));
  CHECK(j.xy == close((e.y - w.y) / (2 * h)));
  CHECK(j.xy == close((n.x - s.x) / (2 * h)));
  CHECK(j.yy == close((n.y - s.y) / (2 * h)));
}

void check_zero_slope(const Jet& f) {
  CHECK(f.x == 0);
  CHECK(f.y == 0);
  CHECK(f.xx == 0);
  CHECK(f.xy == 0);
  CHECK(f.yy == 0);
}

}  // namespace

TEST_CASE("jets agree with central differences over the whole vocabulary") {
  for (const Vec2 p : {Vec2{0.7, 0.4}, {1.3, 2.9}, {2.2, 0.6}, {0.3, 1.7}})
    std::apply([&](const auto&... f) { (check_derivatives(f, p), ...); }, formulas);
}

TEST_CASE("at a kink the jet's derivatives are 0, never NaN") {
  const auto [x, y] = jet_point({0, 0});
  check_zero_slope(abs(x));
  check_zero_slope(sqrt(sq(x) + sq(y)));
  check_zero_slope(sqrt(x));
  check_zero_slope(atan2(y, x));
  check_zero_slope(floor(x));
  CHECK(exp(-0.2 * sqrt(0.5 * (sq(x) + sq(y)))).v == 1);
  check_zero_slope(exp(-0.2 * sqrt(0.5 * (sq(x) + sq(y)))));
}

TEST_CASE("a smooth even function keeps its curvature at the centre") {
  const auto [x, y] = jet_point({0, 0});
  const Jet f = exp(-(sq(x) + sq(y)));
  CHECK(f.xx == -2);
  CHECK(f.xy == 0);
  CHECK(f.yy == -2);
}

TEST_CASE("powers 0 and 1 have finite derivatives at 0") {
  const auto [x, y] = jet_point({0, 3});
  CHECK(pow(x, 0).x == 0);
  CHECK(pow(x, 1).x == 1);
  CHECK(pow(x, 1).xx == 0);
  CHECK(pow(x, 2).xx == 2);
  CHECK(pow(y, 2).yy == 2);
}
