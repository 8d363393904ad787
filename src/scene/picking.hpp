// SPDX-License-Identifier: MIT
// Rays against the exact function: a start is where the user clicked, not at a node of the mesh.
#pragma once

#include <optional>

#include "scene/relief.hpp"

namespace fogline::scene {

// What lies under a pixel: on a surface the nearest point of the exact terrain over `domain`, on a
// map the point itself, inside the domain or not. Nothing where the ray misses.
std::optional<Vec2> pick(const render::Lens& lens, const Evaluator& f, const Relief& relief,
                         glm::dvec2 pixel);

// True when the terrain stands between the eye and the point of the terrain at x.
bool is_hidden(const render::Lens& lens, const Evaluator& f, const Relief& relief, Vec2 x);

}  // namespace fogline::scene
