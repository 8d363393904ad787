// SPDX-License-Identifier: MIT
// Dear ImGui with our fonts and its OpenGL backend, in a window or without one.
#pragma once

#include "gui/ui.hpp"

namespace fogline::app {

// In pixels of the framebuffer, from the bottom left.
struct PixelRect {
  int x = 0, y = 0, width = 0, height = 0;
};

// For draw callbacks: limits drawing to the command's ClipRect, grown to whole pixels.
PixelRect set_scissor(const ImDrawCmd& command);

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
