// SPDX-License-Identifier: MIT
// Landscapes evaluated at blocks of points in SIMD lanes: the instruction sets that kernels are
// compiled for, and the function pointers through which they are called.
#pragma once

#include <cstddef>
#include <span>

namespace fogline {

// What kernels are compiled for; `baseline` runs everywhere (SSE2 on x86-64).
enum class InstructionSet { baseline, avx2, avx512 };

// Whether this build has kernels for it and this processor and system run them.
bool is_available(InstructionSet instructions);
// The widest available one.
InstructionSet best_instruction_set();

// A block of n points: coordinates in, losses and slopes out, arrays of n doubles.
struct Block {
  const double *x = nullptr, *y = nullptr;
  double *value = nullptr, *gx = nullptr, *gy = nullptr;
  std::size_t n = 0;
  double time = 0;  // in steps, the same for all; only landscapes that drift look at it
};

// A landscape seen by a flock. Borrows the landscape, which must outlive it. Each function fills
// what it is named after and leaves the other arrays alone (they may be null). `slope` fills the
// gradients of a multiple of 16 points and returns the sum of their squared distances from the
// origin: below `tame` everyone is_walkable (evaluator.hpp) unless a slope is not finite. It is
// null for landscapes that do not promise that.
struct BlockEvaluator {
  const void* landscape = nullptr;
  void (*value)(const void* landscape, const Block&) = nullptr;
  void (*gradient)(const void* landscape, const Block&) = nullptr;
  void (*both)(const void* landscape, const Block&) = nullptr;
  double (*slope)(const void* landscape, const Block&) = nullptr;
  static constexpr double tame = 0x1p128;
};

}  // namespace fogline
