// SPDX-License-Identifier: MIT
// What do hyperparameters do? One or two of them vary over the cells of a map; each cell holds how
// the walks with its values went.
#pragma once

#include <atomic>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "fogline/engine/verdict.hpp"

namespace fogline {

// A hyperparameter of the optimizer, or one of an axis in use as "noise.sigma", from `low` in the
// first cell to `high` in the last, both included, in equal steps or equal ratios.
struct SweepAxis {
  std::string name;
  double low = 0, high = 1;
  bool log = false;  // low and high are positive

  double at(std::size_t i, std::size_t n) const;
  friend bool operator==(const SweepAxis&, const SweepAxis&) = default;
};

// What walkers of a sweep wear.
struct Outfit {
  Optimizer optimizer;
  Axes axes;
};

// A param of an outfit, by the name that a sweep's axis has for it: a view, as `Param` is.
struct NamedParam {
  std::string name;
  Param param;
};
std::vector<NamedParam> named_params(Outfit& outfit);

struct SweepSetting {
  Landscape landscape;
  Optimizer optimizer;
  Axes axes;
  std::uint64_t seed = 1;
  SweepAxis x;
  std::optional<SweepAxis> y;
  std::size_t nx = 64, ny = 1;
  std::vector<Vec2> starts;  // start number i is walked by walker number i
  std::uint32_t steps = 1000;
  double finish = 1e-3;  // the finish line: above the best known loss, as a share of the relief
  Prices prices;         // of what walks ask for

  std::size_t cells() const { return nx * ny; }
  // What walks in cell number j nx + i wear. Throws std::invalid_argument where a value is invalid
  // or a name unknown.
  Outfit outfit_of(std::size_t cell) const;
  friend bool operator==(const SweepSetting&, const SweepSetting&) = default;
};

// Random starts in the box, start number i drawn by walker number i.
std::vector<Vec2> random_starts(std::uint64_t seed, const Box& box, std::size_t count);

struct SweepCell {
  std::optional<double> loss;  // mean of the landscape's own loss at the answers; none if infinite
  std::optional<double> cost;  // mean until the finish line was crossed, of those that crossed it
  std::uint32_t finished = 0;  // how many did
  Verdict verdict = Verdict::descending;  // of most walks; of equally many the first in the list
  friend bool operator==(const SweepCell&, const SweepCell&) = default;
};

// Cells first to last - 1 of a sweep.
struct CellRange {
  std::size_t first = 0, last = 0;
};

// The cells depend neither on the number of threads nor on the instruction set.
class Sweep {
 public:
  // Starts of a cell walk in the lanes of `instructions` where they can flock; without, one after
  // the other. Throws as `outfit_of` does for the corners.
  explicit Sweep(const SweepSetting& setting,
                 std::optional<InstructionSet> instructions = best_instruction_set())
      : Sweep(setting, {0, setting.cells()}, instructions) {}
  // A part of a sweep: there are no other cells.
  Sweep(const SweepSetting& setting, CellRange cells,
        std::optional<InstructionSet> instructions = best_instruction_set());
  Sweep(const Sweep&) = delete;
  Sweep& operator=(const Sweep&) = delete;

  const SweepSetting& setting() const { return setting_; }
  // Any number of threads may call these at once. Walks cells that nobody has taken yet until the
  // deadline; one at least. True when all have been taken.
  bool advance(Clock::time_point deadline = Clock::time_point::max());
  // Nothing more is begun, and what is being walked is given up soon. For ever.
  void cancel() { cancelled_ = true; }
  bool is_done(std::size_t cell) const {
    return done_[cell - range_.first].load(std::memory_order_acquire);
  }
  std::size_t cells_done() const { return count_done_.load(std::memory_order_acquire); }
  const Survey& survey() const { return survey_; }
  // Of a cell that is done.
  const SweepCell& operator[](std::size_t cell) const { return cells_[cell - range_.first]; }

  // Before anything is walked.

  // Of a whole sweep every 64th cell of every 64th row comes first, then every 32nd, and so on, so
  // that a coarse picture is there at once; each cell is what it would be in any order.
  static constexpr std::size_t coarsest = 64;
  void walk_coarse_first();
  // A cell that was walked elsewhere; it is done then.
  void give(std::size_t cell, const SweepCell& walked) { finish(cell, walked); }

 private:
  struct End;
  // None when it was given up.
  std::optional<SweepCell> walk_cell(std::size_t cell) const;
  // Of all starts, unless it is given up.
  std::vector<End> walk_in_lanes(const Outfit& worn) const;
  std::vector<End> walk_one_by_one(const Outfit& worn) const;
  std::optional<double> finish_line() const;
  void finish(std::size_t cell, const SweepCell& walked);

  SweepSetting setting_;
  CellRange range_;
  std::optional<InstructionSet> instructions_;
  Survey survey_, then_;              // at step 0, and after the last step
  std::vector<SweepCell> cells_;      // of the range, as the rest
  std::vector<std::uint32_t> order_;  // empty: as they are numbered
  std::vector<std::atomic<bool>> done_;
  std::atomic<std::size_t> next_ = 0, count_done_ = 0;
  std::atomic<bool> cancelled_ = false;
};

}  // namespace fogline
