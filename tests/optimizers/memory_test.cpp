// SPDX-License-Identifier: MIT
// Running products over long walks, and a schedule's factor.
#include <cmath>
#include <cstring>

#include "optimizers/by_hand.hpp"

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

TEST_CASE("the rules that keep other products cut them too") {
  NAdam::Shared nadam;
  RAdam::Shared radam;
  Adamax::Shared adamax;
  bool normal = true;
  for (int t = 1; t <= 60000; ++t) {
    nadam = NAdam{.beta1 = 0.5, .beta2 = 0.9}.advance(nadam, 1);
    radam = RAdam{.beta1 = 0.5, .beta2 = 0.9}.advance(radam, 1);
    adamax = Adamax{.beta1 = 0.5}.advance(adamax, 1);
    for (const double power :
         {nadam.product, nadam.power2, radam.bias.power1, radam.bias.power2, adamax.power1})
      normal = normal && (power == 0 || std::isnormal(power));
  }
  CHECK(normal);
  CHECK(nadam.product == 0);
  CHECK(nadam.power2 == 0);
  CHECK(nadam.root == 1);
  CHECK(radam.bias.power2 == 0);
  CHECK(adamax.rate == Adamax{}.learning_rate);
}

namespace {

// A coordinate that has walked for a while, and what moves it.
template <class Rule>
struct Led {
  double x = 1;
  typename Rule::template Coordinate<double> memory{};
  typename Rule::Shared shared{};

  void step(const Rule& rule, double slope, double rate_factor) {
    shared = rule.advance(shared, rate_factor);
    rule.update(shared, memory, x, slope);
  }
};

template <class Coordinate>
bool same_memory(const Coordinate& a, const Coordinate& b) {
  if constexpr (std::is_empty_v<Coordinate>)
    return true;
  else
    return std::memcmp(&a, &b, sizeof a) == 0;
}

}  // namespace

TEST_CASE("the schedule's factor changes the rate and not the memory") {
  for_each_rule([]<class Rule>(const Rule& rule) {
    INFO(Rule::info.id);
    // Rprop's rate is the length of the first step, which it remembers; later it has no rate.
    const bool only_first = Rule::info.id == "rprop";
    for (int walked_before = 0; walked_before < 8; ++walked_before) {
      Led<Rule> full, half, none;
      for (int k = 0; k < walked_before; ++k)
        for (auto* led : {&full, &half, &none}) led->step(rule, 3 + k, 1);
      const double before = full.x;
      full.step(rule, 2, 1);
      half.step(rule, 2, 0.5);
      none.step(rule, 2, 0);
      REQUIRE(full.x != before);
      if (only_first && walked_before > 0) {
        CHECK(half.x == full.x);
        CHECK(none.x == full.x);
      } else {
        CHECK(half.x - before == Approx(0.5 * (full.x - before)));
        if (!only_first) CHECK(none.x == before);
      }
      CHECK(same_memory(full.memory, half.memory) == !(only_first && walked_before == 0));
    }
  });
}
