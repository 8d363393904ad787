// SPDX-License-Identifier: MIT
// The gains and the step of simultaneous perturbation.
#include "fogline/optimizers/spsa.hpp"

#include "fogline/core/elementary.hpp"

namespace fogline {
namespace {

// base^-exponent for base > 0.
double falling(double base, double exponent) { return exp(-exponent * log(base)); }

}  // namespace

std::vector<Param> Spsa::params() {
  return {real("learning_rate", learning_rate, {1e-5, 10, Scale::log}, any_finite,
               "Length of a step per unit of slope, before the gain falls (Spall's a)."),
          real("stability", stability, {0, 1000}, non_negative,
               "Steps by which the gain's fall is put off (Spall's A)."),
          real("perturbation", perturbation, {1e-6, 0.1, Scale::log}, positive,
               "Distance of the two places tried along each axis, as a share of the domain's "
               "diagonal (Spall's c)."),
          real("alpha", alpha, {0, 1}, non_negative, "How fast the gain falls."),
          real("gamma", gamma, {0, 0.5}, non_negative, "How fast the perturbation shrinks.")};
}

Event Spsa::step(State& state, Oracle& oracle, Vec2& x, const Moment& moment) const {
  const double k = state.age;
  ++state.age;
  const double rate = learning_rate * moment.rate_factor * falling(stability + k + 1, alpha);
  const double c = perturbation * moment.domain.diagonal() * falling(k + 1, gamma);
  const Vec2 u = moment.random.uniform_pair(Purpose::perturbation, moment.step);
  const Vec2 signs{u.x < 0.5 ? -1.0 : 1.0, u.y < 0.5 ? -1.0 : 1.0};
  const double above = oracle.value(x + c * signs), below = oracle.value(x - c * signs);
  if (!std::isfinite(above) || !std::isfinite(below)) return Event::none;
  x = x - rate * ((above - below) / (2 * c)) * signs;  // 1 / D_i = D_i
  return Event::none;
}

}  // namespace fogline
