// SPDX-License-Identifier: MIT
// Explorations along the axes and the pattern moves between them.
#include "fogline/optimizers/pattern_search.hpp"

#include "fogline/core/elementary.hpp"

namespace fogline {
namespace {

struct Place {
  Vec2 x;
  double value = 0;
};

Place ask(Oracle& oracle, Vec2 x) { return {x, height(oracle.value(x))}; }

// One axis after the other, each from where the last one led (Hooke and Jeeves's exploratory
// moves).
Place explore(Oracle& oracle, Place from, double size) {
  for (const Vec2 axis : {Vec2{size, 0}, Vec2{0, size}}) {
    Place there = ask(oracle, from.x + axis);
    if (!(there.value < from.value)) there = ask(oracle, from.x - axis);
    if (there.value < from.value) from = there;
  }
  return from;
}

// The lowest of the four places around, or `from` itself.
Place poll(Oracle& oracle, const Place& from, double size) {
  Place best = from;
  for (const Vec2 way : {Vec2{size, 0}, Vec2{-size, 0}, Vec2{0, size}, Vec2{0, -size}}) {
    const Place there = ask(oracle, from.x + way);
    if (there.value < best.value) best = there;
  }
  return best;
}

}  // namespace

std::vector<Param> PatternSearch::params() {
  return {choice("moves", moves, kinds, "Which pattern of places is tried."),
          real("initial_size", initial_size, {0.001, 0.5, Scale::log}, positive,
               "First step along an axis, as a share of the domain's diagonal."),
          real("contraction", contraction, {0.1, 0.9},
               {.low = 0, .high = 1, .open_low = true, .open_high = true},
               "Share of the step that is kept after a failure.")};
}

Event PatternSearch::step(State& s, Oracle& oracle, Vec2& x, const Moment& moment) const {
  if (!s.begun) {
    s = {.begun = true, .value = height(oracle.value(x))};
    s.size = initial_size * moment.domain.diagonal();
  }
  const bool leaps = s.pattern != Vec2{};
  const Place here{x, s.value}, from = leaps ? ask(oracle, x + s.pattern) : here;
  const Place end = moves == 0 ? explore(oracle, from, s.size) : poll(oracle, from, s.size);
  s.center = from.x;
  s.drawn = s.size;
  // A leap that came back, and is lower by rounding only, has failed.
  const Vec2 way = end.x - x;
  if (end.value < here.value && max(abs(way.x), abs(way.y)) > 0.5 * s.size) {
    s.pattern = moves == 0 ? way : Vec2{};
    s.value = end.value;
    x = end.x;
    return Event::none;
  }
  if (!leaps) s.size = contraction * s.size;
  s.pattern = {};
  return Event::none;
}

}  // namespace fogline
