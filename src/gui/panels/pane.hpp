// SPDX-License-Identifier: MIT
// One picture of the terrain on screen: the surface or the map, in its rectangle, with the lens
// that made it.
#pragma once

#include <vector>

#include "gui/panels/workbench.hpp"
#include "render/camera.hpp"

namespace fogline::gui {

struct Pane {
  int index = 0;
  render::ViewKind kind = render::ViewKind::surface;
  Rect rect;
  render::Lens lens;  // in window pixels, from the rectangle's corner

  glm::dvec2 pixel(ImVec2 screen) const { return {screen.x - rect.min.x, screen.y - rect.min.y}; }
};

// One pane, or two side by side in a split. None where there is no room.
std::vector<Pane> panes(const Session& session, const Rect& terrain);

// Where the exact terrain at x stands on screen; false behind the eye.
bool on_screen(const Pane& pane, const Evaluator& f, const scene::Relief& relief, Vec2 x,
               ImVec2& screen);

}  // namespace fogline::gui
