// SPDX-License-Identifier: MIT
// The generator against its authors' known answers, and the distributions drawn from it.
#include "fogline/core/rng.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>
#include <vector>

#include "catch.hpp"

using namespace fogline;

namespace {

constexpr Purpose purposes[] = {Purpose::proposal,     Purpose::acceptance, Purpose::restart,
                                Purpose::start,        Purpose::tie,        Purpose::population,
                                Purpose::selection,    Purpose::crossover,  Purpose::mutation,
                                Purpose::velocity,     Purpose::sample,     Purpose::candidate,
                                Purpose::perturbation, Purpose::trial};

double correlation(const std::vector<double>& a, const std::vector<double>& b) {
  double sa = 0, sb = 0, saa = 0, sbb = 0, sab = 0;
  const auto n = static_cast<double>(a.size());
  for (std::size_t i = 0; i < a.size(); ++i) {
    sa += a[i];
    sb += b[i];
    saa += a[i] * a[i];
    sbb += b[i] * b[i];
    sab += a[i] * b[i];
  }
  return (sab - sa * sb / n) / std::sqrt((saa - sa * sa / n) * (sbb - sb * sb / n));
}

}  // namespace

TEST_CASE("Philox4x32-10 gives the known answers of Random123") {
  CHECK(philox({0, 0, 0, 0}, {0, 0}) ==
        std::array<std::uint32_t, 4>{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8});
  CHECK(philox({0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff}, {0xffffffff, 0xffffffff}) ==
        std::array<std::uint32_t, 4>{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd});
  CHECK(philox({0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}, {0xa4093822, 0x299f31d0}) ==
        std::array<std::uint32_t, 4>{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1});
}

TEST_CASE("a number depends on who asks, what for and when, and on nothing else") {
  std::set<double> seen;
  std::size_t asked = 0;
  for (const std::uint64_t seed : {0ull, 1ull, 1ull << 32, ~0ull})
    for (const std::uint32_t walker : {0u, 1u, 4000u})
      for (const Purpose purpose : purposes)
        for (const std::uint32_t step : {0u, 1u, 999'999u})
          for (const std::uint32_t draw : {0u, 1u}) {
            const Stream stream{seed, walker};
            const Vec2 u = stream.uniform_pair(purpose, step, draw);
            CHECK(u == Stream{seed, walker}.uniform_pair(purpose, step, draw));
            CHECK(u.x == stream.uniform(purpose, step, draw));
            seen.insert(u.x);
            seen.insert(u.y);
            asked += 2;
          }
  CHECK(seen.size() == asked);
}

TEST_CASE("streams of different purposes, walkers and seeds are uncorrelated") {
  std::vector<std::vector<double>> streams;
  constexpr std::uint32_t n = 20000;
  const auto collect = [&](const Stream& stream, Purpose purpose) {
    streams.emplace_back();
    for (std::uint32_t step = 0; step < n; ++step)
      streams.back().push_back(stream.uniform(purpose, step));
  };
  for (const Purpose purpose : purposes) collect({1, 0}, purpose);
  collect({1, 1}, Purpose::proposal);
  collect({2, 0}, Purpose::proposal);
  for (std::size_t a = 0; a < streams.size(); ++a)
    for (std::size_t b = 0; b < a; ++b)
      CHECK(std::abs(correlation(streams[a], streams[b])) < 5 / std::sqrt(double{n}));
}

TEST_CASE("uniform numbers lie in [0, 1) and fill it evenly") {
  const Stream stream{.seed = 42};
  std::array<int, 64> count{};
  constexpr int n = 64'000;
  for (std::uint32_t step = 0; step < n / 2; ++step) {
    const Vec2 u = stream.uniform_pair(Purpose::start, step);
    for (const double v : {u.x, u.y}) {
      REQUIRE((v >= 0 && v < 1));
      ++count[static_cast<std::size_t>(v * 64)];
    }
  }
  double chi_squared = 0;
  for (const int c : count) chi_squared += (c - 1000.0) * (c - 1000.0) / 1000;
  CHECK(chi_squared < 103.4);  // 63 degrees of freedom, one in a thousand
}

TEST_CASE("normal numbers have the moments of a standard normal, and their pair is independent") {
  const Stream stream{.seed = 9};
  constexpr std::uint32_t n = 100'000;
  std::vector<double> a, b;
  for (std::uint32_t step = 0; step < n; ++step) {
    const Vec2 z = stream.normal_pair(Purpose::proposal, step);
    REQUIRE(is_finite(z));
    a.push_back(z.x);
    b.push_back(z.y);
  }
  const auto moment = [](const std::vector<double>& z, int power) {
    double sum = 0;
    for (const double v : z) sum += std::pow(v, power);
    return sum / static_cast<double>(z.size());
  };
  // Margins of five standard errors: the variances of z, z^2, z^3, z^4 are 1, 2, 15, 96.
  const double root = std::sqrt(double{n});
  for (const auto& z : {a, b}) {
    CHECK(moment(z, 1) == Approx(0).margin(5 / root));
    CHECK(moment(z, 2) == Approx(1).margin(5 * std::sqrt(2) / root));
    CHECK(moment(z, 3) == Approx(0).margin(5 * std::sqrt(15) / root));
    CHECK(moment(z, 4) == Approx(3).margin(5 * std::sqrt(96) / root));
    CHECK(*std::max_element(z.begin(), z.end()) > 3.5);
  }
  CHECK(std::abs(correlation(a, b)) < 5 / root);
}
