// SPDX-License-Identifier: MIT
// A converged walk costs no more than another one: none of its numbers stays subnormal, where many
// processors take ten times as long.
#include <bit>
#include <cmath>

#include "optimizers/by_hand.hpp"

using namespace fogline;
using namespace fogline::tests;

namespace {

bool is_subnormal(double a) { return std::fpclassify(a) == FP_SUBNORMAL; }

template <class Coordinate>
bool has_subnormal(const Coordinate& c) {
  if constexpr (std::is_empty_v<Coordinate>) {
    return false;
  } else {
    for (const double number :
         std::bit_cast<std::array<double, sizeof(Coordinate) / sizeof(double)>>(c))
      if (is_subnormal(number)) return true;
    return false;
  }
}

// After how many of `steps` steps the walk stood on, or remembered, a subnormal number.
template <class Rule>
int slow_steps(const Rule& rule, const Landscape& l, Vec2 x, std::uint32_t steps) {
  PointState<Rule> state;
  Oracle oracle{.landscape = evaluator(l)};
  int slow = 0;
  for (std::uint32_t k = 0; k < steps; ++k) {
    oracle.stand(x);
    step(rule, state, oracle, x, {.step = k, .random = {}, .domain = domain(l)});
    slow += is_subnormal(x.x) || is_subnormal(x.y) || has_subnormal(state.coordinate[0]) ||
            has_subnormal(state.coordinate[1]);
  }
  return slow;
}

}  // namespace

TEST_CASE(
    "a walk that comes to rest at the origin or elsewhere stays subnormal for no longer than "
    "it takes to settle") {
  for_each_rule([]<class Rule>(const Rule& rule) {
    INFO(Rule::info.id);
    // Each of at most four numbers of two coordinates, once for no more than 64 steps.
    CHECK(slow_steps(rule, landscape("bowl"), {3, -2}, 200'000) <= 8 * 64);
    CHECK(slow_steps(rule, landscape("himmelblau"), {2.5, 2.5}, 200'000) <= 8 * 64);
    // A slope that is given up for good: the minimum itself, reached by the first coordinate alone.
    CHECK(slow_steps(rule, landscape("bowl"), {0, 1e-300}, 200'000) <= 8 * 64);
  });
}

TEST_CASE("what a rule remembers of a slope is forgotten in the end, at no time slowly") {
  for_each_rule([]<class Rule>(const Rule& rule) {
    INFO(Rule::info.id);
    typename Rule::template Coordinate<double> c{};
    typename Rule::Shared shared{};
    double x = 1;
    int slow = 0;
    for (std::uint32_t k = 0; k < 1'000'000; ++k) {
      shared = rule.advance(shared, 1);
      rule.update(shared, c, x, k == 0 ? 1.0 : 0.0);
      if (settles(k)) settle(c, x);
      slow += has_subnormal(c);
    }
    CHECK(slow <= 4 * 64);
    CHECK(std::isfinite(x));
  });
}

TEST_CASE("settling changes subnormal numbers alone") {
  for (const double a : {0x1p-1022, -0x1p-1022, 1e-300, -1.0, 1e300, HUGE_VAL})
    CHECK(same_bits(settled(a), a));
  for (const double a : {0x1.ffffffffffffep-1023, -0x1p-1023, 5e-324, -5e-324, 0.0, -0.0})
    CHECK(same_bits(settled(a), 0.0));
  CHECK(std::isnan(settled(std::nan(""))));
  // An empty state has nothing to settle.
  GradientDescent::Coordinate<double> none;
  double x = 1e-310;
  settle(none, x);
  CHECK(same_bits(x, 0.0));
}
