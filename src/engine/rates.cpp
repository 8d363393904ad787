// SPDX-License-Identifier: MIT
// Comparing learning rates with each other and with their defaults.
#include "fogline/engine/rates.hpp"

#include <algorithm>
#include <optional>

namespace fogline {
namespace {

// None of a method without one.
std::optional<double> learning_rate(Optimizer optimizer) {
  for (const Param& p : params(optimizer))
    if (p.name == "learning_rate") return p.get();
  return std::nullopt;
}

bool is_usual(const Racer& r) {
  return learning_rate(r.optimizer) == learning_rate(make_optimizer(info(r.optimizer).id));
}

}  // namespace

std::optional<Rates> rate_of(const Experiment& e, const Racer& r) {
  if (!learning_rate(r.optimizer)) return std::nullopt;
  if (is_tuned(e, r)) return Rates::tuned;
  return is_usual(r) ? Rates::usual : Rates::chosen;
}

Rates rates_of(const Experiment& e) {
  const auto all = [&](auto&& holds) {
    return std::all_of(e.racers.begin(), e.racers.end(), holds);
  };
  if (!e.racers.empty() && all([&](const Racer& r) { return is_tuned(e, r); })) return Rates::tuned;
  if (all(is_usual)) return Rates::usual;
  std::optional<double> common;
  for (const Racer& r : e.racers)
    if (!common) common = learning_rate(r.optimizer);
  const auto is_common = [&](const Racer& r) {
    const auto rate = learning_rate(r.optimizer);
    return !rate || rate == common;
  };
  return all(is_common) ? Rates::equal : Rates::chosen;
}

std::string_view word(Rates rates) {
  switch (rates) {
    case Rates::tuned:
      return "tuned";
    case Rates::usual:
      return "default";
    case Rates::equal:
      return "equal";
    case Rates::chosen:
      break;
  }
  return "chosen for each racer";
}

}  // namespace fogline
