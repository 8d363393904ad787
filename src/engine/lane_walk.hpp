// SPDX-License-Identifier: MIT
// The later part of a walk that was made in lanes, seen as a walk by itself.
#pragma once

#include <optional>
#include <vector>

#include "fogline/engine/walk.hpp"
#include "fogline/optimizers/flock.hpp"
#include "own_objective.hpp"

namespace fogline {

// How many walkers are noted at once: so few that their notes stay in the cache.
inline constexpr std::size_t noted_at_once = 64;

// Of a flock's walkers who have not ended: one by itself, and what it descends (of axes flocks wear
// schedules alone, so that decay is all that can be added to the landscape).
Walker walker_of(const Flock& flock, std::size_t walker, const Gear& gear);
OwnObjective own_objective(const Flock& flock, std::size_t walker, const Gear& gear);

// Where the walkers of a flock stand after certain steps.
class LaneNotes {
 public:
  // Forgets what it has, and notes after these steps from now on: in order, none 0.
  void want(std::vector<std::uint32_t> steps);
  // The step that they all come after.
  std::uint32_t begin() const { return steps_.empty() ? 0 : steps_.front() - 1; }
  // The flock, which nobody leaves between two calls, goes on to `step`.
  void walk(Flock& flock, std::uint32_t step);
  // What is noted of one walker; after its end it means nothing.
  struct Row {
    std::span<const Flock::Note> notes;
    std::span<const std::uint32_t> rank;  // among them, of each step from `first` on
    std::uint32_t first = 0;

    const Flock::Note& at(std::uint32_t step) const;
  };
  Row of(std::size_t walker) const {
    return {std::span(notes_).subspan(walker * steps_.size(), steps_.size()), rank_, begin() + 1};
  }

 private:
  std::vector<std::uint32_t> steps_;
  std::vector<std::uint32_t> rank_;  // among these, of each step from the first to the last
  std::vector<Flock::Note> notes_;   // of each walker in a row
};

// Knows the start, the noted iterates and the walker at the last of them.
class LaneWalk final : public Walk {
 public:
  // `flock` stands at the last step, which is noted; `course` is that of any of the walkers.
  // Borrows all but the course.
  LaneWalk(const Flock& flock, const LaneNotes& notes, const Course& course, const Gear& gear);
  // Is the walk of this walker from now on, who has not ended.
  void follow(std::size_t walker, Vec2 start);

  const Course& course() const override { return course_; }
  const Gear& gear() const override { return gear_; }
  std::uint32_t last() const override { return flock_.step(); }
  bool ended() const override { return false; }
  bool stopped_early() const override { return false; }
  // Of the start or a noted step.
  Glimpse glimpse(std::uint32_t step) const override;
  Glimpse glimpse_of_answer(std::uint32_t step) const override { return glimpse(step); }
  void track(std::span<const std::uint32_t> steps, std::span<double> x, std::span<double> y,
             std::span<double> loss) const override;
  const Walker& walker_at(std::uint32_t step) const override;

 private:
  const Flock::Note& note(std::uint32_t step) const;

  const Flock& flock_;
  const LaneNotes& notes_;
  Course course_;
  const Gear& gear_;
  std::size_t walker_ = 0;
  LaneNotes::Row row_;  // the walker's
  Flock::Note start_;
  mutable std::optional<Walker> last_walker_;
};

}  // namespace fogline
