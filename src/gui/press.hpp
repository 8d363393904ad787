// SPDX-License-Identifier: MIT
// The ground on which every widget of ours is built: a rectangle that can be hovered, pressed and
// focused, notes itself in the registry and takes Space and Enter while it has the focus.
#pragma once

#include <string_view>

#include "gui/ui.hpp"

namespace fogline::gui {

struct PressOptions {
  bool enabled = true;
  bool focusable = true;
};

struct Press {
  ImGuiID id = 0;
  ImVec2 min{}, max{};
  bool hovered = false, held = false, focused = false, enabled = true;
  bool began = false;          // the left button went down on it in this frame
  bool clicked = false;        // released over it, or Space or Enter with the focus
  bool right_clicked = false;  // pressed with the right button
};

// Takes `size` pixels at ImGui's cursor. `name` is ours, never a user's text.
Press press_area(Ui& ui, std::string_view name, ImVec2 size, PressOptions options = {});

// The 2-pixel ring around a focused widget.
void draw_focus_ring(const Ui& ui, const Press& press, float rounding);

// Ground for hover and press in a rounded rectangle; nothing while neither.
void draw_hover_ground(const Ui& ui, const Press& press, float rounding);

// Shows `text` below the pointer once the item hovered has been so for 0.4 s. Long text is wrapped.
void tooltip(Ui& ui, const Press& press, std::string_view text);

// The same without delay, for complaints about what was typed.
void show_tooltip_now(const Ui& ui, std::string_view text);

}  // namespace fogline::gui
