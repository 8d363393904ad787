// SPDX-License-Identifier: MIT
// Text on a draw list: measured, placed, cut to a width, and made safe to show.
#pragma once

#include <imgui.h>

#include <string>
#include <string_view>

namespace fogline::gui {

float text_width(const ImFont* font, std::string_view text);

// `position` is the upper left corner of the line, rounded to whole pixels so that it is sharp.
void put_text(ImDrawList& list, const ImFont* font, ImVec2 position, ImU32 colour,
              std::string_view text);

// Where in a row of this height, beginning at `top`, a line of this font stands in the middle.
float line_top(const ImFont* font, float top, float height);

// The text, its end replaced by an ellipsis if it is wider than `width`.
std::string elided(const ImFont* font, std::string_view text, float width);

// The text with line breaks in place of spaces, so that no line is wider than `width` but for
// single words. ImGui's own wrapping also breaks after a point or a comma, and so within numbers:
// it is not to be used for text that may hold some.
std::string in_lines(const ImFont* font, std::string_view text, float width);

// The text at ImGui's cursor, in lines of this width; 0 means as wide as there is room.
void paragraph(ImFont* font, ImU32 colour, std::string_view text, float width = 0);

// Bytes that are no UTF-8 become U+FFFD and control characters spaces, so that anything can be
// shown on one line.
std::string printable(std::string_view bytes);

// ASCII letters in capitals; other characters stay.
std::string capitals(std::string_view text);

}  // namespace fogline::gui
