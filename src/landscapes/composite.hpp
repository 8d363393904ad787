// SPDX-License-Identifier: MIT
// What landscapes made of another one have in common: blocks handed on in parts.
#pragma once

#include <span>
#include <string_view>

#include "fogline/core/block.hpp"
#include "fogline/landscapes/base_landscape.hpp"

namespace fogline {

// What may be made another of: the formulas of the plane, which stand first in the roster.
inline constexpr auto planar_ids = []<class... All>(std::type_identity<std::variant<All...>>) {
  constexpr std::size_t planes = (std::size_t{0} + ... + !requires { All::dimension; });
  return std::span<const std::string_view>(base_ids).first(planes);
}(std::type_identity<BaseLandscape>{});

// Fills the arrays of the block that are not null; gx and gy are null together.
inline void fill_with(const BlockEvaluator& f, const Block& b) {
  if (b.gx == nullptr && b.value != nullptr) f.value(f.landscape, b);
  if (b.gx != nullptr && b.value == nullptr) f.gradient(f.landscape, b);
  if (b.gx != nullptr && b.value != nullptr) f.both(f.landscape, b);
}

// n points of the block from the first on.
inline Block part(const Block& b, std::size_t first, std::size_t n) {
  const auto from = [first](auto* array) { return array == nullptr ? nullptr : array + first; };
  return {from(b.x), from(b.y), from(b.value), from(b.gx), from(b.gy), n, b.time};
}

template <class L, InstructionSet instructions>
BlockEvaluator filling(const L& landscape) {
  return {
      &landscape,
      [](const void* l, const Block& b) {
        static_cast<const L*>(l)->fill({b.x, b.y, b.value, nullptr, nullptr, b.n, b.time},
                                       instructions);
      },
      [](const void* l, const Block& b) {
        static_cast<const L*>(l)->fill({b.x, b.y, nullptr, b.gx, b.gy, b.n, b.time}, instructions);
      },
      [](const void* l, const Block& b) { static_cast<const L*>(l)->fill(b, instructions); }};
}
// The block evaluator of a landscape that fills blocks.
template <class L>
BlockEvaluator filling(const L& landscape, InstructionSet instructions) {
  switch (instructions) {
    case InstructionSet::avx512:
      return filling<L, InstructionSet::avx512>(landscape);
    case InstructionSet::avx2:
      return filling<L, InstructionSet::avx2>(landscape);
    default:
      return filling<L, InstructionSet::baseline>(landscape);
  }
}

}  // namespace fogline
