// SPDX-License-Identifier: MIT
// Carries the theme into ImGui's style.
#include "gui/theme.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "gui/compat.hpp"

namespace fogline::gui {

namespace {

void apply_spacing(ImGuiStyle& style) {
  style.WindowPadding = {16, 14};
  style.FramePadding = {8, 5};
  style.ItemSpacing = {8, 8};
  style.ItemInnerSpacing = {6, 4};
  style.IndentSpacing = 16;
  style.ScrollbarSize = 10;
  style.GrabMinSize = 14;
  style.FrameRounding = 6;
  style.PopupRounding = 8;
  style.ScrollbarRounding = 5;
  style.WindowRounding = style.ChildRounding = style.GrabRounding = style.TabRounding = 0;
  style.WindowBorderSize = style.ChildBorderSize = style.FrameBorderSize = 0;
  style.PopupBorderSize = 1;
}

void apply_colours(ImGuiStyle& style, const Theme& theme) {
  const auto set = [&](ImGuiCol slot, ImU32 colour) {
    style.Colors[slot] = ImGui::ColorConvertU32ToFloat4(colour);
  };
  const ImU32 hover = faded(theme.text, 0.08f), active = faded(theme.text, 0.14f);
  set(ImGuiCol_Text, theme.text);
  set(ImGuiCol_TextDisabled, theme.muted);
  set(ImGuiCol_WindowBg, theme.panel);
  set(ImGuiCol_ChildBg, 0);
  set(ImGuiCol_PopupBg, theme.raised);
  set(ImGuiCol_MenuBarBg, theme.window);
  set(ImGuiCol_Border, theme.line);
  set(ImGuiCol_Separator, theme.line);
  for (ImGuiCol slot : {ImGuiCol_FrameBg, ImGuiCol_FrameBgHovered, ImGuiCol_FrameBgActive})
    set(slot, theme.window);
  for (ImGuiCol slot : {ImGuiCol_Button, ImGuiCol_ScrollbarBg}) set(slot, 0);
  for (ImGuiCol slot : {ImGuiCol_ButtonHovered, ImGuiCol_Header, ImGuiCol_HeaderHovered})
    set(slot, hover);
  for (ImGuiCol slot : {ImGuiCol_ButtonActive, ImGuiCol_HeaderActive}) set(slot, active);
  set(ImGuiCol_ScrollbarGrab, faded(theme.muted, 0.35f));
  set(ImGuiCol_ScrollbarGrabHovered, faded(theme.muted, 0.6f));
  set(ImGuiCol_ScrollbarGrabActive, faded(theme.muted, 0.8f));
  set(ImGuiCol_CheckMark, theme.text);
  set(ImGuiCol_TextSelectedBg, faded(theme.text, 0.25f));
  set(nav_cursor_colour, theme.text);
  set(ImGuiCol_ModalWindowDimBg, rgb(0x05070A, theme.dark ? 150 : 90));
}

}  // namespace

ImU32 faded(ImU32 colour, float opacity) {
  const float alpha =
      static_cast<float>(colour >> IM_COL32_A_SHIFT) * std::clamp(opacity, 0.f, 1.f);
  return (colour & ~IM_COL32_A_MASK) | (static_cast<ImU32>(std::lround(alpha)) << IM_COL32_A_SHIFT);
}

ImU32 mixed(ImU32 a, ImU32 b, float t) {
  const ImVec4 from = ImGui::ColorConvertU32ToFloat4(a), to = ImGui::ColorConvertU32ToFloat4(b);
  const float k = std::clamp(t, 0.f, 1.f);
  return ImGui::ColorConvertFloat4ToU32({from.x + k * (to.x - from.x), from.y + k * (to.y - from.y),
                                         from.z + k * (to.z - from.z),
                                         from.w + k * (to.w - from.w)});
}

ImU32 racer_colour(int mark) {
  return racer_colours[static_cast<std::size_t>(std::max(mark, 0)) % racer_colours.size()];
}

void apply_style(const Theme& theme, float scale) {
  ImGuiStyle style;
  apply_spacing(style);
  apply_colours(style, theme);
  style.ScaleAllSizes(scale);
  style.PopupBorderSize = std::max(1.f, std::floor(scale));
  ImGui::GetStyle() = style;
}

float usable_scale(float scale) {
  return scale > 0 && std::isfinite(scale) ? std::clamp(scale, 0.5f, 4.f) : 1;
}

float sane_scale(float scale) { return usable_scale(std::round(usable_scale(scale) * 4) / 4); }

}  // namespace fogline::gui
