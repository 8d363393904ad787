// SPDX-License-Identifier: MIT
// Starts at random or on a lattice, and races handed out by the piece.
#include "fogline/engine/many_starts.hpp"

#include <algorithm>
#include <span>
#include <stdexcept>
#include <string>

#include "lane_walk.hpp"
#include "start_flock.hpp"

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

// What a thread does without looking up: a racer in lanes from up to a block of starts, or all
// racers that cannot walk so from one start.
struct ManyStarts::Piece {
  std::optional<std::size_t> racer;  // in lanes
  std::size_t first = 0, count = 0;  // starts
};

ManyStarts::ManyStarts(const Experiment& experiment, const StartPlan& plan,
                       std::optional<InstructionSet> instructions)
    : experiment_(experiment),
      starts_(starts_of(plan, experiment)),
      instructions_(instructions),
      outcomes_(starts_.size(), Outcomes(experiment.racers.size())),
      missing_(starts_.size()) {
  at_the_start_.follow(experiment);
  for (std::size_t i = 0; i < experiment.racers.size(); ++i)
    (instructions && can_flock(experiment, at_the_start_.survey(), i) ? in_lanes_ : others_)
        .push_back(i);
  for (auto& missing : missing_)
    missing = static_cast<std::uint32_t>(in_lanes_.size() + (others_.empty() ? 0 : 1));
  if (experiment.racers.empty()) done_ = starts_.size();
}

// Block after block: each racer that flocks from all of its starts, then the others from each.
std::size_t ManyStarts::pieces() const {
  const std::size_t blocks = (starts_.size() + noted_at_once - 1) / noted_at_once;
  return blocks * in_lanes_.size() + (others_.empty() ? 0 : starts_.size());
}

ManyStarts::Piece ManyStarts::piece(std::size_t number) const {
  const std::size_t of_block = in_lanes_.size() + (others_.empty() ? 0 : noted_at_once);
  const std::size_t first = number / of_block * noted_at_once, k = number % of_block;
  if (k >= in_lanes_.size()) return {{}, first + k - in_lanes_.size(), 1};
  return {in_lanes_[k], first, std::min(noted_at_once, starts_.size() - first)};
}

bool ManyStarts::walk_in_lanes(const Piece& p) {
  const auto made = outcomes_from({.experiment = experiment_,
                                   .racer = *p.racer,
                                   .at_the_start = at_the_start_,
                                   .instructions = *instructions_,
                                   .starts = std::span(starts_).subspan(p.first, p.count),
                                   .stops = cancelled_});
  if (stops()) return false;
  for (std::size_t i = 0; i < p.count; ++i) {
    outcomes_[p.first + i][*p.racer] = made[i];
    count(p.first + i);
  }
  return true;
}

bool ManyStarts::race(const Piece& p, Race& race) {
  const Experiment e = race_from(only(experiment_, others_), starts_[p.first], p.first);
  race.follow(e);
  while (!race.advance(Clock::now() + std::chrono::milliseconds(10)))
    if (stops()) return false;
  for (const Standing& s : standings(e, race, e.budget.amount))
    outcomes_[p.first][others_[s.racer]] = outcome_of(race, s);
  count(p.first);
  return true;
}

void ManyStarts::count(std::size_t start) {
  if (missing_[start].fetch_sub(1, std::memory_order_acq_rel) == 1)
    done_.fetch_add(1, std::memory_order_acq_rel);
}

bool ManyStarts::advance(Clock::time_point deadline) {
  const std::size_t all = pieces();
  std::optional<Race> mine;
  do {
    if (stops()) return true;
    const std::size_t number = next_.fetch_add(1, std::memory_order_relaxed);
    if (number >= all) return true;
    const Piece p = piece(number);
    if (p.racer ? !walk_in_lanes(p) : !race(p, mine ? *mine : mine.emplace(at_the_start_)))
      return true;
  } while (Clock::now() < deadline);
  return next_.load(std::memory_order_relaxed) >= all;
}

std::vector<Outcomes> ManyStarts::outcomes() const {
  std::vector<Outcomes> known(starts_.size());
  for (std::size_t i = 0; i < starts_.size(); ++i)
    if (missing_[i].load(std::memory_order_acquire) == 0) known[i] = outcomes_[i];
  return known;
}

}  // namespace fogline
