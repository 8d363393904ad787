// SPDX-License-Identifier: MIT
// First crossings of copies that walk side by side, in steps or in cost.
#include "fogline/engine/finish.hpp"

#include <algorithm>

namespace fogline {
namespace {

// Where a copy stands when another one stands at `finish`.
std::uint32_t step_beside(const Experiment& e, const Trajectory& t, std::uint32_t last,
                          const Finish& finish) {
  if (e.budget.unit == Unit::steps) return std::min(finish.step, last);
  return std::min(t.last_within(finish.cost, e.prices), last);
}

}  // namespace

std::optional<Finish> finish(const Experiment& e, const Race& race, std::size_t racer,
                             double playhead) {
  const auto line = race.finish_line();
  if (!line) return std::nullopt;
  const auto copies = race.copies(racer);
  std::optional<Finish> first;
  const auto time_of = [&](const Finish& f) {
    return e.budget.unit == Unit::steps ? static_cast<double>(f.step) : f.cost;
  };
  for (std::size_t i = 0; i < copies.size(); ++i) {
    const auto step = copies[i].first_at_most(*line, race.step_at(racer, playhead, i));
    if (!step) continue;
    const Finish here{*step, copies[i].cost(*step, e.prices)};
    if (!first || time_of(here) < time_of(*first)) first = here;
  }
  if (!first) return std::nullopt;
  Finish total{first->step, 0};
  for (std::size_t i = 0; i < copies.size(); ++i) {
    const std::uint32_t last = race.step_at(racer, playhead, i);
    total.cost += copies[i].cost(step_beside(e, copies[i], last, *first), e.prices);
  }
  return total;
}

}  // namespace fogline
