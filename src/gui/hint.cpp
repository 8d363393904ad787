// SPDX-License-Identifier: MIT
// Draws a hint's pill.
#include "gui/hint.hpp"

#include "gui/text.hpp"

namespace fogline::gui {

void draw_hint(const Ui& ui, ImDrawList& list, ImVec2 anchor, ImVec2 bounds_max,
               std::string_view text) {
  const ImFont* font = ui.fonts.small_bold;
  const float height = px(ui, 26), width = text_width(font, text) + px(ui, 24);
  const float gap = px(ui, 18), point = px(ui, 6);
  const bool right = anchor.x + gap + width < bounds_max.x;
  const float left = right ? anchor.x + gap : anchor.x - gap - width;
  const float top = anchor.y - height / 2, edge = right ? left : left + width;
  const float tip = right ? edge - point : edge + point, inside = right ? point : -point;
  const ImVec2 a{edge + inside, anchor.y - point}, b{tip, anchor.y},
      c{edge + inside, anchor.y + point};
  // The terrain is the same in both themes, and so is what stands on it.
  list.AddRectFilled({left, top}, {left + width, top + height}, dark_theme.text, height / 2);
  right ? list.AddTriangleFilled(a, c, b, dark_theme.text)
        : list.AddTriangleFilled(a, b, c, dark_theme.text);
  put_text(list, font, {left + px(ui, 12), line_top(font, top, height)}, dark_theme.window, text);
}

}  // namespace fogline::gui
