// SPDX-License-Identifier: MIT
// Chooses kernels by what this processor runs.
#include "fogline/core/block.hpp"

#include <cassert>
#include <cmath>
#include <type_traits>

#include "fogline/landscapes/landscape.hpp"
#include "landscapes/composite.hpp"
#include "landscapes/formula.hpp"
#include "landscapes/kernels.hpp"

namespace fogline {
namespace {

#ifdef FOGLINE_X86_KERNELS
const BlockEvaluator* kernel_table(InstructionSet instructions) {
  if (instructions == InstructionSet::avx512) return kernels::table<Avx512>();
  if (instructions == InstructionSet::avx2) return kernels::table<Avx2>();
  return kernels::table<Baseline>();
}
#else
const BlockEvaluator* kernel_table(InstructionSet) { return kernels::table<Baseline>(); }
#endif

// Whether a finite slope below BlockEvaluator::tame is one to walk on, and the loss is finite. So
// it is of every formula of the roster with parameters of any sensible size, but of Holder's table:
// it grows exponentially and has slopes that are finite and yet too steep.
template <class L>
bool vouches_for_losses(L landscape) {
  if (std::is_same_v<L, HolderTable>) return false;
  for (const Param& p : landscape.params())
    if (!(std::abs(p.get()) < 0x1p64)) return false;
  return true;
}

template <class L>
BlockEvaluator block_evaluator_of(const L& landscape, InstructionSet instructions) {
  if constexpr (Composite<L>) {
    return filling(landscape, instructions);
  } else {
    BlockEvaluator kernels = kernel_table(instructions)[base_index<L>];
    kernels.landscape = &landscape;
    if (!vouches_for_losses(landscape)) kernels.slope = nullptr;
    return kernels;
  }
}

}  // namespace

BlockEvaluator block_evaluator(const Landscape& landscape, InstructionSet instructions) {
  assert(is_available(instructions));
  return std::visit([=](const auto& l) { return block_evaluator_of(l, instructions); }, landscape);
}

BlockEvaluator base_block_evaluator(const BaseLandscape& landscape, InstructionSet instructions) {
  return std::visit([=](const auto& l) { return block_evaluator_of(l, instructions); }, landscape);
}

void sample(const Landscape& landscape, std::span<const double> x, std::span<const double> y,
            std::span<double> value, std::span<double> gx, std::span<double> gy,
            InstructionSet instructions, double time) {
  assert(y.size() == x.size() && (value.empty() || value.size() == x.size()) &&
         gx.size() == gy.size() && (gx.empty() || gx.size() == x.size()));
  const BlockEvaluator f = block_evaluator(landscape, instructions);
  const auto array = [](std::span<double> s) { return s.empty() ? nullptr : s.data(); };
  fill_with(f, {x.data(), y.data(), array(value), array(gx), array(gy), x.size(), time});
}

}  // namespace fogline
