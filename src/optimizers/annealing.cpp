// SPDX-License-Identifier: MIT
// The annealing step and its cooling schedules.
#include "fogline/optimizers/annealing.hpp"

#include "fogline/core/elementary.hpp"

namespace fogline {

std::vector<Param> Annealing::params() {
  return {
      real("proposal_scale", proposal_scale, {0.001, 0.5, Scale::log}, non_negative,
           "Standard deviation of a proposal, as a share of the domain's diagonal."),
      real("initial_temperature", initial_temperature, {1e-3, 1e3, Scale::log}, non_negative,
           "Temperature at the start, in units of loss: climbs of about this height are common."),
      choice("cooling", cooling, coolings, "How the temperature falls."),
      only_if(cooling != 2, real("cooling_rate", cooling_rate, {0.9, 0.9999}, {.low = 0, .high = 1},
                                 "Share of the temperature kept from step to step.")),
      integer("reheat_every", reheat_every, {0, 1000}, non_negative,
              "Steps after which the temperature starts again at the top; 0 is never.")};
}

double Annealing::temperature(std::uint32_t t) const {
  constexpr double e = 2.718281828459045;
  switch (cooling) {
    case 0:
      return initial_temperature * pow(cooling_rate, static_cast<int>(t));
    case 1:
      return initial_temperature * max(0.0, 1 - (1 - cooling_rate) * t);
    default:
      return initial_temperature / log(e + t);
  }
}

namespace {

// Metropolis: an uphill step is taken with probability exp(-climb / T), never at temperature 0.
bool accepts(double climb, double temperature, const Moment& moment) {
  return temperature > 0 &&
         moment.random.uniform(Purpose::acceptance, moment.step) < exp(-climb / temperature);
}

}  // namespace

Event Annealing::step(State& state, Oracle& oracle, Vec2& x, const Moment& moment) const {
  const std::uint32_t period = static_cast<std::uint32_t>(reheat_every);
  const bool reheats = period > 0 && state.age > 0 && state.age % period == 0;
  const Event heated = reheats ? Event::reheat : Event::none;
  const bool drifts = oracle.landscape.time != 0;  // what it stood at before says nothing now
  if (state.age == 0 || drifts) state.loss = oracle.value(x);
  state.temperature = temperature(period > 0 ? state.age % period : state.age);
  ++state.age;

  const Vec2 z = moment.random.normal_pair(Purpose::proposal, moment.step);
  const Vec2 proposal = x + proposal_scale * moment.domain.diagonal() * z;
  const double proposed = oracle.value(proposal), climb = proposed - state.loss;
  const bool uphill = climb > 0;
  if (!(climb == climb)) return heated;  // a proposal without a value is refused
  if (uphill && !accepts(climb, state.temperature, moment)) return heated;
  x = proposal;
  state.loss = proposed;
  return uphill ? heated | Event::uphill : heated;
}

}  // namespace fogline
