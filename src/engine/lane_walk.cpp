// SPDX-License-Identifier: MIT
// Iterates read from notes.
#include "lane_walk.hpp"

#include <algorithm>
#include <cassert>

#include "fogline/optimizers/stability.hpp"

namespace fogline {

Walker walker_of(const Flock& flock, std::size_t walker, const Gear& gear) {
  const Vec2 x = flock.place(walker);
  Walker w{.x = x, .here = gear.landscape.gradient(x), .step = flock.step()};
  w.state = flock.state(walker);
  return w;
}

OwnObjective own_objective(const Flock& flock, std::size_t walker, const Gear& gear) {
  return may_decay(gear) ? OwnObjective(gear, walker_of(flock, walker, gear))
                         : OwnObjective(gear.landscape);
}

void LaneNotes::want(std::vector<std::uint32_t> steps) {
  steps_ = std::move(steps);
  rank_.assign(steps_.empty() ? 0 : steps_.back() - begin(), static_cast<std::uint32_t>(-1));
  for (std::uint32_t i = 0; i < steps_.size(); ++i) rank_[steps_[i] - begin() - 1] = i;
}

void LaneNotes::walk(Flock& flock, std::uint32_t step) {
  notes_.resize(flock.size() * steps_.size());
  while (flock.step() < step) {
    const auto next = std::ranges::upper_bound(steps_, flock.step());
    const std::uint32_t before = next == steps_.end() ? step : std::min(step, *next - 1);
    flock.walk(before - flock.step());
    std::uint32_t row = 0;  // steps without a gap
    while (before + row < step && next + row != steps_.end() && next[row] == before + row + 1)
      ++row;
    flock.walk_noting(row, notes_.data() + (next - steps_.begin()), steps_.size());
  }
}

const Flock::Note& LaneNotes::at(std::size_t walker, std::uint32_t step) const {
  assert(step > begin() && step <= steps_.back());
  const std::uint32_t rank = rank_[step - begin() - 1];
  assert(rank < steps_.size());
  return notes_[walker * steps_.size() + rank];
}

LaneWalk::LaneWalk(const Flock& flock, const LaneNotes& notes, const Course& course,
                   const Gear& gear)
    : flock_(flock), notes_(notes), course_(course), gear_(gear) {}

void LaneWalk::follow(std::size_t walker, Vec2 start) {
  assert(!flock_.ended(walker));
  walker_ = walker;
  course_.start = start;
  loss_at_start_ = gear_.landscape.value(start);
  last_walker_.reset();
}

Glimpse LaneWalk::glimpse(std::uint32_t step) const {
  if (step == 0) return {0, course_.start, loss_at_start_};
  assert(step <= last());
  const Flock::Note& note = notes_.at(walker_, step);
  return {step, note.x, note.loss};
}

const Walker& LaneWalk::walker_at([[maybe_unused]] std::uint32_t step) const {
  assert(step == last());
  if (!last_walker_) last_walker_ = walker_of(flock_, walker_, gear_);
  return *last_walker_;
}

}  // namespace fogline
