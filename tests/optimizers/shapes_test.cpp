// SPDX-License-Identifier: MIT
// One rule, three shapes: a walker in the plane, a point in n dimensions and a flock in lanes move
// alike to the bit.
#include "optimizers/shapes.hpp"

#include <cmath>

#include "fogline/core/block.hpp"
#include "optimizers/by_hand.hpp"

using namespace fogline;
using namespace fogline::tests;

namespace {

constexpr std::size_t steps = 70, n = 16;

// Slopes of every scale and both signs, zeros among them; the last coordinate's are subnormal.
std::vector<double> slopes() {
  std::vector<double> all;
  const Stream random{.seed = 7};
  for (std::uint32_t k = 0; k < steps * n; ++k) {
    const Vec2 u = random.uniform_pair(Purpose::proposal, k);
    const double slope = k % 37 == 0 ? 0.0 : (u.x - 0.5) * std::pow(10.0, 12 * u.y - 6);
    all.push_back(k % n == n - 1 ? 1e-312 * slope : slope);
  }
  return all;
}

std::vector<double> starts() {
  std::vector<double> x;
  for (std::size_t i = 0; i < n; ++i) x.push_back(0.37 * static_cast<double>(i) - 2.5);
  x.back() = 1e-310;
  return x;
}

template <class Rule>
std::vector<typename Rule::Shared> shared_of(const Rule& rule) {
  std::vector<typename Rule::Shared> all;
  typename Rule::Shared shared{};
  for (std::size_t k = 0; k < steps; ++k) all.push_back(shared = rule.advance(shared, 1.0));
  return all;
}

// Where the coordinates end, moved by `flock`.
std::vector<double> ends(const Optimizer& o, UpdateFlock flock) {
  std::vector<double> x = starts();
  std::visit(
      [&]<class Rule>(const Rule& rule) {
        if constexpr (PerCoordinate<Rule>)
          flock(&rule, shared_of(rule).data(), steps, slopes().data(), x.data(), n);
      },
      o);
  return x;
}

// A rule with its hyperparameters as they are (but decaying), and all at either end of their range.
std::vector<Optimizer> variants(const Optimizer& original) {
  Optimizer decaying = original, lowest = original, highest = original;
  for (const Param& p : params(decaying))
    if (p.name == "weight_decay") p.set(0.01);
  for (const Param& p : params(lowest)) p.set(p.range.min);
  for (const Param& p : params(highest)) p.set(p.range.max);
  return {decaying, lowest, highest};
}

void check_lanes(UpdateFlock (*lanes)(std::size_t)) {
  int rules = 0, expected_rules = 0;
  for_each_rule([&](const auto&) { ++expected_rules; });
  for (const Optimizer& original : all_optimizers()) {
    if (!lanes(original.index())) continue;
    for (const Optimizer& o : variants(original)) {
      INFO(info(o).id);
      const auto got = ends(o, lanes(o.index())),
                 expected = ends(o, flock_of<double, void>(o.index()));
      int different = 0;
      for (std::size_t i = 0; i < n; ++i) different += !same_bits(got[i], expected[i]);
      CHECK(different == 0);
      CHECK(expected != starts());
    }
    ++rules;
  }
  CHECK(rules == expected_rules);
  CHECK(rules >= 17);
}

}  // namespace

#if XSIMD_WITH_SSE2
TEST_CASE("rules in baseline lanes have the bits of doubles") {
  check_lanes(&flock_in_lanes<Baseline>);
}
#endif

#ifdef FOGLINE_X86_KERNELS
TEST_CASE("rules in AVX2 lanes have the bits of doubles") {
  if (is_available(InstructionSet::avx2)) check_lanes(&flock_in_lanes<Avx2>);
  SUCCEED("or this processor has none");
}

TEST_CASE("rules in AVX-512 lanes have the bits of doubles") {
  if (is_available(InstructionSet::avx512)) check_lanes(&flock_in_lanes<Avx512>);
  SUCCEED("or this processor has none");
}
#endif

TEST_CASE("a point in n dimensions moves as the walker in the plane does") {
  // On the sum of squares each coordinate's slope is its own, so the first two of seven must walk
  // the plane's walk.
  const Vec2 start{1.5, -0.75};
  for_each_rule([&]<class Rule>(const Rule& rule) {
    INFO(Rule::info.id);
    const Trajectory plane = walked(landscape("bowl"), rule, start, 100);
    std::array<double, 7> x{start.x, start.y, 0.1, -4, 2, 1e-9, 30};
    std::array<typename Rule::template Coordinate<double>, 7> memory{};
    typename Rule::Shared shared{};
    for (std::uint32_t k = 1; k <= 100; ++k) {
      shared = rule.advance(shared, 1.0);
      for (std::size_t i = 0; i < x.size(); ++i) rule.update(shared, memory[i], x[i], 2 * x[i]);
      if (settles(k - 1))
        for (std::size_t i = 0; i < x.size(); ++i) settle(memory[i], x[i]);
      REQUIRE(same_bits(plane.at(k).x, Vec2{x[0], x[1]}));
    }
  });
}
