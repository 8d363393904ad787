// SPDX-License-Identifier: MIT
// Iterates read from notes.
#include "lane_walk.hpp"

#include <cassert>

namespace fogline {

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
  if (!last_walker_) {
    const Vec2 x = flock_.place(walker_);
    last_walker_ = Walker{.x = x, .here = gear_.landscape.gradient(x), .step = last()};
    last_walker_->state = flock_.state(walker_);
  }
  return *last_walker_;
}

}  // namespace fogline
