// SPDX-License-Identifier: MIT
// A flock: many walkers of one per-coordinate rule in SIMD lockstep, all at the same learning rate.
// Each walks to the bit as a Walker does.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "fogline/core/block.hpp"
#include "fogline/optimizers/walker.hpp"

namespace fogline {

namespace kernels {
struct FlockBlock;
}

// Whether racers with this optimizer and these axes can walk in a flock: the rule is one for each
// coordinate, and of axes there is at most a schedule that is the same for all of them.
bool flocks(const Optimizer& optimizer, const Axes& axes);

// Walkers are kept in blocks small enough for the first-level cache. Landscape and rule take turns
// on a block, both through function pointers; after some steps the next block follows. A block in
// which a place may not be finite goes back to where those steps began, and is walked with care.
class Flock {
 public:
  static constexpr std::size_t block_size = 256;  // walkers; their rows take 25 kB at most

  // `optimizer` flocks with `axes`; `landscape` has kernels for `instructions`.
  Flock(const Optimizer& optimizer, const Axes& axes, const BlockEvaluator& landscape,
        InstructionSet instructions, std::span<const Vec2> starts);

  std::size_t size() const { return walkers_.size(); }
  // Steps made since the start by those who have not ended.
  std::uint32_t step() const { return step_; }
  // Where a walker stands.
  struct Note {
    Vec2 x;
    double loss = 0;
  };
  // What is noted on the way: after step k of those to come note number `rank[k]` of each walker;
  // nothing where that is `none`, and after steps beyond the list. The notes of each walker are a
  // row, each row `apart` after the one before. After a walker's end they mean nothing.
  struct Noting {
    static constexpr std::uint32_t none = ~0u;
    std::span<const std::uint32_t> rank;
    Note* notes = nullptr;
    std::size_t apart = 0;

    bool wants(std::uint32_t k) const { return k < rank.size() && rank[k] != none; }
  };
  // All walkers make `steps` steps, or as many as lead to finite places.
  void walk(std::uint32_t steps, Noting noting);
  void walk(std::uint32_t steps) { walk(steps, Noting{}); }

  // No finite place follows. A walker that has ended stays where it is.
  bool ended(std::size_t walker) const { return walkers_[walker].ended; }
  std::uint32_t steps(std::size_t walker) const {
    return ended(walker) ? walkers_[walker].steps : step_;
  }
  Vec2 place(std::size_t walker) const {
    return ended(walker) ? walkers_[walker].end : Vec2{number(0, walker), number(1, walker)};
  }
  // What a Walker there would remember of its rule, who has not ended.
  StatesOf<Optimizer>::type state(std::size_t walker) const;

  // From now on the block of this walker notes the box around the places of each of its walkers,
  // which costs a few loads and stores a step; the walker's own begins here.
  void watch(std::size_t walker);
  // As `watch`, but the box it has goes on.
  void keep_watching(std::size_t walker) { watched_[walker / block_size] = 1; }
  // Blocks note no boxes any more until a walker of theirs is watched.
  void watch_none();
  // Around the places of a watched walker since it was last watched.
  Box box(std::size_t walker) const;

  // Only those with a flag that is not 0 stay, in their order.
  void keep(std::span<const std::uint8_t> flags);
  // `count` of them from number `first` on, as a flock of their own.
  Flock part(std::size_t first, std::size_t count) const;

 private:
  struct Walker {
    Vec2 end;
    std::uint32_t steps = 0;
    bool ended = false;
  };
  struct alignas(64) Line {
    double number[8];
  };
  static constexpr std::size_t pitch = block_size + 8;  // or rows would compete for one cache line
  struct Kernels;

  std::size_t row_of_boxes() const { return 4 + 2 * numbers_; }
  std::size_t rows() const { return row_of_boxes() + 4; }
  double* block(std::size_t index) { return lines_[index * rows() * pitch / 8].number; }
  const double* block(std::size_t index) const { return lines_[index * rows() * pitch / 8].number; }
  double& number(std::size_t row, std::size_t walker) {
    return block(walker / block_size)[row * pitch + walker % block_size];
  }
  double number(std::size_t row, std::size_t walker) const {
    return block(walker / block_size)[row * pitch + walker % block_size];
  }
  std::size_t blocks() const { return (size() + block_size - 1) / block_size; }
  std::size_t count(std::size_t block) const;
  // Rounded up to two registers of the widest instruction set.
  std::size_t lanes(std::size_t block) const { return (count(block) + 15) / 16 * 16; }
  bool is_over(std::size_t block) const;
  void put_down(std::span<const Vec2> starts);
  void look_around(std::size_t block, std::uint32_t step, double* value);
  void update(const kernels::FlockBlock& block, std::uint32_t k);
  void note(std::size_t block, const double* value, std::uint32_t k, const Noting& noting);
  bool walk_at_ease(std::size_t block, std::uint32_t steps, const Noting& noting);
  void walk_with_care(std::size_t block, std::uint32_t steps, const Noting& noting);
  void end_where_not_finite(std::size_t block, std::uint32_t step, const double* value,
                            const double* x, const double* y);
  void fill_idle_lanes(std::size_t block);
  void advance_shared(std::uint32_t steps);

  std::shared_ptr<const Kernels> kernels_;
  BlockEvaluator landscape_;
  std::size_t numbers_ = 0;  // of a coordinate's state
  std::uint32_t step_ = 0;
  std::vector<Walker> walkers_;
  std::vector<std::uint8_t> watched_;  // blocks
  std::vector<Line> lines_;        // of each block its rows as in kernels::FlockBlock, then boxes
  std::vector<double> before_;     // a block's rows as they were
  std::vector<std::byte> shared_;  // of the steps being made, and the last one's at the end
};

}  // namespace fogline
