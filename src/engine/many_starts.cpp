// SPDX-License-Identifier: MIT
// Starts at random or on a lattice, and one race from each.
#include "fogline/engine/many_starts.hpp"

#include <algorithm>
#include <stdexcept>
#include <string>

namespace fogline {
namespace {

// The largest square that is no more than `count`.
int side_of(int count) {
  int side = 1;
  while ((side + 1) * (side + 1) <= count) ++side;
  return side;
}

std::vector<Vec2> lattice_of(int side, const Box& map) {
  std::vector<Vec2> starts;
  for (int j = 0; j < side; ++j)
    for (int i = 0; i < side; ++i) starts.push_back(map.at((i + 0.5) / side, (j + 0.5) / side));
  return starts;
}

Outcome outcome_of(const Race& race, const Standing& s) {
  return {.start = race[s.racer].at(0).x,
          .end = s.answer.x,
          .verdict = s.judgement.verdict,
          .lost = is_lost(s, race.survey().domain),
          .loss = s.answer.loss,
          .cost = s.cost,
          .finish = s.finish};
}

}  // namespace

std::vector<Vec2> starts_of(const StartPlan& plan, const Experiment& experiment) {
  if (plan.count < 1 || plan.count > most_starts)
    throw std::invalid_argument("starts: must be 1 to " + std::to_string(most_starts) + ", not " +
                                std::to_string(plan.count));
  const Box map = domain(experiment.landscape);
  if (plan.pattern == Pattern::lattice) return lattice_of(side_of(plan.count), map);
  std::vector<Vec2> starts;
  for (int i = 0; i < plan.count; ++i) {
    const Vec2 u =
        Stream{experiment.seed}.uniform_pair(Purpose::race_start, 0, static_cast<std::uint32_t>(i));
    starts.push_back(map.at(u.x, u.y));
  }
  return starts;
}

Experiment race_from(const Experiment& experiment, Vec2 start, std::size_t index) {
  Experiment e = experiment;
  for (Racer& racer : e.racers) racer.start = start;
  e.seed += index;
  return e;
}

ManyStarts::ManyStarts(const Experiment& experiment, const StartPlan& plan, std::size_t worker,
                       std::size_t workers)
    : experiment_(experiment),
      starts_(starts_of(plan, experiment)),
      outcomes_(starts_.size()),
      next_(std::min(worker, starts_.size())),
      workers_(workers) {}

bool ManyStarts::advance(Clock::time_point deadline) {
  while (next_ < starts_.size()) {
    const Experiment e = race_from(experiment_, starts_[next_], next_);
    if (!racing_) race_.follow(e);
    racing_ = true;
    if (!race_.advance(deadline)) return false;
    outcomes_[next_].resize(e.racers.size());
    for (const Standing& s : standings(e, race_, e.budget.amount))
      outcomes_[next_][s.racer] = outcome_of(race_, s);
    racing_ = false;
    ++done_;
    next_ = std::min(next_ + workers_, starts_.size());
    if (Clock::now() >= deadline) break;
  }
  return next_ >= starts_.size();
}

}  // namespace fogline
