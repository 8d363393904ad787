// SPDX-License-Identifier: MIT
// Matching courses to the trajectories already known, and spending a frame's share of time on the
// rest.
#include "fogline/engine/race.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace fogline {
namespace {

auto with_course(const Course& course) {
  return [&course](const Trajectory& t) { return t.course() == course; };
}

}  // namespace

void Race::follow(const Experiment& experiment) {
  known_.clear();
  for (auto& copies : racers_)
    for (Trajectory& t : copies) known_.push_back(std::move(t));
  experiment_ = experiment;
  if (!experiment.racers.empty() && surveyed_ != experiment.landscape) {
    surveyed_ = experiment.landscape;
    survey_ = fogline::survey(experiment.landscape);
  }
  const std::size_t count = experiment.racers.size();
  racers_.assign(count, {});
  waiting_.assign(count, false);
  trainings_.resize(count);
  for (std::size_t i = 0; i < count; ++i) {
    trainings_[i].follow(training_of(experiment, i));
    set_out(i);
  }
  if (std::find(waiting_.begin(), waiting_.end(), true) == waiting_.end()) known_.clear();
}

// The walk of a course: one already known, a racer's that walks the same, or a new one.
Trajectory Race::walk_of(const Course& course) {
  const auto before = std::find_if(known_.begin(), known_.end(), with_course(course));
  if (before != known_.end()) {
    Trajectory walk = std::move(*before);
    known_.erase(before);
    return walk;
  }
  for (const auto& copies : racers_) {
    const auto twin = std::find_if(copies.begin(), copies.end(), with_course(course));
    if (twin != copies.end()) return *twin;
  }
  ++recomputed_;
  return Trajectory(course);
}

// Where a racer begins; nothing while the walk is not known at whose end that is.
std::optional<Vec2> Race::first_place(std::size_t racer) const {
  const auto teacher = teacher_of(experiment_, racer);
  if (!teacher) return experiment_.racers[racer].start;
  const bool elsewhere = trainings_[racer].size() > 0;
  const Race& race = elsewhere ? trainings_[racer] : *this;
  const std::size_t i = elsewhere ? race.size() - 1 : *teacher;
  if (race.waiting_[i] || !race.finished(i)) return std::nullopt;
  const double end = experiment_.budget.amount;
  const std::size_t copy = race.best_copy(i, end);
  return race.copies(i)[copy].answer(race.step_at(i, end, copy)).x;
}

void Race::set_out(std::size_t racer) {
  const auto start = first_place(racer);
  waiting_[racer] = !start;
  racers_[racer].clear();
  if (!start) {
    const Vec2 own = experiment_.racers[racer].start;
    racers_[racer].emplace_back(courses_of(experiment_, racer, own).front());
    return;
  }
  for (const Course& course : courses_of(experiment_, racer, *start))
    racers_[racer].push_back(walk_of(course));
}

// What a copy may spend: all of a budget of steps, its share of one of cost.
double Race::amount_of(std::size_t racer) const {
  const Budget& budget = experiment_.budget;
  const bool shared = budget.unit == Unit::cost;
  return budget.amount / (shared ? static_cast<double>(racers_[racer].size()) : 1.0);
}

// True when nothing of the budget remains to be walked.
bool Race::finished(const Trajectory& t, double amount) const {
  if (t.ended() || t.last() >= Trajectory::longest) return true;
  if (experiment_.budget.unit == Unit::steps) return t.last() >= amount;
  return t.cost(t.last(), experiment_.prices) >= amount;
}

bool Race::finished(std::size_t racer) const {
  return std::all_of(racers_[racer].begin(), racers_[racer].end(),
                     [&](const Trajectory& t) { return finished(t, amount_of(racer)); });
}

std::optional<double> Race::finish_line() const {
  if (!survey_.lowest) return std::nullopt;
  return *survey_.lowest + experiment_.finish * survey_.relief;
}

// A block at a time: whether it crosses the finish line is looked up while the block is at hand.
bool Race::advance(Trajectory& t, double amount, Clock::time_point deadline) const {
  const auto line = finish_line();
  while (!finished(t, amount)) {
    const double block_end = t.last() + double{Trajectory::block_size};
    const bool by_steps = experiment_.budget.unit == Unit::steps;
    t.extend(static_cast<std::uint32_t>(by_steps ? std::min(amount, block_end) : block_end),
             deadline);
    if (line) t.first_at_most(*line, t.last());
    if (Clock::now() >= deadline) return false;
  }
  return true;
}

// In the order of the list: a racer that waits does so for one that stands above it.
bool Race::advance(Clock::time_point deadline) {
  for (std::size_t i = 0; i < racers_.size(); ++i) {
    if (waiting_[i]) {
      if (!trainings_[i].advance(deadline)) return false;
      set_out(i);
    }
    for (Trajectory& t : racers_[i])
      if (!advance(t, amount_of(i), deadline)) return false;
  }
  known_.clear();
  return true;
}

std::uint32_t Race::step_at(std::size_t racer, double playhead, std::size_t copy) const {
  const Trajectory& t = racers_[racer][copy];
  const Budget& budget = experiment_.budget;
  if (budget.unit == Unit::cost) {
    const double copies = static_cast<double>(racers_[racer].size());
    return t.last_within(std::min(playhead, budget.amount) / copies, experiment_.prices);
  }
  return static_cast<std::uint32_t>(
      std::clamp(std::floor(playhead), 0.0, std::min<double>(t.last(), budget.amount)));
}

std::size_t Race::best_copy(std::size_t racer, double playhead) const {
  const Box box = domain(experiment_.landscape);
  std::size_t best = 0;
  std::pair lowest{true, std::numeric_limits<double>::infinity()};  // off the map, loss
  for (std::size_t copy = 0; copy < racers_[racer].size(); ++copy) {
    const Trajectory& t = racers_[racer][copy];
    const std::uint32_t step = step_at(racer, playhead, copy);
    const std::pair here{!box.contains(t.at(step).x), t.answer(step).loss};
    if (!(here < lowest) || !std::isfinite(here.second)) continue;
    best = copy;
    lowest = here;
  }
  return best;
}

double Race::horizon() const {
  const Budget& budget = experiment_.budget;
  double reached = 0;
  for (const auto& copies : racers_)
    for (const Trajectory& t : copies) {
      if (!t.ended()) return budget.amount;
      const double paid = static_cast<double>(copies.size()) * t.cost(t.last(), experiment_.prices);
      reached = std::max(reached, budget.unit == Unit::steps ? t.last() : std::ceil(paid));
    }
  return racers_.empty() ? budget.amount : std::clamp(reached, 1.0, budget.amount);
}

}  // namespace fogline
