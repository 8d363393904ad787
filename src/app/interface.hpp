// SPDX-License-Identifier: MIT
// Dear ImGui with our fonts and its OpenGL backend, in a window or without one.
#pragma once

#include "gui/ui.hpp"

namespace fogline::app {

// Needs the OpenGL context current in which it was made.
class Interface {
 public:
  Interface();
  ~Interface();
  Interface(const Interface&) = delete;
  Interface& operator=(const Interface&) = delete;

  // Theme and size of everything; between frames. Keeps the fonts when the size is the same.
  void restyle(const gui::Theme& theme, float scale);
  // Before ImGui::NewFrame().
  void begin_frame() const;
  // Draws what ImGui::Render() left into the framebuffer that is bound.
  void draw() const;

  gui::Ui ui;
};

}  // namespace fogline::app
