// SPDX-License-Identifier: MIT
// A race: one trajectory per racer, or one for each copy of an ensemble; a pure function of the
// experiment. What an edit does not concern is kept.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "fogline/engine/session.hpp"
#include "fogline/engine/survey.hpp"
#include "fogline/engine/trajectory.hpp"

namespace fogline {

class Race {
 public:
  // Takes over the experiment: racers whose course is unchanged keep their trajectories, wherever
  // they now stand in the list; the others set out anew.
  void follow(const Experiment& experiment);
  // Computes on until the deadline; a few steps of one racer at least. True when the whole race is
  // known.
  bool advance(Clock::time_point deadline = Clock::time_point::max());

  std::size_t size() const { return racers_.size(); }
  // Of the landscape that is raced on.
  const Survey& survey() const { return survey_; }
  // The loss at or below which an answer on the map has finished; none where no minimum is known.
  std::optional<double> finish_line() const;
  // The racer's own walk; of an ensemble the first copy's. A racer with a warm start stands at its
  // own start until the walk is known at whose end it begins.
  const Trajectory& operator[](std::size_t racer) const { return racers_[racer].front(); }
  // All copies of an ensemble, or the one walk.
  std::span<const Trajectory> copies(std::size_t racer) const { return racers_[racer]; }
  // The step at which a racer stands when the playhead is at `playhead`, in the budget's unit: its
  // last iterate made, or paid for, by then. Of a budget of cost each copy has its share.
  std::uint32_t step_at(std::size_t racer, double playhead, std::size_t copy = 0) const;
  // The copy with the lowest answer at the playhead, those on the map before those off it; 0 of a
  // single walk.
  std::size_t best_copy(std::size_t racer, double playhead) const;
  // Where the playhead ends: the budget, or less where every racer's walk has ended before.
  double horizon() const;
  // Walks made anew since the race began: what the cache could not save.
  std::size_t recomputed() const { return recomputed_; }

 private:
  bool finished(const Trajectory& walk, double amount) const;
  bool finished(std::size_t racer) const;
  double amount_of(std::size_t racer) const;
  bool advance(Trajectory& walk, double amount, Clock::time_point deadline) const;
  std::optional<Vec2> first_place(std::size_t racer) const;
  Trajectory walk_of(const Course& course);
  void set_out(std::size_t racer);

  Experiment experiment_;
  std::optional<Landscape> surveyed_;
  Survey survey_;
  std::vector<std::vector<Trajectory>> racers_;  // of each its copies, at least one
  std::vector<bool> waiting_;      // for the end of the walk at which the racer begins
  std::vector<Race> trainings_;    // of each racer its training on another landscape, if any
  std::vector<Trajectory> known_;  // of the experiment before, until nobody waits
  std::size_t recomputed_ = 0;
};

}  // namespace fogline
