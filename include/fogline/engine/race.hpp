// SPDX-License-Identifier: MIT
// A race: one trajectory per racer, a pure function of the experiment. What an edit does not
// concern is kept.
#pragma once

#include <vector>

#include "fogline/engine/session.hpp"
#include "fogline/engine/trajectory.hpp"

namespace fogline {

class Race {
 public:
  // Takes over the experiment: racers whose course is unchanged keep their trajectories, wherever
  // they now stand in the list; the others set out anew.
  void follow(const Experiment& experiment);
  // Computes on until the deadline; at least one block of one racer. True when the whole race is
  // known.
  bool advance(Clock::time_point deadline = Clock::time_point::max());

  std::size_t size() const { return trajectories_.size(); }
  const Trajectory& operator[](std::size_t racer) const { return trajectories_[racer]; }
  // The step at which a racer stands when the playhead is at `playhead`, in the budget's unit: its
  // last iterate made, or paid for, by then.
  std::uint32_t step_at(std::size_t racer, double playhead) const;
  // Where the playhead ends: the budget, or less where every racer's walk has ended before.
  double horizon() const;
  // Walks made anew since the race began: what the cache could not save.
  std::size_t recomputed() const { return recomputed_; }

 private:
  bool finished(std::size_t racer) const;

  Budget budget_;
  Prices prices_;
  std::vector<Trajectory> trajectories_;
  std::size_t recomputed_ = 0;
};

}  // namespace fogline
