// SPDX-License-Identifier: MIT
// Choosing one of a list: a value that opens a list below it, searched and in groups when long.
#pragma once

#include <span>
#include <string_view>

#include "gui/ui.hpp"

namespace fogline::gui {

// Options of one group stand together; `note` is muted beside the label.
struct Option {
  std::string_view name, label, group{}, note{};
  bool enabled = true;
};

// A row: label left, the chosen one right. True when it changed `chosen`. Noted as <name>; the
// open list as <name>/list/<option's name>, its search field (from 9 options on) as
// <name>/list/search.
bool choice_row(Ui& ui, std::string_view name, std::string_view label,
                std::span<const Option> options, int& chosen, std::string_view help = {});

// A quiet button showing the chosen one in SemiBold, for the menu bar; `width` at most, in pixels.
bool choice_button(Ui& ui, std::string_view name, std::span<const Option> options, int& chosen,
                   float width);

// The list alone, for a button of another look: draw it in the scope in which it was opened. With
// `chosen` -1 every choice counts as a change: for "+ add".
void open_list(Ui& ui, std::string_view name);
bool draw_list(Ui& ui, std::string_view name, std::span<const Option> options, int& chosen);

// Whether every word of `search` occurs in the option's label, group or note, capitals aside.
bool matches(const Option& option, std::string_view search);

}  // namespace fogline::gui
