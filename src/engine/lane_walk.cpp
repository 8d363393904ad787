// SPDX-License-Identifier: MIT
// Iterates read from notes.
#include "lane_walk.hpp"

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

LaneWalk::LaneWalk(const Flock& flock, std::span<const Flock::Note> notes, std::uint32_t first,
                   const Course& course, const Gear& gear)
    : flock_(flock), notes_(notes), first_(first), course_(course), gear_(gear) {
  assert(notes.size() == flock.size() * (flock.step() - first));
}

void LaneWalk::follow(std::size_t walker, Vec2 start) {
  assert(!flock_.ended(walker));
  walker_ = walker;
  course_.start = start;
  loss_at_start_ = gear_.landscape.value(start);
  last_walker_.reset();
}

Glimpse LaneWalk::glimpse(std::uint32_t step) const {
  if (step == 0) return {0, course_.start, loss_at_start_};
  assert(step > first_ && step <= last());
  const Flock::Note& note = notes_[walker_ * (last() - first_) + step - first_ - 1];
  return {step, note.x, note.loss};
}

const Walker& LaneWalk::walker_at([[maybe_unused]] std::uint32_t step) const {
  assert(step == last());
  if (!last_walker_) last_walker_ = walker_of(flock_, walker_, gear_);
  return *last_walker_;
}

}  // namespace fogline
