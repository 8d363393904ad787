// SPDX-License-Identifier: MIT
// A basin map, or what is known of one so far, as colours and numbers to show.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "fogline/engine/basin_map.hpp"
#include "render/scene.hpp"

namespace fogline::scene {

// Where one start ends.
struct BasinEnd {
  std::shared_ptr<const BasinMap> map;  // in which it is a pixel
  std::size_t pixel = 0;
  PixelEnd end;
};

// Never changed once made, so that threads may share it.
struct BasinPicture {
  std::shared_ptr<const BasinMap> map;
  std::shared_ptr<const BasinPicture> under;  // coarser; shows where this is not known yet
  std::vector<bool> done;                     // tiles
  std::size_t tiles_done = 0;
  Basins known;                  // of those tiles
  std::vector<std::size_t> hue;  // of each known valley, as valley_colour numbers them
  std::shared_ptr<const render::Tint> tint;

  bool complete() const { return tiles_done == done.size(); }
  // How much of the map is walked, 0 to 1.
  double share() const {
    return static_cast<double>(tiles_done) / static_cast<double>(done.size());
  }
  // Of the cell in which `x` lies; none outside the box and where nothing is known yet.
  std::optional<BasinEnd> end_at(Vec2 x) const;
};

// Of the tiles done by now; any thread may, while others walk.
std::shared_ptr<const BasinPicture> make_picture(std::shared_ptr<const BasinMap> map,
                                                 std::shared_ptr<const BasinPicture> under);

}  // namespace fogline::scene
