// SPDX-License-Identifier: MIT
// What this processor and this build can run.
#include "fogline/core/block.hpp"

namespace fogline {
namespace {

#ifdef FOGLINE_X86_KERNELS
bool has_avx2() { return __builtin_cpu_supports("avx2"); }
bool has_avx512() { return has_avx2() && __builtin_cpu_supports("avx512f"); }
#else
bool has_avx2() { return false; }
bool has_avx512() { return false; }
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

}  // namespace fogline
