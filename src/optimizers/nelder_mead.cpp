// SPDX-License-Identifier: MIT
// One iteration of the simplex.
#include "fogline/optimizers/nelder_mead.hpp"

#include <optional>
#include <utility>

namespace fogline {
namespace {

using Vertex = NelderMead::Vertex;
using Simplex = std::array<Vertex, 3>;

constexpr Interval below_one{.low = 0, .high = 1, .open_low = true, .open_high = true};

Vertex ask(Oracle& oracle, Vec2 x) { return {x, height(oracle.value(x))}; }

// Moves vertex `i` forward past all that are higher; after those that are equal.
void settle(Simplex& s, std::size_t i) {
  for (; i > 0 && s[i].value < s[i - 1].value; --i) std::swap(s[i], s[i - 1]);
}

Simplex asked(Oracle& oracle, Vec2 a, Vec2 b, Vec2 c) {
  Simplex s{ask(oracle, a), ask(oracle, b), ask(oracle, c)};
  settle(s, 1);
  settle(s, 2);
  return s;
}

// The simplex to begin a step with: a right angle at first; asked anew where the ground drifts,
// for what its vertices were worth before says nothing now.
Simplex simplex_at(const NelderMead::State& state, Oracle& oracle, Vec2 x, double side) {
  const Simplex& s = state.simplex;
  if (!state.begun) return asked(oracle, x, x + Vec2{side, 0}, x + Vec2{0, side});
  const bool drifts = oracle.landscape.time != 0;
  return drifts ? asked(oracle, s[0].x, s[1].x, s[2].x) : s;
}

// What takes the worst vertex's place; nothing where the simplex must shrink.
std::optional<Vertex> successor(const NelderMead& rule, const Simplex& s, Oracle& oracle) {
  const Vec2 middle = 0.5 * (s[0].x + s[1].x), away = middle - s[2].x;
  const auto at = [&](double t) { return ask(oracle, middle + t * away); };
  const Vertex reflected = at(rule.reflection);
  if (reflected.value < s[0].value) {
    const Vertex expanded = at(rule.reflection * rule.expansion);
    return expanded.value < reflected.value ? expanded : reflected;
  }
  if (reflected.value < s[1].value) return reflected;
  if (reflected.value < s[2].value) {
    const Vertex outside = at(rule.reflection * rule.contraction);
    return outside.value <= reflected.value ? std::optional(outside) : std::nullopt;
  }
  const Vertex inside = at(-rule.contraction);
  return inside.value < s[2].value ? std::optional(inside) : std::nullopt;
}

}  // namespace

std::vector<Param> NelderMead::params() {
  return {real("initial_size", initial_size, {0.001, 0.5, Scale::log}, positive,
               "Legs of the first triangle, as a share of the domain's diagonal."),
          real("reflection", reflection, {0.5, 2}, positive,
               "How far beyond the middle of the others the worst vertex is reflected."),
          real("expansion", expansion, {1.1, 4}, {.low = 1, .open_low = true},
               "How much farther it goes where the reflection is the lowest so far."),
          real("contraction", contraction, {0.1, 0.9}, below_one,
               "How far from the middle it stays where the reflection is no better."),
          real("shrink", shrink, {0.1, 0.9}, below_one,
               "Share of their distance from the best vertex that the others keep in a shrink.")};
}

Event NelderMead::step(State& s, Oracle& oracle, Vec2& x, const Moment& moment) const {
  s.simplex = simplex_at(s, oracle, x, initial_size * moment.domain.diagonal());
  s.begun = true;
  if (const auto vertex = successor(*this, s.simplex, oracle)) {
    s.simplex[2] = *vertex;
    settle(s.simplex, 2);
  } else {
    const Vec2 best = s.simplex[0].x;
    for (const std::size_t i : {1u, 2u})
      s.simplex[i] = ask(oracle, best + shrink * (s.simplex[i].x - best));
    settle(s.simplex, 1);
    settle(s.simplex, 2);
  }
  x = s.simplex[0].x;
  return Event::none;
}

}  // namespace fogline
