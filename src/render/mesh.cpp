// SPDX-License-Identifier: MIT
// Subsampling a grid into triangles.
#include "render/mesh.hpp"

#include <algorithm>
#include <cmath>
#include <initializer_list>

namespace fogline::render {
namespace {

constexpr double steepest = 1e4;  // heights a world unit; more would only lose digits

// Indices 0 .. n - 1 thinned to at most `most`, evenly, with both ends.
std::vector<int> thinned(int n, int most) {
  const int count = std::clamp(most, 2, n);
  std::vector<int> out(static_cast<std::size_t>(count));
  for (int k = 0; k < count; ++k)
    out[static_cast<std::size_t>(k)] =
        static_cast<int>((static_cast<long>(k) * (n - 1) + (count - 1) / 2) / (count - 1));
  return out;
}

bool is_usable(const HeightGrid& grid) {
  const auto count = static_cast<std::size_t>(std::max(grid.nx, 0)) *
                     static_cast<std::size_t>(std::max(grid.ny, 0));
  return grid.nx >= 2 && grid.ny >= 2 && grid.height.size() == count && grid.tone.size() == count &&
         grid.slope_x.size() == count && grid.slope_y.size() == count;
}

float slope(float per_domain_unit, double world_scale) {
  const double value = per_domain_unit / world_scale;
  return std::isfinite(value) ? static_cast<float>(std::clamp(value, -steepest, steepest)) : 0.0F;
}

TerrainVertex vertex(const HeightGrid& grid, glm::dvec2 scale, int i, int j) {
  const auto at = static_cast<std::size_t>(j) * grid.nx + i;
  const Vec2 from_centre =
      grid.box.at(static_cast<double>(i) / (grid.nx - 1), static_cast<double>(j) / (grid.ny - 1)) -
      domain_of(grid).center();
  const float tone = grid.tone[at];
  return {static_cast<float>(scale.x * from_centre.x),
          static_cast<float>(scale.y * from_centre.y),
          grid.height[at],
          std::isfinite(tone) ? tone : 0.0F,
          slope(grid.slope_x[at], scale.x),
          slope(grid.slope_y[at], scale.y)};
}

// The two triangles of the cell whose corners are a b (low y) and c d.
void add_cell(TerrainMesh& mesh, std::uint32_t a, std::uint32_t b, std::uint32_t c,
              std::uint32_t d) {
  for (const std::uint32_t corner : {a, b, c, d})
    if (!std::isfinite(mesh.vertices[corner].height)) return;
  mesh.triangles.insert(mesh.triangles.end(), {a, b, d, a, d, c});
}

SkirtVertex wall_vertex(const TerrainVertex& v, double below, glm::vec2 normal) {
  const double z = relief * v.height - below;
  return {v.x, v.y, static_cast<float>(z), v.tone, static_cast<float>(below), normal.x, normal.y};
}

// Down from the edge a-b, which has the terrain on its left.
void add_wall(std::vector<SkirtVertex>& out, const TerrainVertex& a, const TerrainVertex& b,
              glm::vec2 normal) {
  if (!std::isfinite(a.height) || !std::isfinite(b.height)) return;
  const auto top = [&](const TerrainVertex& v) { return wall_vertex(v, 0, normal); };
  const auto bottom = [&](const TerrainVertex& v) {
    return wall_vertex(v, relief * v.height + skirt, normal);
  };
  out.insert(out.end(), {top(a), bottom(a), bottom(b), top(a), bottom(b), top(b)});
}

}  // namespace

TerrainMesh terrain_mesh(const HeightGrid& grid, int most) {
  TerrainMesh mesh;
  if (!is_usable(grid)) return mesh;
  const std::vector<int> columns = thinned(grid.nx, most), rows = thinned(grid.ny, most);
  const glm::dvec2 scale = world_scale(domain_of(grid));
  const auto nx = static_cast<std::uint32_t>(columns.size());
  mesh.vertices.reserve(columns.size() * rows.size());
  mesh.triangles.reserve(6 * columns.size() * rows.size());
  for (const int j : rows)
    for (const int i : columns) mesh.vertices.push_back(vertex(grid, scale, i, j));
  for (std::uint32_t j = 0; j + 1 < rows.size(); ++j)
    for (std::uint32_t i = 0; i + 1 < nx; ++i) {
      const std::uint32_t a = j * nx + i;
      add_cell(mesh, a, a + 1, a + nx, a + nx + 1);
    }
  for (TerrainVertex& v : mesh.vertices)
    if (!std::isfinite(v.height)) v.height = 0;
  return mesh;
}

std::vector<SkirtVertex> skirt_triangles(const HeightGrid& grid, int most) {
  std::vector<SkirtVertex> out;
  if (!is_usable(grid)) return out;
  const std::vector<int> columns = thinned(grid.nx, most), rows = thinned(grid.ny, most);
  const glm::dvec2 scale = world_scale(domain_of(grid));
  const auto at = [&](int i, int j) { return vertex(grid, scale, i, j); };
  for (std::size_t k = 0; k + 1 < columns.size(); ++k) {
    add_wall(out, at(columns[k], 0), at(columns[k + 1], 0), {0, -1});
    add_wall(out, at(columns[k + 1], grid.ny - 1), at(columns[k], grid.ny - 1), {0, 1});
  }
  for (std::size_t k = 0; k + 1 < rows.size(); ++k) {
    add_wall(out, at(grid.nx - 1, rows[k]), at(grid.nx - 1, rows[k + 1]), {1, 0});
    add_wall(out, at(0, rows[k + 1]), at(0, rows[k]), {-1, 0});
  }
  return out;
}

}  // namespace fogline::render
