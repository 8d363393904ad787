// SPDX-License-Identifier: MIT
// Triangles of the terrain and of the wall around it, from a height grid; no OpenGL here.
#pragma once

#include <cstdint>
#include <vector>

#include "render/scene.hpp"

namespace fogline::render {

// World x and y, height 0..1, tone, slope of the height per world unit.
struct TerrainVertex {
  float x = 0, y = 0, height = 0, tone = 0, slope_x = 0, slope_y = 0;
};

struct TerrainMesh {
  std::vector<TerrainVertex> vertices;
  std::vector<std::uint32_t> triangles;  // counter-clockwise from above
};

// At most `most` vertices a side, both edges included. Cells that touch a hole are left out; slopes
// that are not finite count as flat. A grid with a side below 2 gives nothing.
TerrainMesh terrain_mesh(const HeightGrid&, int most);

// World position; tone; distance below the terrain's edge; outward normal.
struct SkirtVertex {
  float x = 0, y = 0, z = 0, tone = 0, below = 0, normal_x = 0, normal_y = 0;
};

// Triangles (three vertices each, facing outwards) from the edge down to the floor.
std::vector<SkirtVertex> skirt_triangles(const HeightGrid&, int most);

}  // namespace fogline::render
