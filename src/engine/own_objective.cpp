// SPDX-License-Identifier: MIT
// Landscape, dressing and decay, summed.
#include "own_objective.hpp"

#include "fogline/optimizers/stability.hpp"

namespace fogline {

OwnObjective::OwnObjective(const Gear& gear, std::uint32_t step)
    : landscape_(gear.landscape),
      dressing_(gear.dressing),
      drifts_(gear.drifts),
      moves_(gear.drifts || decay_varies(gear)) {
  if (drifts_) landscape_.time = step;
}

OwnObjective::OwnObjective(const Gear& gear, const Walker& walker)
    : OwnObjective(gear, walker.step) {
  if (may_decay(gear)) decay_ = decay_weights(gear, walker);
}

OwnObjective::OwnObjective(const Walk& t, std::uint32_t step) : OwnObjective(t.gear(), step) {
  if (may_decay(t.gear())) decay_ = decay_weights(t.gear(), t.walker_at(step));
}

double OwnObjective::added_to(double bare, Vec2 x) const {
  const double f = dressing_ ? dressing_->objective(bare, x) : bare;
  return f + 0.5 * (decay_.x * x.x * x.x + decay_.y * x.y * x.y);
}

double OwnObjective::value(Vec2 x) const { return added_to(landscape_.value(x), x); }

double OwnObjective::value(const Glimpse& iterate) const {
  return drifts_ ? value(iterate.x) : added_to(iterate.loss, iterate.x);
}

Jet OwnObjective::jet(Vec2 x) const {
  Jet f = landscape_.jet(x);
  if (dressing_) f = dressing_->jet(f, x, dressing_->training());
  f.v += 0.5 * (decay_.x * x.x * x.x + decay_.y * x.y * x.y);
  f.x += decay_.x * x.x;
  f.y += decay_.y * x.y;
  f.xx += decay_.x;
  f.yy += decay_.y;
  return f;
}

}  // namespace fogline
