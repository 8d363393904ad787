// SPDX-License-Identifier: MIT
// Begins and ends a fixed panel.
#include "gui/panels/panel.hpp"

#include <algorithm>

namespace fogline::gui {

Panel::Panel(Ui& ui, const char* id, const Rect& rect, ImU32 ground, ImVec2 padding,
             ImGuiWindowFlags flags) {
  ImGui::SetNextWindowPos(rect.min, ImGuiCond_Always);
  ImGui::SetNextWindowSize({std::max(rect.width(), 1.f), std::max(rect.height(), 1.f)},
                           ImGuiCond_Always);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {px(ui, padding.x), px(ui, padding.y)});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowMinSize, {1, 1});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, 0);
  ImGui::PushStyleColor(ImGuiCol_WindowBg, ground);
  ImGui::Begin(id, nullptr,
               ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize | ImGuiWindowFlags_NoMove |
                   ImGuiWindowFlags_NoCollapse | ImGuiWindowFlags_NoSavedSettings |
                   ImGuiWindowFlags_NoBringToFrontOnFocus | flags);
  ImGui::PopStyleColor();
  ImGui::PopStyleVar(3);
}

Panel::~Panel() { ImGui::End(); }

}  // namespace fogline::gui
