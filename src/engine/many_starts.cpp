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

// How a racer fared in a race that is known.
Outcome outcome_of(const Race& race, const Standing& s) {
  return {.start = race[s.racer].at(0).x,
          .end = s.answer.x,
          .verdict = s.judgement.verdict,
          .lost = is_lost(s, race.survey().domain),
          .loss = s.answer.loss,
          .cost = s.cost,
          .finish = s.finish};
}

// The experiment with some of its racers.
Experiment only(const Experiment& experiment, std::span<const std::size_t> racers) {
  Experiment e = experiment;
  e.racers.clear();
  for (const std::size_t i : racers) e.racers.push_back(experiment.racers[i]);
  return e;
}

// A racer that flocks pays for one gradient a step.
double cost_of(const Experiment& e, std::uint32_t steps) {
  return cost({.gradients = steps}, e.prices);
}

// The last step that the budget of such a racer pays for.
std::uint32_t steps_of(const Experiment& e) {
  if (e.budget.unit == Unit::steps)
    return static_cast<std::uint32_t>(std::min<double>(e.budget.amount, Trajectory::longest));
  std::uint32_t low = 0, high = Trajectory::longest;
  while (low < high) {
    const std::uint32_t middle = low + (high - low + 1) / 2;
    if (cost_of(e, middle) <= e.budget.amount)
      low = middle;
    else
      high = middle - 1;
  }
  return low;
}

// Whether a racer's races can be walked as a flock: it flocks, and its verdict is nobody else's
// business. Not where no minimum is known, as on a landscape that drifts may come to be: there
// verdicts compare racers.
bool can_flock(const Experiment& e, const Survey& map, std::size_t racer) {
  const Racer& r = e.racers[racer];
  const bool alone =
      !r.ensemble && std::none_of(e.racers.begin(), e.racers.end(),
                                  [](const Racer& a) { return a.warm_start.has_value(); });
  return alone && map.lowest && !drifts(e.landscape) && flocks(r.optimizer, r.axes);
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
  const std::uint32_t steps = steps_of(experiment_);
  const Budget& budget = experiment_.budget;
  const Survey& map = at_the_start_.survey();
  const auto ends = walk_from({.landscape = experiment_.landscape,
                               .optimizer = experiment_.racers[*p.racer].optimizer,
                               .axes = experiment_.racers[*p.racer].axes,
                               .map = map,
                               .then = map,
                               .line = at_the_start_.finish_line(),
                               .steps = steps,
                               .budget_spent = budget.unit != Unit::steps || steps >= budget.amount,
                               .instructions = *instructions_,
                               .starts = std::span(starts_).subspan(p.first, p.count),
                               .stops = cancelled_});
  if (stops()) return false;
  for (std::size_t i = 0; i < p.count; ++i) {
    const FlockEnd& end = ends[i];
    Outcome& o = outcomes_[p.first + i][*p.racer];
    o = {.start = starts_[p.first + i],
         .end = end.x,
         .verdict = end.verdict,
         .lost = is_lost(end.verdict, end.x, map.domain),
         .loss = end.loss,
         .cost = cost_of(experiment_, end.steps)};
    if (end.crossed && !o.lost) o.finish = Finish{*end.crossed, cost_of(experiment_, *end.crossed)};
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
