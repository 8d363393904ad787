// SPDX-License-Identifier: MIT
// The elementary functions against the C library's in long double, which has 11 bits more.
#include "fogline/core/elementary.hpp"

#include "catch.hpp"
#include "core/arguments.hpp"

using namespace fogline::tests;

namespace {

// The largest error of `f` over `xs`, in ulp.
template <class F, class G>
double worst(F f, G exact, const std::vector<double>& xs) {
  double most = 0;
  for (const double x : xs) most = std::max(most, ulps(f(x), exact(static_cast<long double>(x))));
  return most;
}

const auto sine = [](double x) { return fogline::sin(x); };
const auto cosine = [](double x) { return fogline::cos(x); };
const auto exact_sine = [](long double x) { return std::sin(x); };
const auto exact_cosine = [](long double x) { return std::cos(x); };

}  // namespace

TEST_CASE("sin and cos err by at most 2 ulp up to 1e6") {
  for (const auto& xs : {uniform(-7, 7, 200000), uniform(-1e6, 1e6, 200000),
                         every_scale(-80, 19, 200000), near_quarter_turns()}) {
    CHECK(worst(sine, exact_sine, xs) <= 2);
    CHECK(worst(cosine, exact_cosine, xs) <= 2);
  }
}

TEST_CASE("sin and cos stay within [-1, 1] for every finite argument") {
  std::vector<double> xs = any_bits(500000);
  xs.insert(xs.end(), {largest, -largest, 1e15, 0x1p31, 0x1p52, 0x1p53});
  for (const double x : near_quarter_turns()) xs.push_back(x);
  int outside = 0;
  for (const double x : xs)
    if (std::isfinite(x))
      outside += !(std::abs(fogline::sin(x)) <= 1) || !(std::abs(fogline::cos(x)) <= 1);
  CHECK(outside == 0);
}

TEST_CASE("sin and cos of infinities and NaN are NaN") {
  for (const double x : {infinity, -infinity, not_a_number}) {
    CHECK(std::isnan(fogline::sin(x)));
    CHECK(std::isnan(fogline::cos(x)));
  }
}

TEST_CASE("cos is exactly 1 at 0 and sincos gives the bits of sin and cos") {
  CHECK(fogline::cos(0.0) == 1);
  CHECK(fogline::sin(0.0) == 0);
  for (const double x : uniform(-100, 100, 1000)) {
    const auto both = fogline::sincos(x);
    CHECK(both.sin == fogline::sin(x));
    CHECK(both.cos == fogline::cos(x));
  }
}

TEST_CASE("sinpi errs by at most 3 ulp and cospi by 2.7e-16 up to 2^51") {
  constexpr long double half_turn = 3.14159265358979323846264338327950288L;
  std::vector<double> near_halves;
  for (const double x : every_scale(-60, -2, 20000))
    for (const double half : {0.5, 1.0, 1.5, -7.0, 1e6, 12345.5}) near_halves.push_back(half + x);
  for (const auto& xs : {uniform(-2, 2, 200000), uniform(-1e6, 1e6, 200000),
                         every_scale(-80, 50, 200000), near_halves})
    for (const double x : xs) {
      const long double rest = std::remainder(static_cast<long double>(x), 1.0L);
      const int sign = std::remainder(x - rest, 2.0L) == 0 ? 1 : -1;
      const double sine = ulps(fogline::sinpi(x), sign * std::sin(half_turn * rest));
      const auto cosine = std::abs(fogline::cospi(x) - sign * std::cos(half_turn * rest));
      if (!(sine <= 3)) FAIL("sinpi(" << x << ") errs by " << sine << " ulp");
      if (!(cosine <= 2.7e-16L)) FAIL("cospi(" << x << ") errs by " << cosine);
    }
}

TEST_CASE("sinpi and cospi are exact at whole and half numbers, within [-1, 1], and NaN past all") {
  for (const double n : {0.0, 1.0, 2.0, -3.0, 1e6, 123457.0, 0x1p50}) {
    const double parity = std::remainder(n, 2.0) == 0 ? 1 : -1;
    CHECK(fogline::sinpi(n) == 0);
    CHECK(fogline::cospi(n) == parity);
    CHECK(fogline::sinpi(n + 0.5) == parity);
    CHECK(fogline::cospi(n + 0.5) == 0);
  }
  int outside = 0;
  for (const double x : any_bits(500000))
    if (std::isfinite(x))
      outside += !(std::abs(fogline::sinpi(x)) <= 1) || !(std::abs(fogline::cospi(x)) <= 1);
  CHECK(outside == 0);
  for (const double x : {infinity, -infinity, not_a_number}) {
    CHECK(std::isnan(fogline::sinpi(x)));
    CHECK(std::isnan(fogline::cospi(x)));
  }
}

