// SPDX-License-Identifier: MIT
// The loop over a block, written once for every landscape and instruction set. Every function here,
// and every one it calls, is a template over Arch: this file is compiled for AVX2 in one place and
// for less in another, and the linker must find no symbol that both define.
#pragma once

#include "fogline/core/dual.hpp"
#include "fogline/core/number_of.hpp"
#include "fogline/landscapes/base_landscape.hpp"
#include "landscapes/kernels.hpp"

namespace fogline::kernels {

enum class Parts { value, gradient, both };

// What is asked of a landscape at a register of points, and where it goes.
template <Parts parts, class L, class T>
auto look(const L& landscape, T x, T y) {
  if constexpr (parts == Parts::value)
    return landscape(Point<T>{x, y});
  else
    return landscape(dual_point<T>(x, y));
}
template <Parts parts, class T, class Seen>
void put(const Block& b, std::size_t i, const Seen& seen) {
  if constexpr (parts == Parts::value) {
    store(b.value + i, seen);
  } else {
    if constexpr (parts == Parts::both) store(b.value + i, seen.value);
    store(b.gx + i, slope::number<T>(seen.dx));
    store(b.gy + i, slope::number<T>(seen.dy));
  }
}

// Two registers of points in turn, so that one works while the other waits. Their squared distances
// from the origin, added up, cost little where the formula squares its coordinates anyway, and
// nothing where nobody asks for them.
template <Parts parts, class T, class L>
T evaluate_two(const L& f, const Block& b, std::size_t i) {
  const std::size_t j = i + width<T>;
  const T x = load<T>(b.x + i), y = load<T>(b.y + i);
  const T next_x = load<T>(b.x + j), next_y = load<T>(b.y + j);
  const auto seen = look<parts>(f, x, y);
  const auto next = look<parts>(f, next_x, next_y);
  put<parts, T>(b, i, seen);
  put<parts, T>(b, j, next);
  return (x * x + y * y) + (next_x * next_x + next_y * next_y);
}

template <class Arch, class L, Parts parts>
void evaluate_rest(const void* landscape, const Block& b, std::size_t first);

// A flattened loop computes only what it stores (a gradient of cos needs just the sine) and keeps
// it in registers: half the time of plain inlining on Rastrigin.
template <class Arch, class L, Parts parts>
[[gnu::flatten]] void evaluate_block(const void* landscape, const Block& block) {
  using T = typename NumberOf<Arch>::type;
  constexpr std::size_t two = 2 * width<T>;
  const L& f = *static_cast<const L*>(landscape);
  const Block b = block;
  std::size_t i = 0;
  for (; i + two <= b.n; i += two) evaluate_two<parts, T>(f, b, i);
  if (i < b.n) evaluate_rest<Arch, L, parts>(landscape, b, i);
}

template <class Arch, class L>
[[gnu::flatten]] double slope_of_block(const void* landscape, const Block& block) {
  using T = typename NumberOf<Arch>::type;
  constexpr std::size_t lanes = width<T>;
  const L& f = *static_cast<const L*>(landscape);
  const Block b = block;
  T watch = 0.0;
  for (std::size_t i = 0; i < b.n; i += 2 * lanes)
    watch = watch + evaluate_two<Parts::gradient, T>(f, b, i);
  double lane[lanes], sum = 0;
  store(lane, watch);
  for (const double part : lane) sum += part;
  return sum;
}

// The last points, fewer than two registers: through a buffer whose spare lanes repeat the first
// of them.
template <class Arch, class L, Parts parts>
[[gnu::noinline]] void evaluate_rest(const void* landscape, const Block& b, std::size_t first) {
  constexpr std::size_t lanes = 2 * width<typename NumberOf<Arch>::type>;
  const std::size_t n = b.n - first;
  double x[lanes], y[lanes], value[lanes], gx[lanes], gy[lanes];
  for (std::size_t k = 0; k < lanes; ++k) {
    x[k] = b.x[first + (k < n ? k : 0)];
    y[k] = b.y[first + (k < n ? k : 0)];
  }
  evaluate_block<Arch, L, parts>(landscape, Block{x, y, value, gx, gy, lanes, b.time});
  for (std::size_t k = 0; k < n; ++k) {
    if constexpr (parts != Parts::gradient) b.value[first + k] = value[k];
    if constexpr (parts != Parts::value) b.gx[first + k] = gx[k];
    if constexpr (parts != Parts::value) b.gy[first + k] = gy[k];
  }
}

template <class Arch, class Roster>
struct Table;
template <class Arch, class... L>
struct Table<Arch, std::variant<L...>> {
  static constexpr BlockEvaluator entries[] = {
      {nullptr, &evaluate_block<Arch, L, Parts::value>, &evaluate_block<Arch, L, Parts::gradient>,
       &evaluate_block<Arch, L, Parts::both>, &slope_of_block<Arch, L>}...};
};

template <class Arch>
const BlockEvaluator* table() {
  return Table<Arch, BaseLandscape>::entries;
}

}  // namespace fogline::kernels
