// SPDX-License-Identifier: MIT
// Adam's running products and a schedule's factor over long walks.
#include <cmath>

#include "catch.hpp"
#include "optimizers/courses.hpp"

using namespace fogline;
using namespace fogline::tests;

TEST_CASE("Adam's running products are cut to 0 and never go subnormal") {
  for (const double beta : {0.0, 0.5, 0.9, 0.999}) {
    const Adam adam{.beta1 = beta, .beta2 = beta};
    Adam::Shared s;
    bool normal = true;
    for (int t = 1; t <= 60000; ++t) {
      s = adam.advance(s, 1);
      for (const double power : {s.power1, s.power2})
        normal = normal && (power == 0 || std::isnormal(power));
    }
    INFO("beta " << beta);
    CHECK(normal);
    CHECK(s.power1 == 0);
    CHECK(s.power2 == 0);
    CHECK(s.rate == adam.learning_rate);
    CHECK(s.root == 1);
  }
}

TEST_CASE("cutting a product changes no bias correction") {
  const Adam adam{.beta1 = 0.9, .beta2 = 0.99};
  Adam::Shared s;
  long double power1 = 1, power2 = 1;
  for (int t = 1; t <= 20000; ++t) {
    s = adam.advance(s, 1);
    power1 *= 0.9L;
    power2 *= 0.99L;
    REQUIRE(s.rate == Approx(static_cast<double>(0.01L / (1 - power1))).epsilon(1e-13));
    REQUIRE(s.root == Approx(static_cast<double>(1 / std::sqrt(1 - power2))).epsilon(1e-13));
  }
}

TEST_CASE("the schedule's factor changes the rate and not the memory") {
  const Optimizer roster[] = {GradientDescent{}, Momentum{}, Nesterov{}, RmsProp{}, Adam{}};
  for (const Optimizer& o : roster)
    std::visit(
        []<class Rule>(const Rule& rule) {
          if constexpr (PerCoordinate<Rule>) {
            INFO(Rule::info.id);
            typename Rule::template Coordinate<double> full{}, half{};
            double x = 1, y = 1;
            rule.update(rule.advance({}, 1.0), full, x, 3.0);
            rule.update(rule.advance({}, 0.5), half, y, 3.0);
            CHECK(y - 1 == Approx(0.5 * (x - 1)));
            if constexpr (requires { full.v; }) CHECK(full.v == half.v);
            if constexpr (requires { full.m; }) CHECK(full.m == half.m);
          }
        },
        o);
}
