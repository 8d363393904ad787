// SPDX-License-Identifier: MIT
// What derives from the roster of formulas.
#include "fogline/landscapes/base_landscape.hpp"

#include "fogline/core/roster.hpp"
#include "landscapes/formula.hpp"

namespace fogline {

BaseLandscape make_base(int place) {
  static const std::vector<BaseLandscape> all = one_of_each<BaseLandscape>();
  return all.at(static_cast<std::size_t>(place));
}

std::vector<Param> base_params(BaseLandscape& landscape) {
  return std::visit([](auto& l) { return l.params(); }, landscape);
}

Evaluator base_evaluator(const BaseLandscape& landscape) {
  return std::visit([](const auto& l) { return evaluator_of(l); }, landscape);
}

Box base_domain(const BaseLandscape& landscape) {
  return std::visit([](const auto& l) { return l.domain(); }, landscape);
}

std::vector<Vec2> base_minima(const BaseLandscape& landscape) {
  return std::visit([](const auto& l) { return l.minima(); }, landscape);
}

std::vector<Vec2> base_local_minima(const BaseLandscape& landscape) {
  return std::visit(
      [](const auto& l) -> std::vector<Vec2> {
        if constexpr (requires { l.local_minima(); })
          return l.local_minima();
        else
          return {};
      },
      landscape);
}

}  // namespace fogline
