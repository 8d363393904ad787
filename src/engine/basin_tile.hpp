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
  std::size_t first = 0, count = 0;            // pixels
  const std::atomic<bool>& stops;              // looked at now and then; what is returned is void
};

// In lanes only walks that can flock.
BasinTile walk_in_lanes(const TileTask& task);
BasinTile walk_one_by_one(const TileTask& task);

}  // namespace fogline
