// SPDX-License-Identifier: MIT
// The schedules' formulas.
#include "fogline/optimizers/schedule.hpp"

#include "fogline/core/elementary.hpp"

namespace fogline {
namespace {

// From `high` at share 0 to `low` at share 1 along half a cosine.
double half_cosine(double high, double low, double share) {
  return low + (high - low) * 0.5 * (1 + cos(pi * share));
}

// base^exponent for base in [0, 1]; whole exponents by multiplication, as torch has them.
double power(double base, double exponent) {
  if (exponent == floor(exponent)) return pow(base, static_cast<int>(exponent));
  return base == 0 ? 0.0 : exp(log(base) * exponent);
}

// How far step s has come in its cycle, when cycles are T, T growth, T growth^2, ... long.
double share_of_cycle(double s, double period, int growth) {
  if (growth == 1) return (s - period * floor(s / period)) / period;
  while (s >= period) {
    s -= period;
    period *= growth;
  }
  return s / period;
}

// torch.optim.lr_scheduler.OneCycleLR with its defaults, the peak being the learning rate itself.
double one_cycle_factor(double s, double period) {
  constexpr double first = 1.0 / 25, last = first / 1e4, rising = 0.3;
  const double peak = rising * period - 1, end = period - 1;
  if (s >= end) return last;
  if (s <= peak) return half_cosine(first, 1, s / peak);
  return half_cosine(1, last, (s - peak) / (end - peak));
}

}  // namespace

void Schedule::watch(State& state, double loss, std::uint32_t t) const {
  constexpr double threshold = 1e-4;
  if (loss < state.best * (state.best < 0 ? 1 + threshold : 1 - threshold)) {
    state.best = loss;
    state.bad = 0;
    return;
  }
  if (t <= static_cast<std::uint32_t>(warmup)) return;
  if (++state.bad <= static_cast<std::uint32_t>(patience)) return;
  state.factor = max(state.factor * gamma, floor);
  state.bad = 0;
}

double Schedule::factor(const State& state, std::uint32_t t) const {
  if (t < static_cast<std::uint32_t>(warmup))
    return (t + 1.0) / (warmup + 1.0) * factor(state, static_cast<std::uint32_t>(warmup));
  const double s = t - static_cast<double>(warmup), T = period;
  switch (kind) {
    case step:
      return power(gamma, fogline::floor(s / T));
    case exponential:
      return power(gamma, s / T);
    case inverse_time:
      return 1 / (1 + s / T);
    case cosine:
      return half_cosine(1, floor, min(1.0, s / T));
    case cosine_restarts:
      return half_cosine(1, floor, share_of_cycle(s, T, growth));
    case one_cycle:
      return one_cycle_factor(s, T);
    case reduce_on_plateau:
      return state.factor;
    default:
      return 1;
  }
}

}  // namespace fogline
