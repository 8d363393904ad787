// SPDX-License-Identifier: MIT
// Compiled once for AVX2 and once for AVX-512, with FMA and contraction; `V` is a register.
#pragma once

#include <cmath>
#include <cstring>

#include "by_hand.hpp"

namespace fogline::by_hand {
namespace {

#ifdef __AVX512F__
typedef double V __attribute__((vector_size(64)));
typedef long long Bits __attribute__((vector_size(64)));
#else
typedef double V __attribute__((vector_size(32)));
typedef long long Bits __attribute__((vector_size(32)));
#endif

// Registers of walkers side by side, so that one waits while another works.
constexpr std::size_t lanes = sizeof(V) / sizeof(double), chains = 8;
using Row = V[chains];

struct Himmelblau {
  static void slopes(const Row& x, const Row& y, Row& gx, Row& gy) {
    for (std::size_t c = 0; c < chains; ++c) {
      const V a = x[c] * x[c] + y[c] - 11, b = y[c] * y[c] + x[c] - 7;
      gx[c] = 4 * a * x[c] + 2 * b;
      gy[c] = 4 * b * y[c] + 2 * a;
    }
  }
};

struct Rastrigin {
  // sin(2 pi x): less a multiple of 1/2, Taylor's series to the 19th power (right to 3e-16), the
  // sign by the multiple's lowest bit. Coefficient by coefficient for all chains.
  static void slope(const Row& x, Row& g) {
    constexpr double taylor[] = {6.283185307179586,    -41.341702240399755, 81.60524927607504,
                                 -76.70585975306136,   42.058693944897634,  -15.094642576822984,
                                 3.8199525848482803,   -0.7181223017785001, 0.10422916220813978,
                                 -0.012031585942120619};
    constexpr double height = 20 * 3.141592653589793;
    Row turns, r, z, p;
    for (std::size_t c = 0; c < chains; ++c) {
      turns[c] = 2 * x[c] + 0x1.8p52;
      r[c] = x[c] - 0.5 * (turns[c] - 0x1.8p52);
      z[c] = r[c] * r[c];
      p[c] = z[c] * taylor[9] + taylor[8];
    }
#pragma GCC unroll 8
    for (int k = 7; k >= 0; --k)
      for (std::size_t c = 0; c < chains; ++c) p[c] = p[c] * z[c] + taylor[k];
    for (std::size_t c = 0; c < chains; ++c) {
      const Bits sine =
          reinterpret_cast<Bits>(p[c] * r[c]) ^ (reinterpret_cast<Bits>(turns[c]) << 63);
      g[c] = 2 * x[c] + height * reinterpret_cast<V>(sine);
    }
  }
  static void slopes(const Row& x, const Row& y, Row& gx, Row& gy) {
    slope(x, gx);
    slope(y, gy);
  }
};

template <class Landscape>
void walk(double* x, double* y, std::size_t n, std::uint32_t steps, double rate) {
  for (std::size_t first = 0; first < n; first += chains * lanes) {
    Row px, py, gx, gy, vx{}, vy{};
    std::memcpy(px, x + first, sizeof px);
    std::memcpy(py, y + first, sizeof py);
    for (std::uint32_t k = 0; k < steps; ++k) {
      Landscape::slopes(px, py, gx, gy);
      for (std::size_t c = 0; c < chains; ++c) {
        vx[c] = 0.9 * vx[c] + gx[c];
        vy[c] = 0.9 * vy[c] + gy[c];
        px[c] -= rate * vx[c];
        py[c] -= rate * vy[c];
      }
    }
    std::memcpy(x + first, px, sizeof px);
    std::memcpy(y + first, py, sizeof py);
  }
}

}  // namespace
}  // namespace fogline::by_hand
