// SPDX-License-Identifier: MIT
// Matching racers to the trajectories already known, and spending a frame's share of time on the
// rest.
#include "fogline/engine/race.hpp"

#include <algorithm>
#include <cmath>

namespace fogline {
namespace {

// Racers of a race share one stream of random numbers, so that equal racers walk equal paths.
Course course_of(const Experiment& experiment, const Racer& racer) {
  return {experiment.landscape, racer.optimizer, racer.axes, racer.start, experiment.seed, 0};
}

}  // namespace

void Race::follow(const Experiment& experiment) {
  std::vector<Trajectory> known = std::move(trajectories_);
  trajectories_.clear();
  trajectories_.reserve(experiment.racers.size());
  budget_ = experiment.budget;
  prices_ = experiment.prices;
  for (const Racer& racer : experiment.racers) {
    const Course course = course_of(experiment, racer);
    const auto walks_it = [&](const Trajectory& t) { return t.course() == course; };
    const auto before = std::find_if(known.begin(), known.end(), walks_it);
    const auto twin = std::find_if(trajectories_.begin(), trajectories_.end(), walks_it);
    if (before != known.end()) {
      trajectories_.push_back(std::move(*before));
      known.erase(before);
    } else if (twin != trajectories_.end()) {
      trajectories_.push_back(*twin);
    } else {
      trajectories_.emplace_back(course);
      ++recomputed_;
    }
  }
}

// True when nothing of the budget remains to be walked.
bool Race::finished(std::size_t racer) const {
  const Trajectory& t = trajectories_[racer];
  if (t.ended() || t.last() >= Trajectory::longest) return true;
  if (budget_.unit == Unit::steps) return t.last() >= budget_.amount;
  return cost(t.at(t.last()).counts, prices_) >= budget_.amount;
}

bool Race::advance(Clock::time_point deadline) {
  for (std::size_t i = 0; i < trajectories_.size(); ++i)
    while (!finished(i)) {
      Trajectory& t = trajectories_[i];
      const auto limit = static_cast<std::uint32_t>(
          budget_.unit == Unit::steps ? budget_.amount : t.last() + double{Trajectory::block_size});
      t.extend(limit, deadline);
      if (Clock::now() >= deadline) return false;
    }
  return true;
}

std::uint32_t Race::step_at(std::size_t racer, double playhead) const {
  const Trajectory& t = trajectories_[racer];
  if (budget_.unit == Unit::cost) return t.last_within(std::min(playhead, budget_.amount), prices_);
  return static_cast<std::uint32_t>(
      std::clamp(std::floor(playhead), 0.0, std::min<double>(t.last(), budget_.amount)));
}

double Race::horizon() const {
  double reached = 0;
  for (std::size_t i = 0; i < trajectories_.size(); ++i) {
    const Trajectory& t = trajectories_[i];
    if (!t.ended()) return budget_.amount;
    const double end =
        budget_.unit == Unit::steps ? t.last() : std::ceil(cost(t.at(t.last()).counts, prices_));
    reached = std::max(reached, end);
  }
  return trajectories_.empty() ? budget_.amount : std::clamp(reached, 1.0, budget_.amount);
}

}  // namespace fogline
