// SPDX-License-Identifier: MIT
// A racer's walk, computed ahead of the playhead and kept in bounded memory: every iterate of up to
// a million steps can be had, the recent and the short ones from flat columns, the others by
// stepping again from a checkpoint.
#pragma once

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "fogline/engine/walk.hpp"

namespace fogline {

using Clock = std::chrono::steady_clock;

// One recorded iterate.
struct Iterate {
  std::uint32_t step = 0;
  Vec2 x;
  double loss = 0;           // the landscape's own: without weight decay, regularization or noise
  double gradient_norm = 0;  // likewise
  Counts counts;
  std::uint32_t best_step = 0;  // step at which the racer's own objective was lowest so far
  Event event = Event::none;    // of the step that led here
};

// A value; reading it fills a cache, so one thread at a time may use it.
class Trajectory final : public Walk {
 public:
  static constexpr std::uint32_t block_size = 1024;  // steps between checkpoints
  static constexpr std::uint32_t blocks_kept = 16;   // in flat columns at any time
  static constexpr std::uint32_t longest = 1'000'000;

  explicit Trajectory(const Course& course);

  const Course& course() const override { return *course_; }
  const Gear& gear() const override { return gear_; }
  // Iterates 0..last() can be asked for.
  std::uint32_t last() const override { return last_; }
  bool ended() const override { return ended_; }
  bool stopped_early() const override { return front_.stopped; }
  // Walks on until last() is `step`, the walk ends, or the deadline passes, looking at the clock
  // often enough for slow methods. Returns true when nothing remains to be done for `step`.
  bool extend(std::uint32_t step, Clock::time_point deadline = Clock::time_point::max());

  // The iterate of a step in 0..last(); may step again from a checkpoint (at most block_size
  // steps).
  Iterate at(std::uint32_t step) const;
  // What the racer would return at `step`: the iterate, the best visited, or the mean of the tail
  // (of which only place, loss and slope are its own); of the last two the one with the lower
  // objective.
  Iterate answer(std::uint32_t step) const;
  Glimpse glimpse(std::uint32_t step) const override;
  Glimpse glimpse_of_answer(std::uint32_t step) const override;
  // The mean of the walk's tail at `step`, where averaging is in use and the tail has begun.
  std::optional<Vec2> average(std::uint32_t step) const;
  // What iterate number `step` has cost.
  double cost(std::uint32_t step, const Prices& prices) const {
    return course_->cost(at(step).counts, step, prices);
  }
  // Walked from a checkpoint; going forward little by little is cheap.
  const Walker& walker_at(std::uint32_t step) const override;
  // The last step in 0..last() whose cost is at most `amount`.
  std::uint32_t last_within(double amount, const Prices& prices) const;
  // The first step of 0..`last` whose answer is on the map with a loss of at most `loss`. What has
  // been looked through is remembered for the loss that was asked for last.
  std::optional<std::uint32_t> first_at_most(double loss, std::uint32_t last) const;

  // Calls f(Glimpse) in order for the steps 0..`last` worth drawing: all of them on walks that fit
  // the columns, of longer ones those that keep the path's and the curve's outline.
  template <class F>
  void for_each_glimpse(std::uint32_t last, F&& f) const {
    if (keeps_every_iterate())
      for (std::uint32_t step = 0; step <= last; ++step) f(glimpse(step));
    else
      for_each_outline(last, f);
  }
  bool keeps_every_iterate() const { return last_ < block_size * blocks_kept; }

 private:
  // Row r of block b is step b * block_size + r.
  struct Block {
    std::uint32_t number = 0, rows = 0;
    std::vector<double> position, loss, gradient_norm;
    std::vector<std::uint32_t> values, gradients, hessians, best_step;
    std::vector<Event> event;
    Columns columns(std::uint32_t row);
  };

  // A search for the first answer that is low enough.
  struct Search {
    double loss = 0;
    std::uint32_t next = 0;  // steps before it have been looked at
    Iterate best;            // the lowest of its own objective among them
    std::optional<std::uint32_t> found;
  };

  bool keeps_best() const;
  Iterate answer_of(const Iterate& here, const Iterate& found) const;
  void look_on(Search& search) const;
  Block& slot(std::uint32_t number) const { return slots_[number % blocks_kept]; }
  Block& open_block(std::uint32_t number) const;
  Block& open_start() const;
  Block& block_of(std::uint32_t step) const;
  void close_block();
  void outline(const Block& block);
  template <class F>
  void for_each_outline(std::uint32_t last, F&& f) const {
    std::uint32_t next = 0;  // the step after the one last shown
    for (const Glimpse& g : outline_) {
      if (g.step > last) break;
      f(g);
      next = g.step + 1;
    }
    const std::uint32_t open = outline_.empty() ? 0 : outline_.back().step + 1;
    for (std::uint32_t step = std::max(next, std::min(open, last)); step <= last; ++step)
      f(glimpse(step));
  }

  std::shared_ptr<const Course> course_;  // shared by copies: the gear borrows its landscape
  Gear gear_;
  Walker front_;                     // stands at last_
  std::vector<Walker> checkpoints_;  // before the first row of block 1, 2, ...; [0] is the start
  mutable std::vector<Block> slots_;
  mutable Walker latest_;  // asked for last, and still good for later steps of its block
  mutable std::optional<Search> search_;
  std::vector<Glimpse> outline_;  // of closed blocks
  std::uint32_t last_ = 0;
  bool ended_ = false;
};

}  // namespace fogline
