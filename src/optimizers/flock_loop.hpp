// SPDX-License-Identifier: MIT
// The loop over a block, written once for every per-coordinate rule and instruction set. As in
// landscapes/block_loop.hpp every function here, and every one it calls, carries Arch.
#pragma once

#include <array>
#include <bit>
#include <type_traits>

#include "fogline/core/number_of.hpp"
#include "fogline/optimizers/optimizer.hpp"
#include "optimizers/flock_kernels.hpp"

namespace fogline::kernels {

// One register of one coordinate: where they are, the slopes there, and the rows of their state.
template <class Arch, class Rule>
void update_register(const Rule& rule, const typename Rule::Shared& shared, double* x,
                     const double* g, double* state, std::size_t pitch) {
  using T = typename NumberOf<Arch>::type;
  using Coordinate = typename Rule::template Coordinate<T>;
  constexpr std::size_t numbers = std::is_empty_v<Coordinate> ? 0 : sizeof(Coordinate) / sizeof(T);
  T place = load<T>(x);
  if constexpr (numbers == 0) {
    Coordinate none;
    rule.update(shared, none, place, load<T>(g));
  } else {
    std::array<T, numbers> memory;
    for (std::size_t k = 0; k < numbers; ++k) memory[k] = load<T>(state + k * pitch);
    auto c = std::bit_cast<Coordinate>(memory);
    rule.update(shared, c, place, load<T>(g));
    memory = std::bit_cast<std::array<T, numbers>>(c);
    for (std::size_t k = 0; k < numbers; ++k) store(state + k * pitch, memory[k]);
  }
  store(x, place);
}

// The rule's numbers are copied into locals, so that nothing that is stored can change them.
template <class Arch, class Rule>
[[gnu::flatten]] void update_block(const void* rule, const void* shared, const FlockBlock& block) {
  using T = typename NumberOf<Arch>::type;
  using Coordinate = typename Rule::template Coordinate<double>;
  constexpr std::size_t numbers =
      std::is_empty_v<Coordinate> ? 0 : sizeof(Coordinate) / sizeof(double);
  const Rule r = *static_cast<const Rule*>(rule);
  const auto s = *static_cast<const typename Rule::Shared*>(shared);
  const FlockBlock b = block;
  for (std::size_t axis = 0; axis < 2; ++axis) {
    double* const x = b.row(axis);
    const double* const g = b.row(2 + axis);
    double* const state = b.row(4 + axis * numbers);
    for (std::size_t i = 0; i < b.n; i += 2 * width<T>)
      for (const std::size_t j : {i, i + width<T>})
        update_register<Arch>(r, s, x + j, g + j, state + j, b.pitch);
  }
}

// Whether all numbers of the first `rows` rows are finite: 0 times another is not 0.
template <class Arch>
[[gnu::flatten]] bool is_finite_block(const FlockBlock& b, std::size_t rows) {
  using T = typename NumberOf<Arch>::type;
  T sum = 0.0, next = 0.0;
  for (std::size_t r = 0; r < rows; ++r)
    for (std::size_t i = 0; i < b.n; i += 2 * width<T>) {
      sum = sum + 0.0 * load<T>(b.row(r) + i);
      next = next + 0.0 * load<T>(b.row(r) + i + width<T>);
    }
  double lane[width<T>];
  store(lane, sum + next);
  bool finite = true;
  for (const double part : lane) finite = finite && part == 0;
  return finite;
}

template <class Arch>
[[gnu::flatten]] void embrace_block(const FlockBlock& b, double* boxes) {
  using T = typename NumberOf<Arch>::type;
  for (std::size_t axis = 0; axis < 2; ++axis) {
    const double* const x = b.row(axis);
    double* const low = boxes + axis * b.pitch;
    double* const high = boxes + (2 + axis) * b.pitch;
    for (std::size_t i = 0; i < b.n; i += width<T>) {
      const T place = load<T>(x + i);
      store(low + i, min(load<T>(low + i), place));
      store(high + i, max(load<T>(high + i), place));
    }
  }
}

template <class Arch, class Rule>
constexpr UpdateBlock update_of() {
  if constexpr (PerCoordinate<Rule>)
    return &update_block<Arch, Rule>;
  else
    return nullptr;
}
template <class Arch, class Roster>
struct Updates;
template <class Arch, class... Rules>
struct Updates<Arch, std::variant<Rules...>> {
  static constexpr UpdateBlock entries[] = {update_of<Arch, Rules>()...};
};

template <class Arch>
const UpdateBlock* updates() {
  return Updates<Arch, Optimizer>::entries;
}
template <class Arch>
Embrace embrace() {
  return &embrace_block<Arch>;
}
template <class Arch>
IsFinite is_finite() {
  return &is_finite_block<Arch>;
}

}  // namespace fogline::kernels
