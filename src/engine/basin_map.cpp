// SPDX-License-Identifier: MIT
// Tiles handed out and put together.
#include "fogline/engine/basin_map.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

#include "basin_tile.hpp"
#include "fogline/optimizers/flock.hpp"
#include "place_index.hpp"

namespace fogline {
namespace {

// Of a coarse map so few that all cores of a laptop have some.
std::size_t pixels_of_a_tile(const BasinSetting& s) {
  if (!flocks(s.optimizer, s.axes)) return 64;
  return std::clamp<std::size_t>(s.pixels() / 16, 64, 1024);
}

}  // namespace

Tiling::Tiling(std::size_t nx, std::size_t ny, std::size_t pixels) : nx_(nx), ny_(ny) {
  assert(nx > 0 && ny > 0 && pixels > 0);
  width_ = std::min(nx, static_cast<std::size_t>(std::sqrt(pixels)));
  height_ = std::min(ny, pixels / width_);
  width_ = std::min(nx, pixels / height_);
  columns_ = (nx + width_ - 1) / width_;
}

BasinMap::BasinMap(const BasinSetting& setting, std::optional<InstructionSet> instructions)
    : setting_(setting),
      survey_(fogline::survey(setting.landscape, setting.steps)),
      tiling_(setting.nx, setting.ny, pixels_of_a_tile(setting)),
      last_(tiling_.tiles()),
      tiles_(last_),
      done_(last_) {
  if (flocks(setting.optimizer, setting.axes)) instructions_ = instructions;
}

void BasinMap::restrict_to(std::size_t first, std::size_t last) {
  next_ = first;
  last_ = last;
}

BasinTile BasinMap::walk_tile(std::size_t tile) const {
  const TileTask task{setting_, survey_, instructions_, tiling_, tile, cancelled_};
  return instructions_ ? walk_in_lanes(task) : walk_one_by_one(task);
}

// Side by side, before any tile is walked: between the buffers of walks, which come and go, the
// pixels of a large map would take half as much again.
void BasinMap::make_room() {
  for (std::size_t tile = next_; tile < last_; ++tile)
    tiles_[tile].pixels.reserve(tiling_.size(tile));
}

// Copies, so that nothing is kept that has grown larger than it is full.
void BasinMap::finish(std::size_t tile, const BasinTile& walked) {
  tiles_[tile].valleys = walked.valleys;
  tiles_[tile].pixels = walked.pixels;
  done_[tile].store(true, std::memory_order_release);
  count_done_.fetch_add(1, std::memory_order_acq_rel);
}

void BasinMap::give(std::size_t tile, const BasinTile& walked) { finish(tile, walked); }

bool BasinMap::advance(Clock::time_point deadline) {
  std::call_once(room_made_, [this] { make_room(); });
  do {
    if (stops()) return true;
    const std::size_t tile = next_.fetch_add(1, std::memory_order_relaxed);
    if (tile >= last_) return true;
    const BasinTile walked = walk_tile(tile);
    if (!stops()) finish(tile, walked);
  } while (Clock::now() < deadline);
  return next_.load(std::memory_order_relaxed) >= last_;
}

namespace {

constexpr Verdict other_verdicts[] = {
    Verdict::plateau,    Verdict::saddle,       Verdict::maximum,
    Verdict::diverged,   Verdict::left_domain,  Verdict::oscillating,
    Verdict::descending, Verdict::budget_spent, Verdict::stopped_early};

// One valley for those of all tiles that are the same: near one another, or connected at one loss.
class Atlas {
 public:
  explicit Atlas(const Survey& map) : map_(map), places_(1e-3 * map.diagonal) {}

  std::uint32_t number_of(const Valley& v) {
    std::uint32_t number = places_.lowest_near(v.x, 1e-3 * map_.diagonal);
    for (const std::uint32_t i : connected_)
      if (v.connected && i < number && std::abs(valleys[i].loss - v.loss) <= 1e-9 * map_.relief)
        number = i;
    if (number == PlaceIndex::none) number = add(v);
    valleys[number].pixels += v.pixels;
    return number;
  }
  // The place of each valley once they are in order.
  std::vector<std::uint32_t> ranks() const;

  std::vector<Valley> valleys;

 private:
  std::uint32_t add(const Valley& v) {
    const auto number = static_cast<std::uint32_t>(valleys.size());
    valleys.push_back(v);
    valleys.back().pixels = 0;
    places_.add(v.x, number);
    if (v.connected) connected_.push_back(number);
    return number;
  }

