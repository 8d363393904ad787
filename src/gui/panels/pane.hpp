// SPDX-License-Identifier: MIT
// One picture of the terrain on screen: the surface or the map, in its rectangle, with the lens
// that made it.
#pragma once

#include <optional>
#include <vector>

#include "gui/panels/workbench.hpp"
#include "render/camera.hpp"

namespace fogline::gui {

struct Pane {
  int index = 0;
  int canvas = 0;  // which image of the terrain lies under it: panes of one camera share one
  render::ViewKind kind = render::ViewKind::surface;
  Rect rect;
  render::Lens lens;                   // in window pixels, from the rectangle's corner
  std::optional<std::size_t> racer{};  // whose alone this picture is; none: everybody's
  bool curve = false;  // seen from the side: x to the right, displayed height upwards

  glm::dvec2 pixel(ImVec2 screen) const { return {screen.x - rect.min.x, screen.y - rect.min.y}; }
  bool shows(std::size_t i) const { return !racer || *racer == i; }
};

// Of a landscape of one dimension, its curve. Of others one pane, two side by side in a split, or
// one for each visible racer; of those that find no room the ones around the selected racer. None
// where there is no room at all.
std::vector<Pane> panes(const Workbench& bench, float scale, const Rect& terrain);

// Where the exact terrain at x stands on screen; false behind the eye.
bool on_screen(const Pane& pane, const Evaluator& f, const scene::Relief& relief, Vec2 x,
               ImVec2& screen);

}  // namespace fogline::gui
