// SPDX-License-Identifier: MIT
// Chooses kernels by what this processor runs.
#include "fogline/landscapes/sample.hpp"

#include <cassert>

#include "fogline/landscapes/landscape.hpp"
#include "landscapes/kernels.hpp"

namespace fogline {
namespace {

#ifdef FOGLINE_X86_KERNELS
bool has_avx2() { return __builtin_cpu_supports("avx2"); }
bool has_avx512() { return has_avx2() && __builtin_cpu_supports("avx512f"); }
const BlockEvaluator* kernel_table(InstructionSet instructions) {
  if (instructions == InstructionSet::avx512) return kernels::table<Avx512>();
  if (instructions == InstructionSet::avx2) return kernels::table<Avx2>();
  return kernels::table<Baseline>();
}
#else
bool has_avx2() { return false; }
bool has_avx512() { return false; }
const BlockEvaluator* kernel_table(InstructionSet) { return kernels::table<Baseline>(); }
#endif

}  // namespace

bool is_available(InstructionSet instructions) {
  if (instructions == InstructionSet::avx512) return has_avx512();
  if (instructions == InstructionSet::avx2) return has_avx2();
  return true;
}

InstructionSet best_instruction_set() {
  static const InstructionSet best = has_avx512() ? InstructionSet::avx512
                                     : has_avx2() ? InstructionSet::avx2
                                                  : InstructionSet::baseline;
  return best;
}

BlockEvaluator block_evaluator(const Landscape& landscape, InstructionSet instructions) {
  assert(is_available(instructions));
  BlockEvaluator kernels = kernel_table(instructions)[landscape.index()];
  kernels.landscape = std::visit([](const auto& l) -> const void* { return &l; }, landscape);
  return kernels;
}

void sample(const Landscape& landscape, std::span<const double> x, std::span<const double> y,
            std::span<double> value, std::span<double> gx, std::span<double> gy,
            InstructionSet instructions, double time) {
  assert(y.size() == x.size() && (value.empty() || value.size() == x.size()) &&
         gx.size() == gy.size() && (gx.empty() || gx.size() == x.size()));
  const BlockEvaluator f = block_evaluator(landscape, instructions);
  const Block block{x.data(), y.data(), value.data(), gx.data(), gy.data(), x.size(), time};
  if (gx.empty() && !value.empty()) f.value(f.landscape, block);
  if (!gx.empty() && value.empty()) f.gradient(f.landscape, block);
  if (!gx.empty() && !value.empty()) f.both(f.landscape, block);
}

}  // namespace fogline
