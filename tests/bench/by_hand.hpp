// SPDX-License-Identifier: MIT
// What flocks are measured against: momentum on one landscape as one would write it for nothing
// else. Landscape and rule stand in one loop, eight registers of walkers make all their steps side
// by side, products and sums are fused, the sine is a polynomial.
#pragma once

#include <cstddef>
#include <cstdint>

namespace fogline::by_hand {

// Moves n walkers, a multiple of 64, from rest. The momentum is 0.9.
using Walk = void (*)(double* x, double* y, std::size_t n, std::uint32_t steps, double rate);

void himmelblau_avx2(double* x, double* y, std::size_t n, std::uint32_t steps, double rate);
void rastrigin_avx2(double* x, double* y, std::size_t n, std::uint32_t steps, double rate);
void himmelblau_avx512(double* x, double* y, std::size_t n, std::uint32_t steps, double rate);
void rastrigin_avx512(double* x, double* y, std::size_t n, std::uint32_t steps, double rate);

}  // namespace fogline::by_hand
