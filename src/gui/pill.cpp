// SPDX-License-Identifier: MIT
// Draws verdict pills: always a glyph and a word.
#include <cmath>

#include "gui/controls.hpp"
#include "gui/icon.hpp"
#include "gui/press.hpp"
#include "gui/text.hpp"

namespace fogline::gui {

namespace {

constexpr float pill_height = 24, glyph = 12, inset = 9, between = 5;

PillColours colours_of(const Theme& theme, PillKind kind) {
  switch (kind) {
    case PillKind::good:
      return theme.good;
    case PillKind::stuck:
      return theme.stuck;
    case PillKind::failed:
      return theme.failed;
    case PillKind::moving:
      break;
  }
  return theme.moving;
}

Icon glyph_of(PillKind kind) {
  switch (kind) {
    case PillKind::good:
      return Icon::check;
    case PillKind::stuck:
      return Icon::pause;
    case PillKind::failed:
      return Icon::cross;
    case PillKind::moving:
      break;
  }
  return Icon::arrow;
}

}  // namespace

float pill_width(const Ui& ui, std::string_view word) {
  return std::round(text_width(ui.fonts.small_bold, word) + px(ui, 2 * inset + glyph + between));
}

void draw_pill(const Ui& ui, ImDrawList& list, ImVec2 corner, PillKind kind,
               std::string_view word) {
  const PillColours colours = colours_of(ui.theme, kind);
  const float height = px(ui, pill_height);
  const ImVec2 end{corner.x + pill_width(ui, word), corner.y + height};
  list.AddRectFilled(corner, end, colours.ground, height / 2);
  draw_icon(list, glyph_of(kind), {corner.x + px(ui, inset + glyph / 2), corner.y + height / 2},
            px(ui, glyph), colours.ink);
  const ImFont* font = ui.fonts.small_bold;
  put_text(list, font,
           {corner.x + px(ui, inset + glyph + between), line_top(font, corner.y, height)},
           colours.ink, word);
}

void draw_sign(const Ui& ui, ImDrawList& list, ImVec2 corner, PillKind kind) {
  const PillColours colours = colours_of(ui.theme, kind);
  const float radius = px(ui, 9);
  const ImVec2 middle{corner.x + radius, corner.y + radius};
  list.AddCircleFilled(middle, radius, colours.ground);
  draw_icon(list, glyph_of(kind), middle, px(ui, 11), colours.ink);
}

bool pill(Ui& ui, std::string_view name, PillKind kind, std::string_view word,
          std::string_view evidence) {
  const Press press = press_area(ui, name, {pill_width(ui, word), px(ui, layout::row)});
  const float air = px(ui, (layout::row - pill_height) / 2);
  draw_pill(ui, *ImGui::GetWindowDrawList(), {press.min.x, press.min.y + air}, kind, word);
  if (press.hovered)
    ImGui::GetWindowDrawList()->AddRect({press.min.x, press.min.y + air},
                                        {press.max.x, press.max.y - air},
                                        colours_of(ui.theme, kind).ink, px(ui, 12));
  draw_focus_ring(ui, press, 12);
  tooltip(ui, press, evidence);
  return press.clicked;
}

}  // namespace fogline::gui
