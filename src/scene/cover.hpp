// SPDX-License-Identifier: MIT
// What the samples of the terrain tell: heights between them, and whether it stands before a point
// of it. Many times as fast as asking the exact function, for the many marks of a map.
#pragma once

#include "render/camera.hpp"
#include "render/scene.hpp"

namespace fogline::scene {

// Displayed height between the samples, bilinear; x in the grid's box. NaN beside a hole.
double height_in(const render::HeightGrid& grid, Vec2 x);

// Of the point of the terrain at x, whose displayed height is given. False on a map, and where the
// grid does not hold the whole surface.
bool is_covered(const render::Lens& lens, const render::HeightGrid& grid, Vec2 x, double height);

}  // namespace fogline::scene
