// SPDX-License-Identifier: MIT
// A formula seen through function pointers.
#pragma once

#include "fogline/core/dual.hpp"
#include "fogline/core/evaluator.hpp"

namespace fogline {

// What is made of another landscape brings functions of place and time itself.
template <class L>
concept Composite = requires(const L& landscape, Vec2 x) {
  landscape.value(x, 0.0);
};

template <class L>
double value_of(const void* landscape, Vec2 x, [[maybe_unused]] double time) {
  const L& l = *static_cast<const L*>(landscape);
  if constexpr (Composite<L>)
    return l.value(x, time);
  else
    return l(x);
}

template <class L>
Gradient gradient_of(const void* landscape, Vec2 x, [[maybe_unused]] double time) {
  const L& l = *static_cast<const L*>(landscape);
  if constexpr (Composite<L>) {
    return l.gradient(x, time);
  } else {
    const auto f = l(dual_point(x.x, x.y));
    return {f.value, {slope::number<double>(f.dx), slope::number<double>(f.dy)}};
  }
}

template <class L>
Jet jet_of(const void* landscape, Vec2 x, [[maybe_unused]] double time) {
  const L& l = *static_cast<const L*>(landscape);
  if constexpr (Composite<L>)
    return l.jet(x, time);
  else
    return l(jet_point(x));
}

template <class L>
Evaluator evaluator_of(const L& landscape) {
  return {&landscape, &value_of<L>, &gradient_of<L>, &jet_of<L>};
}

}  // namespace fogline
