// SPDX-License-Identifier: MIT
// The step of BFGS and its update, which in the plane is a sum of two squares.
#include "fogline/optimizers/bfgs.hpp"

#include "fogline/core/symmetric2.hpp"

namespace fogline {
namespace {

// (6.17) of Nocedal and Wright. In the plane I - r s y' is the rank-one matrix t u' r, with t
// across y and u across s, so that H becomes (u'H u r^2) t t' + r s s', a sum of squares.
Symmetric2 updated(const Symmetric2& h, Vec2 s, Vec2 y) {
  const double r = 1 / dot(s, y);
  const Vec2 t{-y.y, y.x}, u{-s.y, s.x};
  const double across = dot(u, h * u) * r * r;
  return {across * t.x * t.x + r * s.x * s.x, across * t.x * t.y + r * s.x * s.y,
          across * t.y * t.y + r * s.y * s.y};
}

// Positive definite as it is stored: rounding may take that from a matrix of condition 1e16.
bool is_usable(const Symmetric2& h) {
  const Eigen2 e = eigen(h.xx, h.xy, h.yy);
  return e.low > 0 && e.high < HUGE_VAL;
}

// Learns from a step s over which the gradient changed by y.
void learn(Bfgs::State& state, Vec2 s, Vec2 y) {
  const double curvature = dot(s, y);
  if (!(curvature > 0)) return;
  Symmetric2 h = state.inverse_hessian;
  if (state.footing.fresh) h = {curvature / dot(y, y), 0, curvature / dot(y, y)};
  h = updated(h, s, y);
  if (!is_usable(h)) return;
  state.inverse_hessian = h;
  state.footing.fresh = false;
}

}  // namespace

Event Bfgs::step(State& s, Oracle& oracle, Vec2& x, const Moment& moment) const {
  if (!s.footing.look(oracle, x)) return Event::none;
  const Vec2 g = s.footing.here.gradient;
  const bool fresh = s.footing.fresh;
  const Line line{x, -1.0 * (fresh ? g : s.inverse_hessian * g), s.footing.here};
  const double first = fresh ? search.first_length(s.footing, moment) : 1;
  const Reached end = search(line, first, moment, oracle);
  s.way = end.length * line.direction;
  if (end.found == Found::nothing) {
    s.footing.give_up(first * norm(line.direction));
    return Event::none;
  }
  learn(s, end.x - x, end.here.gradient - g);
  s.footing.here = end.here;
  x = end.x;
  return Event::none;
}

}  // namespace fogline
