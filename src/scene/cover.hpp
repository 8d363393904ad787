// SPDX-License-Identifier: MIT
// Whether the terrain stands before a point of it, as its samples tell: a hundred times as fast as
// asking the exact function, for the many marks of a map.
#pragma once

#include "render/camera.hpp"
#include "render/scene.hpp"

namespace fogline::scene {

// Of the point of the terrain at x, whose displayed height is given. False on a map, and where the
// grid does not hold the whole surface.
bool is_covered(const render::Lens& lens, const render::HeightGrid& grid, Vec2 x, double height);

}  // namespace fogline::scene
