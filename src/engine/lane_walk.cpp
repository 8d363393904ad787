// SPDX-License-Identifier: MIT
// Iterates read from notes.
#include "lane_walk.hpp"

#include <algorithm>
#include <cassert>

#include "fogline/optimizers/stability.hpp"

namespace fogline {

Walker walker_of(const Flock& flock, std::size_t walker, const Gear& gear) {
  const Vec2 x = flock.place(walker);
  Walker w{.x = x, .here = gear.at(flock.step()).gradient(x), .step = flock.step()};
  w.state = flock.state(walker);
  return w;
}

OwnObjective own_objective(const Flock& flock, std::size_t walker, const Gear& gear) {
  return may_decay(gear) ? OwnObjective(gear, walker_of(flock, walker, gear))
                         : OwnObjective(gear.at(flock.step()));
}

void LaneNotes::want(std::vector<std::uint32_t> steps) {
  steps_ = std::move(steps);
  rank_.assign(steps_.empty() ? 0 : steps_.back() - begin(), Flock::Noting::none);
  for (std::uint32_t i = 0; i < steps_.size(); ++i) rank_[steps_[i] - begin() - 1] = i;
}

void LaneNotes::walk(Flock& flock, std::uint32_t step) {
  notes_.resize(flock.size() * steps_.size());
  if (flock.step() < begin()) flock.walk(std::min(step, begin()) - flock.step());
  if (flock.step() >= step) return;
  const std::span rank = std::span(rank_).subspan(flock.step() - begin());
  flock.walk(step - flock.step(), {rank, notes_.data(), steps_.size()});
}

const Flock::Note& LaneNotes::Row::at(std::uint32_t step) const {
  assert(step >= first && step - first < rank.size());
  assert(rank[step - first] < notes.size());
  return notes[rank[step - first]];
}

LaneWalk::LaneWalk(const Flock& flock, const LaneNotes& notes, const Course& course,
                   const Gear& gear)
    : flock_(flock), notes_(notes), course_(course), gear_(gear) {}

void LaneWalk::follow(std::size_t walker, Vec2 start) {
  assert(!flock_.ended(walker));
  walker_ = walker;
  row_ = notes_.of(walker);
  course_.start = start;
  start_ = {start, gear_.landscape.value(start)};
  last_walker_.reset();
}

const Flock::Note& LaneWalk::note(std::uint32_t step) const {
  return step == 0 ? start_ : row_.at(step);
}

Glimpse LaneWalk::glimpse(std::uint32_t step) const {
  const Flock::Note& here = note(step);
  return {step, here.x, here.loss};
}

void LaneWalk::track(std::span<const std::uint32_t> steps, std::span<double> x, std::span<double> y,
                     std::span<double> loss) const {
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const Flock::Note& here = note(steps[i]);
    x[i] = here.x.x;
    y[i] = here.x.y;
    loss[i] = here.loss;
  }
}

const Walker& LaneWalk::walker_at([[maybe_unused]] std::uint32_t step) const {
  assert(step == last());
  if (!last_walker_) last_walker_ = walker_of(flock_, walker_, gear_);
  return *last_walker_;
}

}  // namespace fogline
