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

TEST_CASE("cos_sqrt has derivatives -1/2 and 1/12 at 0, and their series near it") {
  const auto at = [](double u) { return cos_sqrt(jet_point({u, 0}).x); };
  CHECK(at(0).v == 1);
  CHECK(at(0).x == -0.5);
  CHECK(at(0).xx == 1.0 / 12);
  // (sin r - r cos r) / (4 r^3), which extended precision bears down to here.
  for (const double u : {1e-3, 0.01, 0.3, 0.999999, 1.0, 1.000001, 2.0, 30.0, 100.0}) {
    const long double r = std::sqrt(static_cast<long double>(u)), s = std::sin(r), c = std::cos(r);
    const Jet f = at(u);
    INFO("u = " << u);
    CHECK(f.x == Approx(static_cast<double>(-s / (2 * r))).epsilon(1e-14));
    CHECK(f.xx == Approx(static_cast<double>((s - r * c) / (4 * r * r * r))).epsilon(1e-13));
  }
}

TEST_CASE("a ripple cos(12 r) keeps its curvature at the centre") {
  const auto ripple = [](const auto& p) {
    const auto& [x, y] = p;
    return cos_sqrt(144.0 * (sq(x) + sq(y)));
  };
  const Jet f = ripple(jet_point({0, 0}));
  CHECK(f.v == 1);
  CHECK(f.x == 0);
  CHECK(f.xx == -144);
  CHECK(f.xy == 0);
  CHECK(f.yy == -144);
}

TEST_CASE("powers 0 and 1 have finite derivatives at 0") {
  const auto [x, y] = jet_point({0, 3});
  CHECK(pow(x, 0).x == 0);
  CHECK(pow(x, 1).x == 1);
  CHECK(pow(x, 1).xx == 0);
  CHECK(pow(x, 2).xx == 2);
  CHECK(pow(y, 2).yy == 2);
}
