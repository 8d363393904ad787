// SPDX-License-Identifier: MIT
// A fixed piece of the window: an ImGui window without title or frame, at its place every frame.
#pragma once

#include "gui/panels/regions.hpp"
#include "gui/ui.hpp"

namespace fogline::gui {

class Panel {
 public:
  // `id` is ours. Scrolls when its content is taller, unless `flags` say otherwise.
  Panel(Ui& ui, const char* id, const Rect& rect, ImU32 ground, ImVec2 padding,
        ImGuiWindowFlags flags = 0);
  ~Panel();
  Panel(const Panel&) = delete;
  Panel& operator=(const Panel&) = delete;
};

}  // namespace fogline::gui
