// SPDX-License-Identifier: MIT
// Lines of the map's knowledge as paths for the renderer, under those of the racers: the slope
// field or streamlines, the profile's line, the way over the pass.
#pragma once

#include <glm/vec3.hpp>

#include "gui/panels/pane.hpp"
#include "gui/ui.hpp"
#include "render/scene.hpp"

namespace fogline::gui {

// Puts them in front of the scene's paths. Nothing in fog; no streamlines on another ground than
// the landscape's.
void add_map_lines(const Ui& ui, Workbench& bench, const Pane& pane, const scene::Ground& ground,
                   render::Scene& scene);

}  // namespace fogline::gui
