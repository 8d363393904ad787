// SPDX-License-Identifier: MIT
// The formulas once more, as their sources print them, in long double and with the C library's
// functions: the landscapes agree with them all over their domains.
#include <cmath>

#include "catch.hpp"
#include "landscapes/variations.hpp"

using namespace fogline;
using namespace fogline::tests;

namespace {

using Real = long double;
constexpr Real pi_ = 3.14159265358979323846264338327950288L;

Real sqr(Real a) { return a * a; }
Real root(Real x, Real y) { return std::sqrt(x * x + y * y); }

struct Formula {
  std::string_view id;
  Real (*f)(Real x, Real y);
};

const Formula bowls[] = {
    {"booth", [](Real x, Real y) { return sqr(x + 2 * y - 7) + sqr(2 * x + y - 5); }},
    {"matyas", [](Real x, Real y) { return 0.26L * (x * x + y * y) - 0.48L * x * y; }},
    {"zakharov",
     [](Real x, Real y) {
       const Real s = 0.5L * 1 * x + 0.5L * 2 * y;
       return x * x + y * y + s * s + s * s * s * s;
     }},
    {"dixon_price", [](Real x, Real y) { return sqr(x - 1) + 2 * sqr(2 * y * y - x); }},
    {"perm",
     [](Real x, Real y) {
       const Real c[2] = {x, y}, beta = 0.5L;
       Real outer = 0;
       for (int i = 1; i <= 2; ++i) {
         Real inner = 0;
         for (int j = 1; j <= 2; ++j)
           inner += (std::pow(Real(j), Real(i)) + beta) * (std::pow(c[j - 1] / j, i) - 1);
         outer += inner * inner;
       }
       return outer;
     }},
    {"three_hump_camel", [](Real x, Real y) {
       return 2 * x * x - 1.05L * std::pow(x, 4) + std::pow(x, 6) / 6 + x * y + y * y;
     }}};

const Formula valleys_and_traps[] = {
    {"goldstein_price",
     [](Real x, Real y) {
       return (1 + sqr(x + y + 1) * (19 - 14 * x + 3 * x * x - 14 * y + 6 * x * y + 3 * y * y)) *
              (30 +
               sqr(2 * x - 3 * y) * (18 - 32 * x + 12 * x * x + 48 * y - 36 * x * y + 27 * y * y));
     }},
    {"branin",
     [](Real x, Real y) {
       return sqr(y - 5.1L / (4 * pi_ * pi_) * x * x + 5 / pi_ * x - 6) +
              10 * (1 - 1 / (8 * pi_)) * std::cos(x) + 10;
     }},
    {"levy13",
     [](Real x, Real y) {
       return sqr(std::sin(3 * pi_ * x)) + sqr(x - 1) * (1 + sqr(std::sin(3 * pi_ * y))) +
              sqr(y - 1) * (1 + sqr(std::sin(2 * pi_ * y)));
     }},
    {"griewank",
     [](Real x, Real y) {
       return (x * x + y * y) / 4000 - std::cos(x) * std::cos(y / std::sqrt(2.0L)) + 1;
     }},
    {"schwefel",
     [](Real x, Real y) {
       return 418.9828872724337062747864351956L * 2 - x * std::sin(std::sqrt(std::abs(x))) -
              y * std::sin(std::sqrt(std::abs(y)));
     }},
    {"easom",
     [](Real x, Real y) {
       return -std::cos(x) * std::cos(y) * std::exp(-sqr(x - pi_) - sqr(y - pi_));
     }},
    {"mccormick",
     [](Real x, Real y) { return std::sin(x + y) + sqr(x - y) - 1.5L * x + 2.5L * y + 1; }},
    {"eggholder",
     [](Real x, Real y) {
       return -(y + 47) * std::sin(std::sqrt(std::abs(y + x / 2 + 47))) -
              x * std::sin(std::sqrt(std::abs(x - (y + 47))));
     }},
    {"michalewicz",
     [](Real x, Real y) {
       return -std::sin(x) * std::pow(std::sin(x * x / pi_), 20.0L) -
              std::sin(y) * std::pow(std::sin(2 * y * y / pi_), 20.0L);
     }},
    {"mishra_bird",
     [](Real x, Real y) {
       return std::sin(y) * std::exp(sqr(1 - std::cos(x))) +
              std::cos(x) * std::exp(sqr(1 - std::sin(y))) + sqr(x - y);
     }},
    {"bohachevsky", [](Real x, Real y) {
       return x * x + 2 * y * y - 0.3L * std::cos(3 * pi_ * x) - 0.4L * std::cos(4 * pi_ * y) +
              0.7L;
     }}};

const Formula rings_and_kinks[] = {
    {"drop_wave",
     [](Real x, Real y) {
       return -(1 + std::cos(12 * root(x, y))) / (0.5L * (x * x + y * y) + 2);
     }},
    {"salomon",
     [](Real x, Real y) { return 1 - std::cos(2 * pi_ * root(x, y)) + 0.1L * root(x, y); }},
    {"schaffer2",
     [](Real x, Real y) {
       return 0.5L + (sqr(std::sin(x * x - y * y)) - 0.5L) / sqr(1 + 0.001L * (x * x + y * y));
     }},
    {"schaffer4",
     [](Real x, Real y) {
       return 0.5L + (sqr(std::cos(std::sin(std::abs(x * x - y * y)))) - 0.5L) /
                         sqr(1 + 0.001L * (x * x + y * y));
     }},
    {"monkey_saddle", [](Real x, Real y) { return x * x * x - 3 * x * y * y; }},
    {"cross_in_tray",
     [](Real x, Real y) {
       const Real e = std::exp(std::abs(100 - root(x, y) / pi_));
       return -0.0001L * std::pow(std::abs(std::sin(x) * std::sin(y) * e) + 1, 0.1L);
     }},
    {"holder_table",
     [](Real x, Real y) {
       return -std::abs(std::sin(x) * std::cos(y) * std::exp(std::abs(1 - root(x, y) / pi_)));
     }},
    {"bukin6",
     [](Real x, Real y) {
       return 100 * std::sqrt(std::abs(y - 0.01L * x * x)) + 0.01L * std::abs(x + 10);
     }},
    {"alpine",
     [](Real x, Real y) {
       return std::abs(x * std::sin(x) + 0.1L * x) + std::abs(y * std::sin(y) + 0.1L * y);
     }},
    {"flower", [](Real x, Real y) { return root(x, y) + std::sin(4 * std::atan2(y, x)); }}};

// At points off the lattices on which kinks lie; rounding of the largest terms is allowed for.
void check(const Formula& formula) {
  const Landscape landscape = make_landscape(formula.id);
  const Evaluator f = evaluator(landscape);
  const Box box = domain(landscape);
  for (int i = 0; i < 500; ++i) {
    const double u = i * 0.7548776662466927, v = i * 0.5698402909980532;  // Roberts' sequence
    const Vec2 p = box.at(u - std::floor(u), v - std::floor(v));
    const double expected = static_cast<double>(formula.f(p.x, p.y));
    INFO(formula.id << " at " << p.x << ", " << p.y);
    CHECK(f.value(p) == Approx(expected).epsilon(1e-12).margin(1e-12 * (1 + norm(p))));
  }
}

}  // namespace

