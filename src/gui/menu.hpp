// SPDX-License-Identifier: MIT
// The menu bar's menus, whose lines are actions with the labels and keys of the one table.
#pragma once

#include <string_view>

#include "gui/keys.hpp"
#include "gui/ui.hpp"

namespace fogline::gui {

// Inside ImGui::BeginMenuBar(): `if (Menu menu(ui, "file", "File"); menu) { ... }`. `label` is
// ours, never a user's text.
class Menu {
 public:
  Menu(Ui& ui, std::string_view name, const char* label);
  ~Menu();
  Menu(const Menu&) = delete;
  Menu& operator=(const Menu&) = delete;
  explicit operator bool() const { return open_; }

 private:
  Ui& ui_;
  Scope scope_;
  bool open_;
};

struct MenuLine {
  bool enabled = true;
  bool checked = false;
};

// A line for an action; true when chosen. Noted as "<menu>/<action's name>".
bool menu_item(Ui& ui, Action action, MenuLine line = {});

// A line without a key; `label` is ours, never a user's text.
bool menu_item(Ui& ui, std::string_view name, const char* label, MenuLine line = {});

// A recent file's name, or any other text, as a line.
bool menu_text(Ui& ui, std::string_view name, std::string_view text, bool enabled = true);

void menu_separator(const Ui& ui);

}  // namespace fogline::gui
