// SPDX-License-Identifier: MIT
// Draws and reads the buttons.
#include "gui/button.hpp"

#include "gui/compat.hpp"
#include "gui/press.hpp"
#include "gui/text.hpp"

namespace fogline::gui {

namespace {

constexpr float rounding = 6, padding = 12, icon_size = 16, segment_padding = 12;

struct Ink {
  ImU32 ground, ink;
};

// A quiet button is drawn on its hover ground alone; a primary one is the text colour filled.
Ink ink_of(const Ui& ui, const Press& press, bool primary) {
  const Theme& theme = ui.theme;
  if (!press.enabled) return {primary ? theme.line : 0, theme.muted};
  if (!primary) return {0, theme.text};
  const float mix = press.held ? 0.24f : press.hovered ? 0.12f : 0;
  return {mixed(theme.text, theme.window, mix), theme.window};
}

void draw_ground(const Ui& ui, const Press& press, const Ink& ink, bool primary) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  if (ink.ground != 0) list.AddRectFilled(press.min, press.max, ink.ground, px(ui, rounding));
  if (!primary) draw_hover_ground(ui, press, rounding);
  draw_focus_ring(ui, press, rounding);
}

void draw_label(const Ui& ui, const Press& press, const ButtonOptions& options,
                std::string_view label, float content_width, ImU32 colour) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const ImFont* font = options.primary ? ui.fonts.body_bold : ui.fonts.body;
  const float height = press.max.y - press.min.y;
  float x = options.flush ? press.min.x : (press.min.x + press.max.x - content_width) / 2;
  if (options.icon) {
    const ImVec2 middle{x + px(ui, icon_size / 2), press.min.y + height / 2};
    draw_icon(list, *options.icon, middle, px(ui, icon_size), colour);
    x += px(ui, icon_size + 6);
  }
  put_text(list, font, {x, line_top(font, press.min.y, height)}, colour, label);
}

float segment_width(const Ui& ui, const Segment& segment) {
  return text_width(ui.fonts.body_bold, segment.label) + 2 * px(ui, segment_padding);
}

bool segment_pressed(Ui& ui, const Segment& segment, bool is_chosen) {
  const ImVec2 size{segment_width(ui, segment), px(ui, layout::row)};
  const Press press = press_area(ui, segment.name, size, {.enabled = segment.enabled});
  ImDrawList& list = *ImGui::GetWindowDrawList();
  if (is_chosen)
    list.AddRectFilled(press.min, press.max, ui.theme.raised, px(ui, rounding));
  else
    draw_hover_ground(ui, press, rounding);
  draw_focus_ring(ui, press, rounding);
  const ImFont* font = is_chosen ? ui.fonts.body_bold : ui.fonts.body;
  const ImU32 colour = is_chosen         ? ui.theme.text
                       : segment.enabled ? ui.theme.muted
                                         : faded(ui.theme.muted, 0.5f);
  const float x = (press.min.x + press.max.x - text_width(font, segment.label)) / 2;
  put_text(list, font, {x, line_top(font, press.min.y, size.y)}, colour, segment.label);
  tooltip(ui, press, segment.tip);
  return press.clicked;
}

}  // namespace

bool button(Ui& ui, std::string_view name, std::string_view label, ButtonOptions options) {
  const ImFont* font = options.primary ? ui.fonts.body_bold : ui.fonts.body;
  float content = text_width(font, label);
  if (options.icon) content += px(ui, icon_size + 6);
  const float sides = options.flush ? 0 : 2 * px(ui, padding);
  const float width = options.width > 0 ? options.width : content + sides;
  const float height = px(ui, options.primary ? 32 : layout::row);
  const Press press = press_area(ui, name, {width, height}, {.enabled = options.enabled});
  const Ink ink = ink_of(ui, press, options.primary);
  const bool plain = options.flush && !press.hovered;
  if (options.flush)
    draw_focus_ring(ui, press, rounding);
  else
    draw_ground(ui, press, ink, options.primary);
  draw_label(ui, press, options, label, content, plain ? ui.theme.muted : ink.ink);
  tooltip(ui, press, options.tip);
  return press.clicked;
}

bool icon_button(Ui& ui, std::string_view name, Icon icon, IconButtonOptions options) {
  const float side = px(ui, options.size);
  const Press press = press_area(ui, name, {side, side}, {.enabled = options.enabled});
  Ink ink = ink_of(ui, press, options.primary);
  if (options.on && !options.primary) ink.ground = faded(ui.theme.text, 0.12f);
  const bool quiet = !options.primary && !options.on && press.enabled && !press.hovered;
  if (!press.enabled) ink.ink = faded(ui.theme.muted, 0.5f);
  draw_ground(ui, press, ink, options.primary);
  const ImVec2 middle{(press.min.x + press.max.x) / 2, (press.min.y + press.max.y) / 2};
  draw_icon(*ImGui::GetWindowDrawList(), icon, middle, px(ui, icon_size),
            quiet ? ui.theme.muted : ink.ink);
  tooltip(ui, press, options.tip);
  return press.clicked;
}

bool toggle(Ui& ui, std::string_view name, std::string_view label, bool& on, std::string_view tip) {
  const ImFont* font = ui.fonts.body;
  const float width = text_width(font, label) + 2 * px(ui, padding), height = px(ui, layout::row);
  const Press press = press_area(ui, name, {width, height});
  const Ink ink{on ? faded(ui.theme.text, 0.12f) : 0, on ? ui.theme.text : ui.theme.muted};
  draw_ground(ui, press, ink, false);
  put_text(*ImGui::GetWindowDrawList(), font,
           {press.min.x + px(ui, padding), line_top(font, press.min.y, height)}, ink.ink, label);
  tooltip(ui, press, tip);
  if (press.clicked) on = !on;
  return press.clicked;
}

float segmented_width(const Ui& ui, std::span<const Segment> segments) {
  float width = 0;
  for (const Segment& segment : segments) width += segment_width(ui, segment) + px(ui, 4);
  return segments.empty() ? 0 : width - px(ui, 4);
}

bool segmented(Ui& ui, std::string_view name, std::span<const Segment> segments, int& chosen) {
  const Scope scope(ui, name);
  int pressed = chosen;
  for (std::size_t i = 0; i < segments.size(); ++i) {
    if (i > 0) ImGui::SameLine(0, px(ui, 4));
    const int index = static_cast<int>(i);
    if (segment_pressed(ui, segments[i], index == chosen)) pressed = index;
  }
  const bool changed = pressed != chosen;
  chosen = pressed;
  return changed;
}

}  // namespace fogline::gui