TEST_CASE("bowls agree with their published formulas") {
  for (const Formula& formula : bowls) check(formula);
}

TEST_CASE("valleys and traps agree with their published formulas") {
  for (const Formula& formula : valleys_and_traps) check(formula);
}

TEST_CASE("rings, ripples and kinks agree with their published formulas") {
  for (const Formula& formula : rings_and_kinks) check(formula);
}

TEST_CASE("Bohachevsky's variants agree with their published formulas") {
  const Formula variants[] = {
      {"2",
       [](Real x, Real y) {
         return x * x + 2 * y * y - 0.3L * std::cos(3 * pi_ * x) * std::cos(4 * pi_ * y) + 0.3L;
       }},
      {"3", [](Real x, Real y) {
         return x * x + 2 * y * y - 0.3L * std::cos(3 * pi_ * x + 4 * pi_ * y) + 0.3L;
       }}};
  Landscape landscape = make_landscape("bohachevsky");
  for (const Formula& variant : variants) {
    params(landscape)[0].set_text(variant.id);
    for (const Vec2 p : lattice({{-1, -1}, {1.3, 1.7}}, 12))
      CHECK(evaluator(landscape).value(p) ==
            Approx(static_cast<double>(variant.f(p.x, p.y))).epsilon(1e-13).margin(1e-14));
  }
}
