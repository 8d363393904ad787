// SPDX-License-Identifier: MIT
// Analytic terrains for the picture tests, and the one offscreen context they share.
#pragma once

#include "render/scene.hpp"
#include "render/terrain_view.hpp"

namespace fogline::render::test {

// Makes the context on first use; it stays current.
void need_context();

Palette mist();

// Two hills and a hollow over [-2, 2]^2, 129 x 129.
std::shared_ptr<const HeightGrid> hills();
// A ridge along x = 0 of full height, flat elsewhere, over [-1, 1]^2.
std::shared_ptr<const HeightGrid> ridge();
float hills_height(double x, double y);
float ridge_height(double x, double y);

// The hills with two paths over them, in the default view.
Scene hills_scene(ViewKind);

}  // namespace fogline::render::test
