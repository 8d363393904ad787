// SPDX-License-Identifier: MIT
// Comparing learning rates with each other and with their defaults.
#include "fogline/engine/rates.hpp"

#include <algorithm>
#include <optional>

namespace fogline {
namespace {

// None of a method without one.
std::optional<double> rate_of(Optimizer optimizer) {
  for (const Param& p : params(optimizer))
    if (p.name == "learning_rate") return p.get();
  return std::nullopt;
}

}  // namespace

Rates rates_of(const Experiment& e) {
  const auto all = [&](auto&& holds) {
    return std::all_of(e.racers.begin(), e.racers.end(), holds);
  };
  if (!e.racers.empty() && all([&](const Racer& r) { return is_tuned(e, r); })) return Rates::tuned;
  const auto is_usual = [](const Racer& r) {
    return rate_of(r.optimizer) == rate_of(make_optimizer(info(r.optimizer).id));
  };
  if (all(is_usual)) return Rates::usual;
  std::optional<double> common;
  for (const Racer& r : e.racers)
    if (!common) common = rate_of(r.optimizer);
  const auto is_common = [&](const Racer& r) {
    const auto rate = rate_of(r.optimizer);
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
