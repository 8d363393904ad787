// SPDX-License-Identifier: MIT
// Typing in place: a widget turns into a text field for as long as something is typed into it.
// There is at most one such field at a time; its text lives in Ui::typing.
#pragma once

#include <string>
#include <string_view>

#include "gui/ui.hpp"

namespace fogline::gui {

enum class EntryResult { typing, committed, cancelled };

// From the next frame on the widget with this id draws entry_field().
void open_entry(Ui& ui, ImGuiID id, std::string text);

inline bool is_typing(const Ui& ui, ImGuiID id) { return id != 0 && ui.typing.id == id; }

// Draws the field at ImGui's cursor. Enter, Tab or a press elsewhere commits, Esc cancels. After
// committing, call either close_entry() or complain().
EntryResult entry_field(Ui& ui, std::string_view name, ImVec2 size, const ImFont* font,
                        int max_bytes);

void close_entry(Ui& ui);

// Keeps the field open and shows the sentence below it.
void complain(Ui& ui, std::string sentence);

// A plain one-line ImGui text field over a string of at most `max_bytes` bytes.
bool input_line(const char* id, std::string& text, int max_bytes, ImGuiInputTextFlags flags,
                const char* hint = "");

}  // namespace fogline::gui