  const Survey& map_;
  PlaceIndex places_;
  std::vector<std::uint32_t> connected_;
};

std::vector<std::uint32_t> Atlas::ranks() const {
  std::vector<std::uint32_t> order(valleys.size()), rank(valleys.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  const auto is_global = [&](std::uint32_t i) {
    return valleys[i].verdict == Verdict::global_minimum;
  };
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    if (is_global(a) != is_global(b)) return is_global(a);
    return valleys[a].loss < valleys[b].loss;
  });
  // Equal losses differ by rounding: from the first of a level on by place, on a lattice so coarse
  // that rounding does not move anything.
  const auto place = [&](std::uint32_t i) {
    const double unit = 1e-6 * map_.diagonal;
    return std::pair(std::round(valleys[i].x.x / unit), std::round(valleys[i].x.y / unit));
  };
  for (std::size_t first = 0; first < order.size();) {
    std::size_t last = first;
    while (last < order.size() && is_global(order[last]) == is_global(order[first]) &&
           valleys[order[last]].loss - valleys[order[first]].loss <= 1e-9 * map_.relief)
      ++last;
    std::sort(order.begin() + static_cast<std::ptrdiff_t>(first),
              order.begin() + static_cast<std::ptrdiff_t>(last),
              [&](std::uint32_t a, std::uint32_t b) { return place(a) < place(b); });
    first = last;
  }
  for (std::uint32_t k = 0; k < order.size(); ++k) rank[order[k]] = k;
  return rank;
}

// Pixels by valley of the tile; those without one are counted as what they ended as.
std::vector<std::size_t> count(const BasinTile& tile, std::vector<std::size_t>& others) {
  std::vector<std::size_t> pixels(tile.valleys.size());
  for (const PixelEnd& end : tile.pixels)
    if (end.valley != PixelEnd::no_valley)
      ++pixels[end.valley];
    else
      ++others[static_cast<std::size_t>(end.verdict)];
  return pixels;
}

}  // namespace

Basins basins(const BasinMap& map) {
  Atlas atlas(map.survey());
  Basins all;
  all.of_tile.resize(map.tiles());
  std::vector<std::size_t> others(static_cast<std::size_t>(Verdict::stopped_early) + 1);
  for (std::size_t t = 0; t < map.tiles(); ++t) {
    if (!map.is_done(t)) continue;
    const std::vector<std::size_t> pixels = count(map[t], others);
    for (std::size_t v = 0; v < pixels.size(); ++v) {
      Valley valley = map[t].valleys[v];
      valley.pixels = pixels[v];
      all.of_tile[t].push_back(atlas.number_of(valley));
    }
  }
  const std::vector<std::uint32_t> rank = atlas.ranks();
  all.valleys.resize(rank.size());
  for (std::size_t i = 0; i < rank.size(); ++i) all.valleys[rank[i]] = atlas.valleys[i];
  for (auto& numbers : all.of_tile)
    for (std::uint32_t& number : numbers) number = rank[number];
  for (std::size_t i = 1; i < all.valleys.size(); ++i)
    if (all.valleys[i].verdict == Verdict::lowest_found)
      all.valleys[i].verdict = Verdict::local_minimum;
  for (const Verdict verdict : other_verdicts)
    if (const std::size_t pixels = others[static_cast<std::size_t>(verdict)])
      all.others.push_back({verdict, pixels});
  return all;
}

PixelEnd end_of(const BasinMap& map, const Basins& basins, std::size_t pixel) {
  const std::size_t tile = map.tiling().tile_of(pixel);
  PixelEnd end = map[tile].pixels[map.tiling().index_of(pixel)];
  if (end.valley != PixelEnd::no_valley) end.valley = basins.of_tile[tile][end.valley];
  if (end.verdict == Verdict::lowest_found && end.valley != 0) end.verdict = Verdict::local_minimum;
  return end;
}

std::size_t Basins::basin(const BasinMap& map, std::size_t pixel) const {
  const PixelEnd end = end_of(map, *this, pixel);
  if (end.valley != PixelEnd::no_valley) return end.valley;
  const auto found = std::find_if(others.begin(), others.end(),
                                  [&](const Other& o) { return o.verdict == end.verdict; });
  return valleys.size() + static_cast<std::size_t>(found - others.begin());
}

}  // namespace fogline
