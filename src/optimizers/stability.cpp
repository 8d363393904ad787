// SPDX-License-Identifier: MIT
// Asking rules for what they may tell.
#include "fogline/optimizers/stability.hpp"

#include <cmath>

namespace fogline {
namespace {

double positive_or_one(double v) { return std::isfinite(v) && v > 0 ? v : 1; }

template <class Rule>
double gain_of(const Rule& rule) {
  if constexpr (requires { rule.gain(); })
    return positive_or_one(rule.gain());
  else
    return 1;
}

struct Decay {
  double coupled = 0, decoupled = 0;
};

template <class Rule>
Decay own_decay(const Rule& rule) {
  if constexpr (requires { Rule::decoupled_decay; })
    return {0, rule.weight_decay};
  else if constexpr (requires { rule.weight_decay; })
    return {rule.weight_decay, 0};
  else
    return {};
}

Decay decay_of(const Gear& gear) {
  Decay decay = std::visit([](const auto& rule) { return own_decay(rule); }, gear.optimizer);
  if (gear.axes.decoupled_weight_decay && learning_rate(gear.optimizer))
    decay.decoupled += gear.axes.decoupled_weight_decay->weight_decay;
  return decay;
}

}  // namespace

std::optional<double> learning_rate(const Optimizer& optimizer) {
  return std::visit(
      [](const auto& rule) -> std::optional<double> {
        if constexpr (requires { rule.learning_rate; })
          return rule.learning_rate;
        else
          return std::nullopt;
      },
      optimizer);
}

std::optional<double> rate_limit(const Optimizer& optimizer, double lambda) {
  if (!(lambda > 0) || !std::isfinite(lambda)) return std::nullopt;
  return std::visit(
      [&](const auto& rule) -> std::optional<double> {
        if constexpr (requires { rule.rate_limit(lambda); })
          return rule.rate_limit(lambda);
        else
          return std::nullopt;
      },
      optimizer);
}

std::optional<BestHere> best_here(const Optimizer& optimizer, double m, double L) {
  if (!(m > 0) || !(L >= m) || !std::isfinite(L)) return std::nullopt;
  return std::visit(
      [&](const auto& rule) -> std::optional<BestHere> {
        if constexpr (requires { rule.best_here(m, L); })
          return rule.best_here(m, L);
        else
          return std::nullopt;
      },
      optimizer);
}

double gain(const Optimizer& optimizer) {
  return std::visit([](const auto& rule) { return gain_of(rule); }, optimizer);
}

double unrest(const Optimizer& optimizer) {
  return std::visit(
      [](const auto& rule) -> double {
        if constexpr (requires { rule.unrest(); })
          return rule.unrest();
        else
          return 0;
      },
      optimizer);
}

bool strays(const Optimizer& optimizer) {
  return std::visit(
      [](const auto& rule) {
        if constexpr (requires { rule.strays(); })
          return rule.strays();
        else
          return false;
      },
      optimizer);
}

Vec2 divisors(const Gear& gear, const Walker& walker) {
  return std::visit(
      [&]<class Rule>(const Rule& rule) -> Vec2 {
        if constexpr (PerCoordinate<Rule>) {
          const auto& s = std::get<State<Rule>>(walker.state);
          if constexpr (requires { rule.divisor(s.shared, s.coordinate[0]); })
            return {positive_or_one(rule.divisor(s.shared, s.coordinate[0])),
                    positive_or_one(rule.divisor(s.shared, s.coordinate[1]))};
        }
        return {1, 1};
      },
      gear.optimizer);
}

std::optional<double> effective_rate(const Gear& gear, const Walker& walker, double factor) {
  const bool counts_slopes = std::visit(
      []<class Rule>(const Rule& rule) {
        if constexpr (PerCoordinate<Rule>)
          return !Rule::info.normalized ||
                 requires(const typename Rule::Shared& s,
                          const typename Rule::template Coordinate<double>& c) {
            rule.divisor(s, c);
          };
        return false;
      },
      gear.optimizer);
  const auto rate = learning_rate(gear.optimizer);
  if (!rate || !counts_slopes) return std::nullopt;
  const Vec2 by = divisors(gear, walker);
  return *rate * factor * gain(gear.optimizer) / std::sqrt(by.x * by.y);
}

bool may_decay(const Gear& gear) {
  const Decay decay = decay_of(gear);
  return decay.coupled != 0 || decay.decoupled != 0;
}

bool decay_varies(const Gear& gear) { return decay_of(gear).decoupled != 0; }

Vec2 decay_weights(const Gear& gear, const Walker& walker) {
  const Decay decay = decay_of(gear);
  if (decay.decoupled == 0) return {decay.coupled, decay.coupled};
  const double gain = std::visit([](const auto& rule) { return gain_of(rule); }, gear.optimizer);
  const Vec2 by = divisors(gear, walker);
  const double share = decay.decoupled / gain;
  return {decay.coupled + share * by.x, decay.coupled + share * by.y};
}

}  // namespace fogline
