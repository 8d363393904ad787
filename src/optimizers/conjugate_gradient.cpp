// SPDX-License-Identifier: MIT
// The step of nonlinear conjugate gradients.
#include "fogline/optimizers/conjugate_gradient.hpp"

#include "fogline/core/elementary.hpp"

namespace fogline {
namespace {

// The next direction, of Polak and Ribiere with beta cut at 0; -g where that leads nowhere down.
Vec2 next_direction(const ConjugateGradient::State& s) {
  const Vec2 g = s.footing.here.gradient;
  const double beta = max(0.0, dot(g, g - s.last) / dot(s.last, s.last));
  const Vec2 p = beta * s.direction - g;
  return !s.footing.fresh && dot(g, p) < 0 ? p : -1.0 * g;
}

// The first trial: the length at which the loss changes to first order as much as it did in the
// last step (Nocedal and Wright 2006, p. 59); twice that where the search can only shorten it.
double first_trial(const ConjugateGradient& rule, const ConjugateGradient::State& s,
                   const Line& line, const Moment& moment) {
  if (s.footing.fresh) return rule.search.first_length(s.footing, moment);
  const double length = s.length * (dot(s.last, s.direction) / line.slope());
  return rule.search.only_shortens() ? 2 * length : length;
}

}  // namespace

Event ConjugateGradient::step(State& s, Oracle& oracle, Vec2& x, const Moment& moment) const {
  if (!s.footing.look(oracle, x)) return Event::none;
  const Line line{x, next_direction(s), s.footing.here};
  const double first = first_trial(*this, s, line, moment);
  const Reached end = search(line, first, moment, oracle);
  if (end.found == Found::nothing) {
    s.footing.give_up(first * norm(line.direction));
    return Event::none;
  }
  s = {.footing = {.known = true, .fresh = false, .here = end.here},
       .direction = line.direction,
       .last = line.here.gradient,
       .length = end.length};
  x = end.x;
  return Event::none;
}

}  // namespace fogline
