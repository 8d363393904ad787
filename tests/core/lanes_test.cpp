// SPDX-License-Identifier: MIT
// Lanes of every instruction set that this machine runs give the bits of plain doubles.
#include "fogline/core/lanes.hpp"

#include "catch.hpp"
#include "core/arguments.hpp"
#include "core/lane_results.hpp"
#include "fogline/core/block.hpp"

using namespace fogline;
using namespace fogline::tests;

namespace {

struct Arguments {
  std::vector<double> x, y;
};

// Specials crossed with each other, arbitrary bits, and ordinary numbers; a multiple of 8.
Arguments arguments() {
  Arguments a;
  for (const double x : special())
    for (const double y : special()) {
      a.x.push_back(x);
      a.y.push_back(y);
    }
  for (const auto& xs : {any_bits(20000), uniform(-10, 10, 20000), every_scale(-30, 19, 20000)})
    for (std::size_t i = 0; i < xs.size(); ++i) {
      a.x.push_back(xs[i]);
      a.y.push_back(xs[xs.size() - 1 - i]);
    }
  a.x.resize(a.x.size() / 8 * 8);
  a.y.resize(a.x.size());
  return a;
}

// Same bits, any NaN being as good as another.
bool same(double a, double b) {
  return std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b) ||
         (std::isnan(a) && std::isnan(b));
}

void check_lanes(LaneResults lanes) {
  const Arguments a = arguments();
  const int n = static_cast<int>(a.x.size());
  std::vector<double> got(a.x.size()), expected(a.x.size());
  for (int index = 0; index < lane_functions; ++index) {
    lanes(index, a.x.data(), a.y.data(), got.data(), n);
    compute_lanes<void, double>(index, a.x.data(), a.y.data(), expected.data(), n);
    int different = 0;
    for (std::size_t i = 0; i < got.size(); ++i)
      if (!same(got[i], expected[i]) && ++different == 1)
        UNSCOPED_INFO("function " << index << " at " << a.x[i] << ", " << a.y[i] << ": " << got[i]
                                  << " instead of " << expected[i]);
    CHECK(different == 0);
  }
}

}  // namespace

#if XSIMD_WITH_SSE2
TEST_CASE("baseline lanes have the bits of doubles") { check_lanes(lane_results<Baseline>()); }
#endif

#ifdef FOGLINE_X86_KERNELS
TEST_CASE("AVX2 lanes have the bits of doubles") {
  if (is_available(InstructionSet::avx2)) check_lanes(lane_results<Avx2>());
  SUCCEED("or this processor has none");
}

TEST_CASE("AVX-512 lanes have the bits of doubles") {
  if (is_available(InstructionSet::avx512)) check_lanes(lane_results<Avx512>());
  SUCCEED("or this processor has none");
}
#endif
