// SPDX-License-Identifier: MIT
// The walks of one tile of a basin map.
#pragma once

#include <atomic>

#include "fogline/engine/basin_map.hpp"

namespace fogline {

struct TileTask {
  const BasinSetting& setting;
  const Survey& map;                           // after the last step
  std::optional<InstructionSet> instructions;  // none: one walk at a time
  const Tiling& tiling;
  std::size_t tile = 0;
  const std::atomic<bool>& stops;  // looked at now and then; what is returned is void

  std::size_t count() const { return tiling.size(tile); }
  std::size_t pixel(std::size_t index) const { return tiling.pixel(tile, index); }
};

// In lanes only walks that can flock.
BasinTile walk_in_lanes(const TileTask& task);
BasinTile walk_one_by_one(const TileTask& task);

}  // namespace fogline
