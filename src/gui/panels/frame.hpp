// SPDX-License-Identifier: MIT
// One frame of the whole window is one function: keys, panels, gestures, the race, the terrain, and
// what stands on it.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "gui/keys.hpp"
#include "gui/panels/pane.hpp"
#include "gui/panels/workbench.hpp"
#include "gui/ui.hpp"

namespace fogline::gui {

// A picture that is ready: the callback copies it pixel for pixel into the command's ClipRect.
struct Painted {
  ImDrawCallback copy = nullptr;
  void* picture = nullptr;  // its UserCallbackData
};

// Draws a scene of this size for a pane: pane.canvas says on which image of the terrain it lies.
// Given by the application, so that no panel makes an OpenGL call.
using Painter =
    std::function<Painted(const Pane& pane, const render::Scene& scene, render::Size size)>;
using Palettes = std::map<std::string, render::Palette>;

struct FrameInput {
  double now = 0, elapsed = 0;  // seconds
  std::vector<KeyEvent> keys;
  const Palettes& palettes;
  const Painter& painter;
};

// Between ImGui::NewFrame() and ImGui::Render().
void frame(Ui& ui, Workbench& bench, const FrameInput& input);

// The terrain of one session with everything that stands on it, on a draw list: also what headless
// pictures show.
void draw_terrain(Ui& ui, ImDrawList& list, Workbench& bench, const Rect& rect,
                  const FrameInput& input);

}  // namespace fogline::gui
