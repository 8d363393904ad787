// SPDX-License-Identifier: MIT
// The later part of a walk that was made in lanes, seen as a walk by itself.
#pragma once

#include <optional>
#include <span>

#include "fogline/engine/walk.hpp"
#include "fogline/optimizers/flock.hpp"
#include "own_objective.hpp"

namespace fogline {

// How many walkers are noted at once: so few that their notes stay in the cache.
inline constexpr std::size_t noted_at_once = 64;

// Of a flock's walkers who have not ended: one by itself, and what it descends.
Walker walker_of(const Flock& flock, std::size_t walker, const Gear& gear);
OwnObjective own_objective(const Flock& flock, std::size_t walker, const Gear& gear);

// Knows the start, the noted iterates and the walker at the last of them.
class LaneWalk final : public Walk {
 public:
  // `flock` stands at the last step; `notes` are those of Flock::walk_noting for the steps after
  // `first`; `course` is that of any of the walkers. Borrows all but the course.
  LaneWalk(const Flock& flock, std::span<const Flock::Note> notes, std::uint32_t first,
           const Course& course, const Gear& gear);
  // Is the walk of this walker from now on, who has not ended.
  void follow(std::size_t walker, Vec2 start);

  const Course& course() const override { return course_; }
  const Gear& gear() const override { return gear_; }
  std::uint32_t last() const override { return flock_.step(); }
  bool ended() const override { return false; }
  bool stopped_early() const override { return false; }
  Glimpse glimpse(std::uint32_t step) const override;
  Glimpse glimpse_of_answer(std::uint32_t step) const override { return glimpse(step); }
  const Walker& walker_at(std::uint32_t step) const override;

 private:
  const Flock& flock_;
  std::span<const Flock::Note> notes_;
  std::uint32_t first_ = 0;
  Course course_;
  const Gear& gear_;
  std::size_t walker_ = 0;
  double loss_at_start_ = 0;
  mutable std::optional<Walker> last_walker_;
};

}  // namespace fogline
