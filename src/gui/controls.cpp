// SPDX-License-Identifier: MIT
// Draws headings, switches, names and numbers.
#include "gui/controls.hpp"

#include <algorithm>
#include <cmath>

#include "gui/entry.hpp"
#include "gui/icon.hpp"
#include "gui/number.hpp"
#include "gui/press.hpp"
#include "gui/text.hpp"

namespace fogline::gui {

namespace {

constexpr float switch_width = 32, switch_height = 18;

void draw_switch(const Ui& ui, const Press& press, bool on) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const float middle = std::round((press.min.y + press.max.y) / 2);
  const float right = press.max.x, left = right - px(ui, switch_width);
  const float radius = px(ui, switch_height / 2);
  list.AddRectFilled({left, middle - radius}, {right, middle + radius},
                     on ? ui.theme.text : ui.theme.line, radius);
  const float x = on ? right - radius : left + radius;
  list.AddCircleFilled({x, middle}, radius - px(ui, 3), on ? ui.theme.panel : ui.theme.text, 24);
}

Edit commit_name(Ui& ui, std::string& value) {
  std::string typed = printable(ui.typing.text);
  close_entry(ui);
  const bool blank = typed.find_first_not_of(' ') == std::string::npos;
  if (blank || typed == value) return {};
  value = std::move(typed);
  return whole_edit;
}

Edit type_name(Ui& ui, std::string_view name, std::string& value, ImVec2 size, const ImFont* font) {
  const Scope scope(ui, name);
  switch (entry_field(ui, "entry", size, font, max_name_bytes)) {
    case EntryResult::committed:
      return commit_name(ui, value);
    case EntryResult::cancelled:
      close_entry(ui);
      break;
    case EntryResult::typing:
      break;
  }
  return {};
}

}  // namespace

void section_title(const Ui& ui, std::string_view title) {
  const ImVec2 corner = ImGui::GetCursorScreenPos();
  const std::string text = capitals(title);
  const float height = px(ui, 20);
  put_text(*ImGui::GetWindowDrawList(), ui.fonts.small_bold,
           {corner.x, line_top(ui.fonts.small_bold, corner.y, height)}, ui.theme.muted, text);
  ImGui::Dummy({text_width(ui.fonts.small_bold, text), height});
}

void separator(const Ui& ui) {
  const ImVec2 corner = ImGui::GetCursorScreenPos();
  const float width = std::max(1.f, ImGui::GetContentRegionAvail().x), height = px(ui, 9);
  const float y = corner.y + std::floor(height / 2);
  ImGui::GetWindowDrawList()->AddRectFilled(
      {corner.x, y}, {corner.x + width, y + std::max(1.f, std::floor(ui.scale))}, ui.theme.line);
  ImGui::Dummy({width, height});
}

bool fold_header(Ui& ui, std::string_view name, std::string_view label, bool& open) {
  const float height = px(ui, layout::row);
  const Press press = press_area(ui, name, {ImGui::GetContentRegionAvail().x, height});
  if (press.clicked) open = !open;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  draw_focus_ring(ui, press, 6);
  const ImU32 ink = press.hovered ? ui.theme.text : ui.theme.muted;
  draw_icon(list, open ? Icon::chevron_down : Icon::chevron_right,
            {press.min.x + px(ui, 7), press.min.y + height / 2}, px(ui, 14), ink);
  put_text(list, ui.fonts.small,
           {press.min.x + px(ui, 20), line_top(ui.fonts.small, press.min.y, height)}, ink, label);
  return open;
}

bool on_off_switch(Ui& ui, std::string_view name, std::string_view label, bool& on,
                   std::string_view help) {
  const float height = px(ui, layout::row);
  const Press press = press_area(ui, name, {ImGui::GetContentRegionAvail().x, height});
  if (press.clicked) on = !on;
  const ImFont* font = ui.fonts.small;
  const float room = press.max.x - press.min.x - px(ui, switch_width + 8);
  put_text(*ImGui::GetWindowDrawList(), font, {press.min.x, line_top(font, press.min.y, height)},
           press.hovered ? ui.theme.text : ui.theme.muted, elided(font, label, room));
  draw_switch(ui, press, on);
  draw_focus_ring(ui, press, 6);
  tooltip(ui, press, help);
  return press.clicked;
}

Edit name_field(Ui& ui, std::string_view name, std::string& value, NameOptions options) {
  const float left = ImGui::GetContentRegionAvail().x;
  const ImVec2 size{std::max(px(ui, 24), options.width > 0 ? options.width : left),
                    px(ui, layout::row)};
  const ImFont* font = options.bold ? ui.fonts.body_bold : ui.fonts.body;
  const ImVec2 corner = ImGui::GetCursorScreenPos();
  const Press press = press_area(ui, name, size);
  if (press.clicked && !is_typing(ui, press.id)) open_entry(ui, press.id, value);
  if (is_typing(ui, press.id)) {
    ImGui::SetCursorScreenPos(corner);
    return type_name(ui, name, value, size, font);
  }
  draw_hover_ground(ui, press, 4);
  draw_focus_ring(ui, press, 4);
  const std::string shown = printable(value), cut = elided(font, shown, size.x);
  put_text(*ImGui::GetWindowDrawList(), font, {corner.x, line_top(font, corner.y, size.y)},
           ui.theme.text, cut);
  if (cut != shown) tooltip(ui, press, shown);
  return {};
}

void number_text(Ui& ui, std::string_view name, double value, float width, bool muted) {
  const float height = px(ui, layout::row);
  const Press press = press_area(ui, name, {width, height}, {.focusable = false});
  const ImFont* font = ui.fonts.body;
  const std::string text = short_number(value);
  put_text(*ImGui::GetWindowDrawList(), font,
           {press.max.x - text_width(font, text), line_top(font, press.min.y, height)},
           muted ? ui.theme.muted : ui.theme.text, text);
  if (press.right_clicked) ImGui::SetClipboardText(full_number(value).c_str());
  tooltip(ui, press, full_number(value) + "\nRight click copies it.");
}

}  // namespace fogline::gui
