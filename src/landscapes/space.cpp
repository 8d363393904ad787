// SPDX-License-Identifier: MIT
// Formulas on tapes.
#include "fogline/landscapes/space.hpp"

#include <array>
#include <cassert>
#include <stdexcept>
#include <string>

#include "fogline/core/roster.hpp"

namespace fogline {
namespace {

constexpr std::array<std::string_view, std::variant_size_v<SpaceFormula>> ids{
    Bowl::info.id,   Ravine::info.id,         Rosenbrock::info.id, Rastrigin::info.id,
    Ackley::info.id, StyblinskiTang::info.id, Griewank::info.id,   Saddle::info.id,
    "saddle_chain",  "random_field"};

SpaceFormula formula_of(std::size_t index) { return one_of_each<SpaceFormula>()[index]; }

}  // namespace

Space::Space(const SpaceFormula& formula, std::size_t n) : formula_(formula), n_(n) {
  const auto* field = std::get_if<RandomField>(&formula_);
  const std::size_t least = field ? 1 : 2;
  if (n < least || n > most_dimensions)
    throw std::invalid_argument("cannot make a landscape of " + std::to_string(n) +
                                " dimensions; choose " + std::to_string(least) + " to " +
                                std::to_string(most_dimensions));
  if (field && field->vectors.size() != n * field->phases.size())
    throw std::invalid_argument("the random field was drawn for another number of dimensions");
  std::visit(
      [&]<class F>(const F& f) {
        if constexpr (requires { f.domain(); }) {
          low_ = f.domain().low.x;
          high_ = f.domain().high.x;
        } else {
          low_ = -5;
          high_ = 5;
        }
      },
      formula_);
}

double Space::value(std::span<const double> x) const {
  assert(x.size() == n_);
  return std::visit([&](const auto& f) { return f(x); }, formula_);
}

double Space::gradient(std::span<const double> x, std::span<double> g) {
  assert(x.size() == n_ && g.size() == n_);
  const auto p = tape_.begin(x);
  const auto f = std::visit([&](const auto& formula) { return formula(p); }, formula_);
  tape_.gradient(f, g);
  return f.value;
}

std::vector<double> Space::hessian(std::span<const double> x) {
  assert(x.size() == n_ && n_ <= most_hessian_dimensions);
  std::vector<double> h(n_ * n_);
  std::vector<Direction> point, slope(n_, constant<Direction>(0));
  for (const double v : x) point.push_back(constant<Direction>(v));
  for (std::size_t column = 0; column < n_; ++column) {
    point[column].dx = 1;
    const auto p = tape_of_duals_.begin(point);
    const auto f = std::visit([&](const auto& formula) { return formula(p); }, formula_);
    tape_of_duals_.gradient(f, slope);
    for (std::size_t row = 0; row < n_; ++row) h[row * n_ + column] = slope[row].dx;
    point[column].dx = 0;
  }
  return h;
}

std::span<const std::string_view> space_ids() { return ids; }

Space make_space(std::string_view id, std::size_t n, std::uint64_t seed) {
  for (std::size_t i = 0; i < ids.size(); ++i) {
    if (ids[i] != id) continue;
    const bool drawn = std::holds_alternative<RandomField>(formula_of(i));
    return drawn && n >= 1 && n <= most_dimensions ? Space(random_field(n, seed), n)
                                                   : Space(formula_of(i), n);
  }
  throw std::invalid_argument(
      unknown_name("landscape of many dimensions", id, {ids.begin(), ids.end()}));
}

}  // namespace fogline
