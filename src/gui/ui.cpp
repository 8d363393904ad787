// SPDX-License-Identifier: MIT
// Begins and ends a frame of the interface: moves the keyboard focus, forgets what is gone.
#include "gui/ui.hpp"

#include <algorithm>

#include "gui/compat.hpp"

namespace fogline::gui {

namespace {

// The focus after Tab: the next of the widgets drawn last frame, round the end.
ImGuiID next_focus(const Focus& focus, int direction) {
  const auto& order = focus.last_order;
  if (order.empty()) return 0;
  const auto count = static_cast<int>(order.size());
  const auto found = std::find(order.begin(), order.end(), focus.id);
  if (found == order.end()) return direction > 0 ? order.front() : order.back();
  const int index = static_cast<int>(found - order.begin()) + direction;
  return order[static_cast<std::size_t>((index + count) % count)];
}

void move_focus(Ui& ui) {
  Focus& focus = ui.focus;
  focus.moved = false;
  const bool mouse = ImGui::IsMouseClicked(0) || ImGui::IsMouseClicked(1);
  if (mouse || (key_pressed(ImGuiKey_Escape) && ui.typing.id == 0)) focus.id = 0;
  if (key_pressed(ImGuiKey_Tab, true) && !ImGui::GetIO().KeyCtrl && !ui.menu_open) {
    focus.id = next_focus(focus, ImGui::GetIO().KeyShift ? -1 : 1);
    focus.moved = true;
  }
}

}  // namespace

void begin_frame(Ui& ui) {
  ui.registry.clear();
  ui.path.clear();
  ui.wake = std::numeric_limits<float>::infinity();
  ui.focus.last_order.swap(ui.focus.order);
  ui.focus.order.clear();
  move_focus(ui);
  ui.hover.seen = ui.typing.seen = ui.menu_open = false;
  ui.popup_depth = 0;
}

void end_frame(Ui& ui) {
  const auto& order = ui.focus.order;
  if (std::find(order.begin(), order.end(), ui.focus.id) == order.end()) ui.focus.id = 0;
  if (!ui.hover.seen) ui.hover = {};
  if (!ui.typing.seen) ui.typing = {};
  if (!ImGui::IsMouseDown(0)) ui.drag = {};
  // Arrow keys walk ImGui's own menus only while one is open; elsewhere they are ours.
  auto& flags = ImGui::GetIO().ConfigFlags;
  if (ui.menu_open)
    flags |= ImGuiConfigFlags_NavEnableKeyboard;
  else
    flags &= ~ImGuiConfigFlags_NavEnableKeyboard;
}

void restyle(Ui& ui, const Theme& theme, float scale) {
  const float sane = usable_scale(scale);
  if (ui.fonts.body == nullptr || sane != ui.scale)
    ui.fonts = build_fonts(*ImGui::GetIO().Fonts, sane);
  ui.theme = theme;
  ui.scale = sane;
  ImGui::GetIO().FontDefault = ui.fonts.body;
  apply_style(theme, sane);
}

bool keys_are_taken(const Ui& ui) {
  return ui.typing.id != 0 || ImGui::GetIO().WantTextInput || any_popup_open();
}

void wake_after(Ui& ui, float seconds) { ui.wake = std::min(ui.wake, std::max(seconds, 0.f)); }

Scope::Scope(Ui& ui, std::string_view name) : ui_(ui), length_(ui.path.size()) {
  ui.path = full_path(ui, name);
}

Scope::Scope(Ui& ui, std::string_view name, int index) : Scope(ui, name) {
  ui.path += '/' + std::to_string(index);
}

std::string full_path(const Ui& ui, std::string_view name) {
  std::string path = ui.path;
  if (!path.empty()) path += '/';
  return path.append(name);
}

}  // namespace fogline::gui