TEST_CASE("cos_sqrt errs by less than an ulp of 1 and is exactly 1 at 0") {
  double most = 0;
  for (const auto& us : {uniform(0, 4, 100000), uniform(0, 1e6, 100000), uniform(0, 1e-8, 1000)})
    for (const double u : us) {
      const long double exact = std::cos(std::sqrt(static_cast<long double>(u)));
      // A rounded root is off by half its last place.
      const double allowed = 2.3e-16 * (1 + std::sqrt(u));
      most = std::max(most, static_cast<double>(std::abs(fogline::cos_sqrt(u) - exact)) / allowed);
    }
  CHECK(most <= 1);
  CHECK(fogline::cos_sqrt(0.0) == 1);
  CHECK(std::isnan(fogline::cos_sqrt(-1.0)));
}

TEST_CASE("exp errs by at most 2 ulp from underflow to overflow") {
  const auto f = [](double x) { return fogline::exp(x); };
  const auto exact = [](long double x) { return std::exp(x); };
  CHECK(worst(f, exact, uniform(-760, 720, 300000)) <= 2);
  CHECK(worst(f, exact, uniform(-1, 1, 300000)) <= 2);
  CHECK(worst(f, exact, every_scale(-80, 11, 200000)) <= 2);
  CHECK(worst(f, exact, any_bits(100000)) <= 2);
  CHECK(worst(f, exact, special()) <= 2);
  CHECK(fogline::exp(0.0) == 1);
}

TEST_CASE("log errs by at most 2 ulp over all doubles, subnormal ones too") {
  const auto f = [](double x) { return fogline::log(x); };
  const auto exact = [](long double x) { return std::log(x); };
  CHECK(worst(f, exact, any_bits(500000)) <= 2);
  CHECK(worst(f, exact, uniform(0.3, 3, 300000)) <= 2);
  CHECK(worst(f, exact, uniform(0, 0x1p-1022, 100000)) <= 2);
  CHECK(worst(f, exact, special()) <= 2);
  CHECK(fogline::log(0.0) == -infinity);
  CHECK(std::isnan(fogline::log(-1.0)));
  CHECK(fogline::log(1.0) == 0);
}

TEST_CASE("tanh errs by at most 2 ulp") {
  const auto f = [](double x) { return fogline::tanh(x); };
  const auto exact = [](long double x) { return std::tanh(x); };
  CHECK(worst(f, exact, uniform(-3, 3, 300000)) <= 2);
  CHECK(worst(f, exact, every_scale(-80, 10, 200000)) <= 2);
  CHECK(worst(f, exact, special()) <= 2);
}

TEST_CASE("atan2 errs by at most 2 ulp in every quadrant and at its edges") {
  double most = 0;
  const std::vector<double> ys = any_bits(300000), xs = every_scale(-60, 60, 300000);
  const auto check = [&](double y, double x) {
    most = std::max(most, ulps(fogline::atan2(y, x), std::atan2(static_cast<long double>(y),
                                                                static_cast<long double>(x))));
  };
  for (std::size_t i = 0; i < xs.size(); ++i) {
    check(ys[i], ys[xs.size() - 1 - i]);
    check(xs[i], xs[xs.size() - 1 - i]);
    check(xs[i], xs[i] * 1.25);
  }
  for (const double y : special())
    for (const double x : special()) check(y, x);
  CHECK(most <= 2);
}

TEST_CASE("floor, abs, sqrt, min and max are exact") {
  std::vector<double> xs = any_bits(200000);
  for (const double x : special()) xs.push_back(x);
  for (const double x : uniform(-10, 10, 1000)) xs.push_back(x);
  int wrong = 0;
  for (const double x : xs) {
    if (std::isnan(x)) continue;
    wrong += fogline::floor(x) != std::floor(x);
    wrong += fogline::abs(x) != std::abs(x);
    wrong += x >= 0 && fogline::sqrt(x) != std::sqrt(x);
    wrong += fogline::min(x, 1.0) != std::min(x, 1.0) || fogline::max(x, 1.0) != std::max(x, 1.0);
  }
  CHECK(wrong == 0);
}

TEST_CASE("integer powers: exact where the result is, 1 over for negative exponents") {
  CHECK(fogline::pow(3.0, 4) == 81);
  CHECK(fogline::pow(-2.0, 5) == -32);
  CHECK(fogline::pow(0.0, 0) == 1);
  CHECK(fogline::pow(2.0, -3) == 0.125);
  CHECK(fogline::pow(0.0, -1) == infinity);
  for (const double x : uniform(-3, 3, 1000)) {
    const long double exact = x;
    CHECK(ulps(fogline::pow(x, 3), exact * exact * exact) <= 2);
    CHECK(ulps(fogline::pow(x, 2), exact * exact) <= 0.5);
  }
}

TEST_CASE("pi and e are the nearest doubles") {
  CHECK(fogline::pi == 3.14159265358979323846);
  CHECK(fogline::euler == 2.71828182845904523536);
}
