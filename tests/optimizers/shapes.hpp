// SPDX-License-Identifier: MIT
// The update rules of the whole roster in SIMD lanes: a flock that is given its slopes.
#pragma once

#include <cstddef>
#include <utility>
#include <variant>

#include "fogline/core/lanes.hpp"
#include "fogline/optimizers/optimizer.hpp"

namespace fogline::tests {

// Moves n coordinates x through `steps` updates of a rule. `shared` is an array of `steps`
// Rule::Shared, `slopes` is row-major steps x n; n is a multiple of 8.
using UpdateFlock = void (*)(const void* rule, const void* shared, std::size_t steps,
                             const double* slopes, double* x, std::size_t n);

template <class Rule, class T, class Arch>
void update_flock(const void* rule, const void* shared, std::size_t steps, const double* slopes,
                  double* x, std::size_t n) {
  const Rule& r = *static_cast<const Rule*>(rule);
  const auto* s = static_cast<const typename Rule::Shared*>(shared);
  for (std::size_t i = 0; i < n; i += width<T>) {
    typename Rule::template Coordinate<T> coordinate;
    T place = load<T>(x + i);
    for (std::size_t k = 0; k < steps; ++k) {
      r.update(s[k], coordinate, place, load<T>(slopes + k * n + i));
      if (settles(static_cast<std::uint32_t>(k))) settle(coordinate, place);
    }
    store(x + i, place);
  }
}

// For optimizer number `index` of the roster, in numbers T; null where it is no per-coordinate
// rule.
template <class T, class Arch>
UpdateFlock flock_of(std::size_t index) {
  return []<std::size_t... I>(std::index_sequence<I...>, std::size_t wanted) {
    UpdateFlock found = nullptr;
    const auto offer = [&]<class Rule>(std::size_t i, Rule*) {
      if constexpr (PerCoordinate<Rule>)
        if (i == wanted) found = &update_flock<Rule, T, Arch>;
    };
    (offer(I, static_cast<std::variant_alternative_t<I, Optimizer>*>(nullptr)), ...);
    return found;
  }
  (std::make_index_sequence<std::variant_size_v<Optimizer>>{}, index);
}

// flock_of in the lanes of an instruction set; each is instantiated in shapes_<arch>.cpp.
template <class Arch>
UpdateFlock flock_in_lanes(std::size_t index);

}  // namespace fogline::tests
