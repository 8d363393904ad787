// SPDX-License-Identifier: MIT
// Blocks in SIMD lanes give the bits of the evaluator, for every instruction set and block length.
#include <bit>
#include <cstdint>

#include "catch.hpp"
#include "landscapes/variations.hpp"

using namespace fogline;
using namespace fogline::tests;

namespace {

constexpr InstructionSet all_sets[] = {InstructionSet::baseline, InstructionSet::avx2,
                                       InstructionSet::avx512};

bool same(double a, double b) {
  return std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b) ||
         (std::isnan(a) && std::isnan(b));
}

// The domain's lattice, and places far outside it.
std::vector<Vec2> places(const Landscape& landscape) {
  std::vector<Vec2> p = lattice(domain(landscape), 37);
  for (const double r : {0.0, 1e-300, 1e-8, 1e2, 1e5, 1e9, 1e100, 1e300})
    for (const Vec2 d : {Vec2{1, 1}, {-1, 0.3}, {0, -1}}) p.push_back(r * d);
  return p;
}

struct PlainColumns {
  std::vector<double> x, y, value, gx, gy;
  explicit PlainColumns(const std::vector<Vec2>& points)
      : value(points.size()), gx(points.size()), gy(points.size()) {
    for (const Vec2 p : points) {
      x.push_back(p.x);
      y.push_back(p.y);
    }
  }
};

int differences(const Landscape& landscape, const PlainColumns& c) {
  const Evaluator f = evaluator(landscape);
  int different = 0;
  for (std::size_t i = 0; i < c.x.size(); ++i) {
    const Gradient g = f.gradient({c.x[i], c.y[i]});
    different +=
        !same(c.value[i], g.value) || !same(c.gx[i], g.gradient.x) || !same(c.gy[i], g.gradient.y);
  }
  return different;
}

}  // namespace

TEST_CASE("samples have the evaluator's bits for every landscape and instruction set") {
  for (const Landscape& landscape : all_variations())
    for (const InstructionSet set : all_sets) {
      if (!is_available(set)) continue;
      INFO(described(landscape) << ", instruction set " << static_cast<int>(set));
      PlainColumns c(places(landscape));
      sample(landscape, c.x, c.y, c.value, c.gx, c.gy, set);
      CHECK(differences(landscape, c) == 0);
    }
}

TEST_CASE("values alone and gradients alone are the same numbers") {
  for (const Landscape& landscape : all_landscapes())
    for (const InstructionSet set : all_sets) {
      if (!is_available(set)) continue;
      INFO(described(landscape) << ", instruction set " << static_cast<int>(set));
      PlainColumns c(places(landscape));
      sample(landscape, c.x, c.y, c.value, {}, {}, set);
      sample(landscape, c.x, c.y, {}, c.gx, c.gy, set);
      CHECK(differences(landscape, c) == 0);
    }
}

TEST_CASE("blocks of any length, and none, are filled exactly") {
  const Landscape landscape = make_landscape("rastrigin");
  for (const InstructionSet set : all_sets) {
    if (!is_available(set)) continue;
    for (std::size_t n = 0; n < 20; ++n) {
      INFO(n << " points, instruction set " << static_cast<int>(set));
      const double untouched = 12345;
      std::vector<double> x(n, 0.3), y(n, 1.2), value(n + 8, untouched), gx = value, gy = value;
      for (std::size_t i = 0; i < n; ++i) x[i] += 0.1 * static_cast<double>(i);
      sample(landscape, x, y, {value.data(), n}, {gx.data(), n}, {gy.data(), n}, set);
      PlainColumns c({});
      c.x = x;
      c.y = y;
      c.value.assign(value.begin(), value.begin() + static_cast<std::ptrdiff_t>(n));
      c.gx.assign(gx.begin(), gx.begin() + static_cast<std::ptrdiff_t>(n));
      c.gy.assign(gy.begin(), gy.begin() + static_cast<std::ptrdiff_t>(n));
      CHECK(differences(landscape, c) == 0);
      for (std::size_t i = n; i < n + 8; ++i)
        CHECK((value[i] == untouched && gx[i] == untouched && gy[i] == untouched));
    }
  }
}

TEST_CASE("the baseline is always available and the best set is available") {
  CHECK(is_available(InstructionSet::baseline));
  CHECK(is_available(best_instruction_set()));
}
