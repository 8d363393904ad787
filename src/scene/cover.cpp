// SPDX-License-Identifier: MIT
// Marching from the point towards the eye over the samples.
#include "scene/cover.hpp"

#include <algorithm>
#include <cmath>

namespace fogline::scene {
namespace {

constexpr int steps = 96;
constexpr double clearance = 0.012;  // displayed height by which a ray may graze the terrain

}  // namespace

double height_in(const render::HeightGrid& grid, Vec2 x) {
  const Vec2 p = x - grid.box.low, size = grid.box.size();
  const double u = p.x / size.x * (grid.nx - 1), v = p.y / size.y * (grid.ny - 1);
  const int i = std::clamp(static_cast<int>(u), 0, grid.nx - 2);
  const int j = std::clamp(static_cast<int>(v), 0, grid.ny - 2);
  const double s = u - i, t = v - j;
  const float* at = grid.height.data() + static_cast<std::ptrdiff_t>(j) * grid.nx + i;
  return (1 - t) * ((1 - s) * at[0] + s * at[1]) +
         t * ((1 - s) * at[grid.nx] + s * at[grid.nx + 1]);
}

bool is_covered(const render::Lens& lens, const render::HeightGrid& grid, Vec2 x, double height) {
  if (lens.flat || grid.nx < 2 || grid.ny < 2) return false;
  const render::Projected seen = lens.project(x.x, x.y, height);
  if (!seen.in_front) return false;
  const render::Ray ray = lens.ray(seen.pixel);
  // From the point back along the ray, which points away from the eye, until above everything.
  const double pace = norm({ray.direction.x, ray.direction.y});
  if (!(pace > 0)) return false;
  const double rise = -ray.direction.z / pace;  // of displayed height per domain unit, to the eye
  const Vec2 way{-ray.direction.x / pace, -ray.direction.y / pace};
  const double reach =
      rise > 0 ? std::min((1 - height) / rise, grid.box.diagonal()) : grid.box.diagonal();
  bool under = false;
  for (int k = 1; k <= steps; ++k) {
    const double along = reach * k / steps;
    const Vec2 p = x + along * way;
    if (!grid.box.contains(p)) return false;  // a wall's underside is not drawn
    const bool below = height_in(grid, p) > height + rise * along + clearance;
    if (under && !below) return true;
    under = below;
  }
  return under;
}

}  // namespace fogline::scene
