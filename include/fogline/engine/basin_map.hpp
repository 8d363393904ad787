// SPDX-License-Identifier: MIT
// Where does every start end? A map of starts, each with the end of its walk, walked in tiles that
// any number of threads take in turn.
#pragma once

#include <algorithm>
#include <atomic>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <vector>

#include "fogline/engine/verdict.hpp"

namespace fogline {

// What a map depends on. Equal settings are equal maps to the bit, for every number of threads and
// every instruction set.
struct BasinSetting {
  Landscape landscape;
  Optimizer optimizer;
  Axes axes;
  std::uint64_t seed = 1;
  Box box;  // of the starts
  std::size_t nx = 512, ny = 512;
  std::uint32_t steps = 1000;  // 1 to Trajectory::longest
  bool ends_early = true;      // a walk is over once it rests at a minimum

  // The start of pixel number j nx + i, the centre of its cell; row 0 has the lowest y. Its walker
  // has the pixel's number.
  Vec2 start(std::size_t pixel) const {
    return box.at((static_cast<double>(pixel % nx) + 0.5) / static_cast<double>(nx),
                  (static_cast<double>(pixel / nx) + 0.5) / static_cast<double>(ny));
  }
  std::size_t pixels() const { return nx * ny; }
  friend bool operator==(const BasinSetting&, const BasinSetting&) = default;
};

// The end of one walk. A walk is over after the setting's steps, where no finite place follows, or
// early: at a step that is a multiple of 25 and at which the last 50 iterates lie in a box with a
// diagonal below 1e-3 d and so is the Newton step of the absolute Hessian, while Newton's method
// finds a minimum as near (verdict.hpp says when a racer rests; this holds only where that does),
// all of what the racer descends, with its weight decay. Decoupled decay gives way at rest: there
// the verdict must be that of the landscape's minimum, too. Walkers that are random, wear axes or
// return the best place visited walk on. So do those that may make long steps again where they lie
// still (stability.hpp): with an `unrest` above 4e-3 d anywhere, with less where the loss does not
// rise as far around the minimum (1e-3 d at least; along its flattest direction and across), and
// who `strays` on rings and lines of minima.
struct PixelEnd {
  static constexpr std::uint32_t no_valley = ~0u;

  Vec2 x;           // the racer's answer
  double loss = 0;  // the landscape's own there
  std::uint32_t steps = 0;
  std::uint32_t valley = no_valley;  // of its tile, in which it rests or which lies downhill of it
  Verdict verdict = Verdict::descending;
  friend bool operator==(const PixelEnd&, const PixelEnd&) = default;
};

// A connected set of ends at one loss, on a landscape that drifts after the last step.
struct Valley {
  Vec2 x;  // its bottom, or a place of a ring or line of them
  double loss = 0;
  bool connected = false;  // a ring or line
  Verdict verdict = Verdict::local_minimum;
  std::size_t pixels = 0;
};

// A map cut into tiles of up to so many pixels, as nearly square as it allows, so that few valleys
// lie in each. Tiles, and the pixels of a tile, are numbered along x first.
class Tiling {
 public:
  Tiling(std::size_t nx, std::size_t ny, std::size_t pixels);

  std::size_t tiles() const { return columns_ * ((ny_ + height_ - 1) / height_); }
  // How many pixels a tile has, and the number on the map of each.
  std::size_t size(std::size_t tile) const { return width(tile) * height(tile); }
  std::size_t pixel(std::size_t tile, std::size_t index) const {
    return (tile / columns_ * height_ + index / width(tile)) * nx_ + tile % columns_ * width_ +
           index % width(tile);
  }
  // Where a pixel of the map is.
  std::size_t tile_of(std::size_t pixel) const {
    return pixel / nx_ / height_ * columns_ + pixel % nx_ / width_;
  }
  std::size_t index_of(std::size_t pixel) const {
    return pixel / nx_ % height_ * width(tile_of(pixel)) + pixel % nx_ % width_;
  }

 private:
  std::size_t width(std::size_t tile) const {
    return std::min(width_, nx_ - tile % columns_ * width_);
  }
  std::size_t height(std::size_t tile) const {
    return std::min(height_, ny_ - tile / columns_ * height_);
  }

  std::size_t nx_, ny_, width_, height_, columns_;
};

// A tile, walked.
struct BasinTile {
  std::vector<PixelEnd> pixels;
  std::vector<Valley> valleys;
};

class BasinMap {
 public:
  // In the lanes of `instructions` where the walks can flock; without, one walk at a time.
  explicit BasinMap(const BasinSetting& setting,
                    std::optional<InstructionSet> instructions = best_instruction_set());
  BasinMap(const BasinMap&) = delete;
  BasinMap& operator=(const BasinMap&) = delete;

  const BasinSetting& setting() const { return setting_; }
  // Of a landscape that drifts, after the last step.
  const Survey& survey() const { return survey_; }
  std::size_t tiles() const { return tiles_.size(); }
  const Tiling& tiling() const { return tiling_; }

  // Any number of threads may call these at once.

  // Walks tiles first..last - 1 that nobody has taken yet until the deadline; one at least. True
  // when all of the range has been taken.
  bool advance(Clock::time_point deadline = Clock::time_point::max());
  // Nothing more is begun, and what is being walked is given up soon. For ever.
  void cancel() { cancelled_ = true; }
  bool is_done(std::size_t tile) const { return done_[tile].load(std::memory_order_acquire); }
  std::size_t tiles_done() const { return count_done_.load(std::memory_order_acquire); }

  // Of a tile that is done.
  const BasinTile& operator[](std::size_t tile) const { return tiles_[tile]; }

  // Before anything is walked: only tiles first..last - 1 are; the others may be given.
  void restrict_to(std::size_t first, std::size_t last);
  void give(std::size_t tile, const BasinTile& walked);

 private:
  bool stops() const { return cancelled_.load(std::memory_order_relaxed); }
  void make_room();
  BasinTile walk_tile(std::size_t tile) const;
  void finish(std::size_t tile, const BasinTile& walked);

  BasinSetting setting_;
  Survey survey_;
  std::optional<InstructionSet> instructions_;
  Tiling tiling_;
  std::size_t last_ = 0;
  std::vector<BasinTile> tiles_;
  std::once_flag room_made_;
  std::vector<std::atomic<bool>> done_;
  std::atomic<std::size_t> next_ = 0, count_done_ = 0;
  std::atomic<bool> cancelled_ = false;
};

// The valleys of all tiles done, put together, and which each pixel belongs to.
struct Basins {
  // Those at the loss of the best known minimum first, then by loss; where losses are equal, by
  // place.
  std::vector<Valley> valleys;
  // What else walks ended as, in the order plateau, saddle, maximum, diverged, left_domain,
  // oscillating, and those that nothing more is known of: how many pixels. All that occur.
  struct Other {
    Verdict verdict = Verdict::descending;
    std::size_t pixels = 0;
  };
  std::vector<Other> others;
  std::vector<std::vector<std::uint32_t>> of_tile;  // the valley for each valley of a tile

  // The number of a pixel's class: first the valleys, then the others.
  std::size_t basin(const BasinMap& map, std::size_t pixel) const;
};

Basins basins(const BasinMap& map);
// The end of a pixel whose tile is done. Where no minimum is known, only the lowest valley of the
// map counts as the lowest found.
PixelEnd end_of(const BasinMap& map, const Basins& basins, std::size_t pixel);

}  // namespace fogline
