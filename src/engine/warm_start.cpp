// SPDX-License-Identifier: MIT
// Who begins where another one ended.
#include "fogline/engine/warm_start.hpp"

#include <algorithm>

#include "fogline/engine/session.hpp"

namespace fogline {

std::span<const std::string_view> landscapes_to_train_on() {
  static const std::vector<std::string_view> known = [] {
    std::vector<std::string_view> ids{"same"};
    for (const Landscape& l : all_landscapes()) ids.push_back(info(l).id);
    return ids;
  }();
  return known;
}

std::optional<std::size_t> teacher_of(const Experiment& e, std::size_t racer) {
  const auto& warm = e.racers[racer].warm_start;
  if (!warm || static_cast<std::size_t>(warm->racer) > racer) return std::nullopt;
  return static_cast<std::size_t>(warm->racer) - 1;
}

Experiment training_of(const Experiment& e, std::size_t racer) {
  const auto& warm = e.racers[racer].warm_start;
  auto teacher = teacher_of(e, racer);
  if (!teacher || warm->landscape == 0) return {};
  Experiment training{.landscape = make_landscape(
                          landscapes_to_train_on()[static_cast<std::size_t>(warm->landscape)]),
                      .budget = e.budget,
                      .prices = e.prices,
                      .seed = e.seed};
  for (; teacher; teacher = teacher_of(e, *teacher))
    training.racers.insert(training.racers.begin(), e.racers[*teacher]);
  for (std::size_t i = 1; i < training.racers.size(); ++i)
    training.racers[i].warm_start->racer = static_cast<int>(i);
  training.racers.front().warm_start.reset();
  return training;
}

}  // namespace fogline
