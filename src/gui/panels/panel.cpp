// SPDX-License-Identifier: MIT
// Begins and ends a fixed panel.
#include "gui/panels/panel.hpp"

#include <algorithm>
#include <cstdint>

namespace fogline::gui {

namespace {

// The ground of the window just begun, under all that ImGui has drawn of it already (scroll bars).
void put_ground(const Ui& ui, const Rect& rect, ImU32 color) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.PushClipRect(rect.min, rect.max);
  list.AddCallback(ui.fill, reinterpret_cast<void*>(static_cast<std::uintptr_t>(color)));
  list.PopClipRect();
  const auto callback = std::find_if(list.CmdBuffer.begin(), list.CmdBuffer.end(),
                                     [](const ImDrawCmd& c) { return c.UserCallback != nullptr; });
  std::rotate(list.CmdBuffer.begin(), callback, callback + 1);
}

}  // namespace

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
                   ImGuiWindowFlags_NoBringToFrontOnFocus |
                   (ui.fill != nullptr ? ImGuiWindowFlags_NoBackground : 0) | flags);
  const bool seen_through = (flags & ImGuiWindowFlags_NoBackground) != 0;
  if (ui.fill != nullptr && !seen_through) put_ground(ui, rect, ground);
  ImGui::PopStyleColor();
  ImGui::PopStyleVar(3);
}

Panel::~Panel() { ImGui::End(); }

}  // namespace fogline::gui
