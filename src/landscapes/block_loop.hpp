// SPDX-License-Identifier: MIT
// The loop over a block, written once for every landscape and instruction set. Every function here,
// and every one it calls, is a template over Arch: this file is compiled for AVX2 in one place and
// for less in another, and the linker must find no symbol that both define.
#pragma once

#include "fogline/core/dual.hpp"
#include "fogline/landscapes/landscape.hpp"
#include "landscapes/kernels.hpp"

namespace fogline::kernels {

// What a kernel for Arch computes in: double where the baseline has no lanes.
template <class Arch>
struct NumberOf {
  using type = double;
};
template <class Arch>
requires requires { typename NativeArch<Arch>::type; }
struct NumberOf<Arch> {
  using type = Lanes<Arch>;
};

enum class Parts { value, gradient, both };

template <class Arch, class L, Parts parts>
void evaluate(const L& landscape, const Block& b, std::size_t i) {
  using T = typename NumberOf<Arch>::type;
  const T x = load<T>(b.x + i), y = load<T>(b.y + i);
  if constexpr (parts == Parts::value) {
    store(b.value + i, landscape(Point<T>{x, y}));
  } else {
    const auto f = landscape(dual_point<T>(x, y));
    if constexpr (parts == Parts::both) store(b.value + i, f.value);
    store(b.gx + i, slope::number<T>(f.dx));
    store(b.gy + i, slope::number<T>(f.dy));
  }
}

// The last points, fewer than lanes: through a buffer whose spare lanes repeat the first of them.
template <class Arch, class L, Parts parts>
void evaluate_rest(const L& landscape, const Block& b, std::size_t i) {
  constexpr std::size_t lanes = width<typename NumberOf<Arch>::type>;
  double x[lanes], y[lanes], value[lanes], gx[lanes], gy[lanes];
  for (std::size_t k = 0; k < lanes; ++k) {
    x[k] = b.x[i + k < b.n ? i + k : i];
    y[k] = b.y[i + k < b.n ? i + k : i];
  }
  evaluate<Arch, L, parts>(landscape, Block{x, y, value, gx, gy, lanes}, 0);
  for (std::size_t k = 0; i + k < b.n; ++k) {
    if constexpr (parts != Parts::gradient) b.value[i + k] = value[k];
    if constexpr (parts != Parts::value) b.gx[i + k] = gx[k];
    if constexpr (parts != Parts::value) b.gy[i + k] = gy[k];
  }
}

template <class Arch, class L, Parts parts>
void evaluate_block(const void* landscape, const Block& block) {
  constexpr std::size_t lanes = width<typename NumberOf<Arch>::type>;
  const L& f = *static_cast<const L*>(landscape);
  const Block b = block;
  std::size_t i = 0;
  for (; i + lanes <= b.n; i += lanes) evaluate<Arch, L, parts>(f, b, i);
  if (i < b.n) evaluate_rest<Arch, L, parts>(f, b, i);
}

template <class Arch, class Roster>
struct Table;
template <class Arch, class... L>
struct Table<Arch, std::variant<L...>> {
  static constexpr BlockEvaluator entries[] = {{nullptr, &evaluate_block<Arch, L, Parts::value>,
                                                &evaluate_block<Arch, L, Parts::gradient>,
                                                &evaluate_block<Arch, L, Parts::both>}...};
};

template <class Arch>
const BlockEvaluator* table() {
  return Table<Arch, Landscape>::entries;
}

}  // namespace fogline::kernels
