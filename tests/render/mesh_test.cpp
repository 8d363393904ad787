// SPDX-License-Identifier: MIT
// Meshes: sizes, exact samples, holes.
#include "render/mesh.hpp"

#include <limits>

#include "catch.hpp"

using namespace fogline;
using namespace fogline::render;

namespace {

HeightGrid plane(int nx, int ny) {
  HeightGrid grid{.nx = nx, .ny = ny, .box = {{0, 0}, {4, 2}}};
  for (int j = 0; j < ny; ++j)
    for (int i = 0; i < nx; ++i) {
      grid.height.push_back(static_cast<float>(i) / static_cast<float>(nx - 1));
      grid.tone.push_back(0.5F);
      grid.slope_x.push_back(0.25F);
      grid.slope_y.push_back(0);
    }
  return grid;
}

}  // namespace

TEST_CASE("a mesh is thinned evenly, keeps both edges, and its samples are exact") {
  const TerrainMesh mesh = terrain_mesh(plane(257, 65), 128);
  CHECK(mesh.vertices.size() == 128 * 65);
  CHECK(mesh.triangles.size() == 6 * 127 * 64);
  CHECK(mesh.vertices.front().x == Approx(-0.5));
  CHECK(mesh.vertices.back().x == Approx(0.5));
  CHECK(mesh.vertices.back().y == Approx(0.25));
  for (const TerrainVertex& v : mesh.vertices) CHECK(v.height == Approx(v.x + 0.5).margin(1e-6));
  CHECK(mesh.vertices[7].slope_x == Approx(1));  // per world unit: the domain is 4 wide
}

TEST_CASE("cells that touch a hole are left out") {
  HeightGrid grid = plane(5, 5);
  grid.height[12] = std::numeric_limits<float>::quiet_NaN();
  CHECK(terrain_mesh(grid, 256).triangles.size() == 6 * (16 - 4));
  grid.slope_x[3] = std::numeric_limits<float>::infinity();
  CHECK(terrain_mesh(grid, 256).vertices[3].slope_x == 0);
}

TEST_CASE("walls go around, from the edge to the floor") {
  const auto walls = skirt_triangles(plane(9, 5), 256);
  CHECK(walls.size() == 6 * (8 + 8 + 4 + 4));
  for (const SkirtVertex& v : walls)
    CHECK(v.z + v.below == Approx(relief * (v.x + 0.5)).margin(1e-6));
}

TEST_CASE("grids that are too small or inconsistent give nothing") {
  CHECK(terrain_mesh(HeightGrid{}, 256).vertices.empty());
  HeightGrid grid = plane(5, 5);
  grid.tone.pop_back();
  CHECK(terrain_mesh(grid, 256).triangles.empty());
  CHECK(skirt_triangles(grid, 256).empty());
}
