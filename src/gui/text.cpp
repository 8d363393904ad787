// SPDX-License-Identifier: MIT
// Measures, places, cuts and cleans text.
#include "gui/text.hpp"

#include <cfloat>
#include <cmath>

#include "gui/compat.hpp"

namespace fogline::gui {

namespace {

constexpr std::string_view ellipsis = "\u2026", replacement = "\uFFFD";

// Length of the well-formed UTF-8 sequence at the beginning of `bytes`, 0 if there is none.
std::size_t sequence_length(std::string_view bytes) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
  const unsigned lead = byte(0);
  const std::size_t length = lead < 0x80                    ? 1
                             : lead >= 0xC2 && lead < 0xE0  ? 2
                             : lead >= 0xE0 && lead < 0xF0  ? 3
                             : lead >= 0xF0 && lead <= 0xF4 ? 4
                                                            : 0;
  if (length == 0 || length > bytes.size()) return 0;
  for (std::size_t i = 1; i < length; ++i)
    if ((byte(i) & 0xC0u) != 0x80) return 0;
  const bool overlong = (lead == 0xE0 && byte(1) < 0xA0) || (lead == 0xF0 && byte(1) < 0x90);
  const bool outside = (lead == 0xED && byte(1) > 0x9F) || (lead == 0xF4 && byte(1) > 0x8F);
  return overlong || outside ? 0 : length;
}

}  // namespace

float text_width(const ImFont* font, std::string_view text) {
  if (text.empty()) return 0;  // its data may be null, which ImGui would read
  const char* const begin = text.data();
  return font->CalcTextSizeA(font_height(font), FLT_MAX, 0, begin, begin + text.size()).x;
}

void put_text(ImDrawList& list, const ImFont* font, ImVec2 position, ImU32 colour,
              std::string_view text) {
  if (text.empty()) return;
  const ImVec2 whole{std::round(position.x), std::round(position.y)};
  list.AddText(font, font_height(font), whole, colour, text.data(), text.data() + text.size());
}

float line_top(const ImFont* font, float top, float height) {
  return top + (height - font_height(font)) / 2;
}

std::string elided(const ImFont* font, std::string_view text, float width) {
  if (text_width(font, text) <= width) return std::string(text);
  const float room = width - text_width(font, ellipsis);
  const char* rest = text.data();
  font->CalcTextSizeA(font_height(font), std::max(room, 0.f), 0, text.data(),
                      text.data() + text.size(), &rest);
  return std::string(text.data(), rest).append(ellipsis);
}

std::string in_lines(const ImFont* font, std::string_view text, float width) {
  std::string lines(text);
  std::size_t begin = 0, last = std::string::npos;  // of the line; the last space in it
  for (std::size_t i = 0; i <= lines.size(); ++i) {
    const bool ends = i == lines.size() || lines[i] == '\n';
    if (!ends && lines[i] != ' ') continue;
    const std::string_view line(lines.data() + begin, i - begin);
    if (last != std::string::npos && text_width(font, line) > width) {
      lines[last] = '\n';
      begin = last + 1;
    }
    last = ends ? std::string::npos : i;
    if (ends) begin = i + 1;
  }
  return lines;
}

void paragraph(ImFont* font, ImU32 colour, std::string_view text, float width) {
  const float room = width > 0 ? width : ImGui::GetContentRegionAvail().x;
  ImGui::PushFont(font);
  ImGui::PushStyleColor(ImGuiCol_Text, colour);
  ImGui::PushTextWrapPos(ImGui::GetCursorPosX() + room);  // breaks words that are too long
  ImGui::TextUnformatted(in_lines(font, text, room).c_str());
  ImGui::PopTextWrapPos();
  ImGui::PopStyleColor();
  ImGui::PopFont();
}

std::string printable(std::string_view bytes) {
  std::string text;
  while (!bytes.empty()) {
    const std::size_t length = sequence_length(bytes);
    const auto first = static_cast<unsigned char>(bytes.front());
    if (length == 0)
      text += replacement;
    else if (first < 0x20 || first == 0x7F)
      text += ' ';
    else
      text += bytes.substr(0, length);
    bytes.remove_prefix(length == 0 ? 1 : length);
  }
  return text;
}

std::string capitals(std::string_view text) {
  std::string result(text);
  for (char& c : result)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  return result;
}

}  // namespace fogline::gui
