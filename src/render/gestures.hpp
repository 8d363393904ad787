// SPDX-License-Identifier: MIT
// What a drag or a wheel does to a camera: pure functions, in pixels of the view.
#pragma once

#include <glm/vec2.hpp>
#include <glm/vec3.hpp>
#include <optional>

#include "render/camera.hpp"

namespace fogline::render {

// Each returns the new camera, within its limits.
Camera orbited(Camera, glm::dvec2 pixels);
Camera panned(Camera, const Box& domain, Size, glm::dvec2 pixels);
// Zooms by `factor` so that what lies under `pixel` stays there: exactly for the point `anchor`
// (domain x, y and displayed height) if it is given, otherwise for what is as far away as the
// target.
Camera zoomed(Camera, const Box& domain, Size, glm::dvec2 pixel, double factor,
              std::optional<glm::dvec3> anchor = {});

}  // namespace fogline::render
