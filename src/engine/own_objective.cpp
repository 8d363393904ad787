// SPDX-License-Identifier: MIT
// Landscape, dressing and decay, summed.
#include "own_objective.hpp"

#include "fogline/optimizers/stability.hpp"

namespace fogline {

OwnObjective::OwnObjective(const Trajectory& t, std::uint32_t step)
    : landscape_(t.gear().landscape), dressing_(t.gear().dressing) {
  if (t.gear().drifts) landscape_.time = step;
  if (may_decay(t.gear())) decay_ = decay_weights(t.gear(), t.walker_at(step));
}

double OwnObjective::value(Vec2 x) const {
  const double f = dressing_ ? dressing_->value(landscape_, x) : landscape_.value(x);
  return f + 0.5 * (decay_.x * x.x * x.x + decay_.y * x.y * x.y);
}

Jet OwnObjective::jet(Vec2 x) const {
  Jet f = dressing_ ? dressing_->jet(landscape_, x) : landscape_.jet(x);
  f.v += 0.5 * (decay_.x * x.x * x.x + decay_.y * x.y * x.y);
  f.x += decay_.x * x.x;
  f.y += decay_.y * x.y;
  f.xx += decay_.x;
  f.yy += decay_.y;
  return f;
}

}  // namespace fogline
