// SPDX-License-Identifier: MIT
// The few calls that differ between Dear ImGui 1.86 and later releases.
#pragma once

#include <imgui.h>

namespace fogline::gui {

// Whether the key went down in this frame. Only the 22 keys that 1.86 knows by name.
inline bool key_pressed(ImGuiKey key, bool repeat = false) {
#if IMGUI_VERSION_NUM >= 18700
  return ImGui::IsKeyPressed(key, repeat);
#else
  return ImGui::IsKeyPressed(ImGui::GetKeyIndex(key), repeat);
#endif
}

inline bool enter_pressed() {
#if IMGUI_VERSION_NUM >= 18700
  return key_pressed(ImGuiKey_Enter) || key_pressed(ImGuiKey_KeypadEnter);
#else
  return key_pressed(ImGuiKey_Enter) || key_pressed(ImGuiKey_KeyPadEnter);
#endif
}

inline bool any_popup_open() {
  return ImGui::IsPopupOpen("", ImGuiPopupFlags_AnyPopupId | ImGuiPopupFlags_AnyPopupLevel);
}

#if IMGUI_VERSION_NUM >= 19140
inline constexpr ImGuiCol nav_cursor_colour = ImGuiCol_NavCursor;
#else
inline constexpr ImGuiCol nav_cursor_colour = ImGuiCol_NavHighlight;
#endif

// The height of a font's line in pixels.
inline float font_height(const ImFont* font) { return font->FontSize; }

}  // namespace fogline::gui
