// SPDX-License-Identifier: MIT
// A hop from minimum to minimum.
#include "fogline/optimizers/basin_hopping.hpp"

#include <cmath>

#include "fogline/core/elementary.hpp"
#include "local_descent.hpp"

namespace fogline {

std::vector<Param> BasinHopping::params() {
  return {real("hop_length", hop_length, {0.001, 0.5, Scale::log}, non_negative,
               "Farthest jump of each coordinate, as a share of the domain's diagonal."),
          real("temperature", temperature, {1e-3, 1e3, Scale::log}, non_negative,
               "In units of loss: climbs of about this height between minima are common."),
          integer("most_gradients", most_gradients, {5, 100, Scale::log},
                  {.low = 1, .high = 100'000}, "Gradients that one slide down may ask for."),
          real("slope_tolerance", slope_tolerance, {1e-10, 1e-2, Scale::log}, non_negative,
               "Slope, in loss per domain unit, at which a slide ends.")};
}

Event BasinHopping::step(State& state, Oracle& oracle, Vec2& x, const Moment& moment) const {
  const double diagonal = moment.domain.diagonal();
  const Vec2 u = moment.random.uniform_pair(Purpose::proposal, moment.step);
  const Vec2 jump = hop_length * diagonal * Vec2{2 * u.x - 1, 2 * u.y - 1};
  state.landed = state.begun ? x + jump : x;
  const auto [slid, here] =
      descend(oracle, state.landed,
              {.slope = slope_tolerance, .gradients = most_gradients, .length = 0.05 * diagonal});
  state.slid = slid;
  const double climb = state.begun ? here.value - state.loss : 0;
  state.begun = true;
  const bool uphill = climb > 0;
  if (!std::isfinite(here.value) || !is_finite(here.gradient)) return Event::none;
  if (uphill && !(temperature > 0 && moment.random.uniform(Purpose::acceptance, moment.step) <
                                         exp(-climb / temperature)))
    return Event::none;
  x = slid;
  state.loss = here.value;
  return uphill ? Event::uphill : Event::none;
}

std::vector<Mark> BasinHopping::marks(const State& state) const {
  if (!state.begun || !is_finite(state.landed) || !is_finite(state.slid)) return {};
  return {{"hop", {state.landed.x, state.landed.y, state.slid.x, state.slid.y}}};
}

}  // namespace fogline
