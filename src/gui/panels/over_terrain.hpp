// SPDX-License-Identifier: MIT
// A window without anything to see, so that ImGui keeps the pointer from the terrain below what
// stands on it.
#pragma once

#include "gui/compat.hpp"
#include "gui/panels/regions.hpp"

namespace fogline::gui {

class OverTerrain {
 public:
  // `id` is ours, never a user's text.
  OverTerrain(const char* id, const Rect& rect) {
    ImGui::SetNextWindowPos(rect.min, ImGuiCond_Always);
    ImGui::SetNextWindowSize({rect.width(), rect.height()}, ImGuiCond_Always);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowMinSize, {1, 1});
    ImGui::Begin(id, nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoBackground |
                     ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                     ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoFocusOnAppearing |
                     ImGuiWindowFlags_NoBringToFrontOnFocus);
    ImGui::PopStyleVar(2);
  }
  ~OverTerrain() { ImGui::End(); }
  OverTerrain(const OverTerrain&) = delete;
  OverTerrain& operator=(const OverTerrain&) = delete;
};

}  // namespace fogline::gui
