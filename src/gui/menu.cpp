// SPDX-License-Identifier: MIT
// Draws menus with ImGui's own menu widgets, which know how to be walked by keys.
#include "gui/menu.hpp"

#include <algorithm>
#include <cfloat>
#include <string>
#include <utility>

#include "gui/controls.hpp"
#include "gui/popup.hpp"
#include "gui/text.hpp"

namespace fogline::gui {

namespace {

void note(Ui& ui, std::string path, bool enabled) {
  ui.registry.note({.path = std::move(path),
                    .min = ImGui::GetItemRectMin(),
                    .max = ImGui::GetItemRectMax(),
                    .visible = ImGui::IsItemVisible(),
                    .hovered = ImGui::IsItemHovered(ImGuiHoveredFlags_AllowWhenDisabled),
                    .enabled = enabled});
}

// Where ImGui finds no room below the bar it lays a menu over the pointer, and the release that
// opened it then chooses a line: what is taller than that scrolls.
void keep_below_the_bar(const char* label) {
  if (!ImGui::IsPopupOpen(label)) return;
  const float room = ImGui::GetIO().DisplaySize.y - ImGui::GetWindowPos().y -
                     ImGui::GetWindowSize().y - ImGui::GetStyle().DisplaySafeAreaPadding.y;
  ImGui::SetNextWindowSizeConstraints({0, 0}, {FLT_MAX, std::max(room, 1.f)});
}

}  // namespace

Menu::Menu(Ui& ui, std::string_view name, const char* label) : ui_(ui), scope_(ui, name) {
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {px(ui, 12), px(ui, 10)});
  const bool in_the_bar = ui.popup_depth == 0;
  ImGui::PushStyleColor(ImGuiCol_Text, in_the_bar ? ui.theme.muted : ui.theme.text);
  if (in_the_bar) keep_below_the_bar(label);
  open_ = ImGui::BeginMenu(label);
  ImGui::PopStyleColor();
  if (!open_) {
    note(ui, ui.path, true);
    return;
  }
  ui.menu_open = true;
  ++ui.popup_depth;
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {px(ui, 8), px(ui, 10)});
}

Menu::~Menu() {
  if (open_) {
    --ui_.popup_depth;
    ImGui::PopStyleVar();
    ImGui::EndMenu();
  }
  ImGui::PopStyleVar();
}

bool menu_item(Ui& ui, Action action, MenuLine line) {
  const KeyEntry& entry = key_entry(action);
  const std::string label(entry.label), shortcut = shortcut_text(action);
  const bool chosen = ImGui::MenuItem(label.c_str(), shortcut.c_str(), line.checked, line.enabled);
  note(ui, full_path(ui, entry.name), line.enabled);
  return chosen;
}

bool menu_item(Ui& ui, std::string_view name, const char* label, MenuLine line) {
  const bool chosen = ImGui::MenuItem(label, nullptr, line.checked, line.enabled);
  note(ui, full_path(ui, name), line.enabled);
  return chosen;
}

bool menu_text(Ui& ui, std::string_view name, std::string_view text, bool enabled) {
  const float width = px(ui, 320);
  ImGui::SetCursorPosX(ImGui::GetCursorPosX() - px(ui, 8));  // its label in line with the others
  return popup_line(ui, name, elided(ui.fonts.body, printable(text), width - px(ui, 24)), {}, width,
                    enabled);
}

void menu_separator(const Ui& ui) { separator(ui); }

}  // namespace fogline::gui
