// SPDX-License-Identifier: MIT
// Matching courses to the trajectories already known, and spending a frame's share of time on the
// rest.
#include "fogline/engine/race.hpp"

#include <algorithm>
#include <cmath>

namespace fogline {

void Race::follow(const Experiment& experiment) {
  std::vector<Trajectory> known;
  for (auto& copies : racers_)
    for (Trajectory& t : copies) known.push_back(std::move(t));
  std::vector<const Trajectory*> taken;  // of this race, for racers that walk the same
  racers_.assign(experiment.racers.size(), {});
  budget_ = experiment.budget;
  prices_ = experiment.prices;
  if (surveyed_ != experiment.landscape) {
    surveyed_ = experiment.landscape;
    survey_ = fogline::survey(experiment.landscape);
  }
  for (std::size_t i = 0; i < racers_.size(); ++i) {
    const auto courses = courses_of(experiment, i);
    racers_[i].reserve(courses.size());
    for (const Course& course : courses) {
      const auto before = std::find_if(known.begin(), known.end(),
                                       [&](const Trajectory& t) { return t.course() == course; });
      const auto twin = std::find_if(taken.begin(), taken.end(),
                                     [&](const Trajectory* t) { return t->course() == course; });
      if (before != known.end()) {
        racers_[i].push_back(std::move(*before));
        known.erase(before);
      } else if (twin != taken.end()) {
        racers_[i].push_back(**twin);
      } else {
        racers_[i].emplace_back(course);
        ++recomputed_;
      }
      taken.push_back(&racers_[i].back());
    }
  }
}

// What a copy may spend: all of a budget of steps, its share of one of cost.
double Race::amount_of(std::size_t racer) const {
  const bool shared = budget_.unit == Unit::cost;
  return budget_.amount / (shared ? static_cast<double>(racers_[racer].size()) : 1.0);
}

// True when nothing of the budget remains to be walked.
bool Race::finished(const Trajectory& t, double amount) const {
  if (t.ended() || t.last() >= Trajectory::longest) return true;
  if (budget_.unit == Unit::steps) return t.last() >= amount;
  return t.cost(t.last(), prices_) >= amount;
}

bool Race::advance(Trajectory& t, double amount, Clock::time_point deadline) const {
  while (!finished(t, amount)) {
    const auto limit = static_cast<std::uint32_t>(
        budget_.unit == Unit::steps ? amount : t.last() + double{Trajectory::block_size});
    t.extend(limit, deadline);
    if (Clock::now() >= deadline) return false;
  }
  return true;
}

bool Race::advance(Clock::time_point deadline) {
  for (std::size_t i = 0; i < racers_.size(); ++i)
    for (Trajectory& t : racers_[i])
      if (!advance(t, amount_of(i), deadline)) return false;
  return true;
}

std::uint32_t Race::step_at(std::size_t racer, double playhead, std::size_t copy) const {
  const Trajectory& t = racers_[racer][copy];
  if (budget_.unit == Unit::cost) {
    const double copies = static_cast<double>(racers_[racer].size());
    return t.last_within(std::min(playhead, budget_.amount) / copies, prices_);
  }
  return static_cast<std::uint32_t>(
      std::clamp(std::floor(playhead), 0.0, std::min<double>(t.last(), budget_.amount)));
}

double Race::horizon() const {
  double reached = 0;
  for (const auto& copies : racers_)
    for (const Trajectory& t : copies) {
      if (!t.ended()) return budget_.amount;
      const double paid = static_cast<double>(copies.size()) * t.cost(t.last(), prices_);
      reached = std::max(reached, budget_.unit == Unit::steps ? t.last() : std::ceil(paid));
    }
  return racers_.empty() ? budget_.amount : std::clamp(reached, 1.0, budget_.amount);
}

}  // namespace fogline
