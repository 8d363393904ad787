// SPDX-License-Identifier: MIT
// What to draw, as plain arrays: a height grid, paths over it, and how they look. Markers and
// labels are drawn by the interface on top, with the Lens of the camera.
#pragma once

#include <cstddef>
#include <cstdint>
#include <glm/vec2.hpp>
#include <glm/vec3.hpp>
#include <memory>
#include <optional>
#include <vector>

#include "fogline/core/geometry.hpp"
#include "render/camera.hpp"
#include "render/palette.hpp"

namespace fogline::render {

// Samples of the terrain, row-major ny x nx; sample (i, j) stands at box.at(i / (nx - 1), j / (ny -
// 1)). A sample whose height is not finite is a hole. Never changed once shared: its address is a
// cache key.
struct HeightGrid {
  int nx = 0, ny = 0;
  Box box;
  std::optional<Box>
      domain;  // that world coordinates are made of; `box` where a surface is all of it
  std::vector<float> height;            // displayed height, 0..1
  std::vector<float> slope_x, slope_y;  // exact derivative of the displayed height, per domain unit
  std::vector<float> tone;              // place in the palette, 0..1
};

inline Box domain_of(const HeightGrid& grid) { return grid.domain.value_or(grid.box); }

// A line over the terrain. Points that are not finite interrupt it.
struct Path {
  std::vector<glm::vec3> points;  // domain x, y, displayed height
  std::vector<std::size_t>
      breaks;             // ascending; no line from points[k - 1] to points[k] (a restart)
  glm::vec3 color{1.0F};  // sRGB
  float opacity = 1;
  float width = 1;  // share of the scene's path_width
  // Of two paths with the same number the shorter is the beginning of the longer; 0 says nothing.
  std::uint64_t walk = 0;
  int mark = 0;  // whose it is, for whoever draws marks along it; the renderer does not
};

// Hides the ground farther than `radius` from every walker, smoothly from 0.6 radius on.
struct Fog {
  static constexpr std::size_t most = 32;  // walkers
  std::vector<glm::vec2> walkers;          // domain coordinates
  float radius = 0;                        // domain units
  float opacity = 1;
  friend bool operator==(const Fog&, const Fog&) = default;
};

// Colours over the domain in place of the palette's, row-major from its lowest corner, four bytes a
// cell: sRGB times opacity, and opacity. Never changed once shared: its address is a cache key.
struct Tint {
  int nx = 0, ny = 0;
  std::vector<std::uint8_t> rgba;
};

struct Scene {
  std::shared_ptr<const HeightGrid> grid;  // empty: background only
  Camera camera;
  std::vector<Path> paths;  // painted in order
  Palette palette;
  glm::vec3 background{0.063F, 0.082F, 0.110F};  // sRGB; UX.md "view"
  glm::vec3 ink{0.910F, 0.925F, 0.945F};         // sRGB; colour of the floor grid
  bool contours = true;
  std::optional<Fog> fog{};
  std::shared_ptr<const Tint> tint{};  // may be empty; fog takes it away
  float path_width = 2.5F;             // pixels at scale 1, without the casing
  float scale = 1;                     // pixels a unit of every width (HiDPI, presenter)
};

}  // namespace fogline::render
