// SPDX-License-Identifier: MIT
// Draws a hint's pill.
#include "gui/hint.hpp"

#include "gui/text.hpp"

namespace fogline::gui {

HintBox hint_box(const Ui& ui, ImVec2 anchor, ImVec2 bounds_max, std::string_view text) {
  const float height = px(ui, 26), width = text_width(ui.fonts.small_bold, text) + px(ui, 24);
  const float gap = px(ui, 18), top = anchor.y - height / 2;
  const bool right = anchor.x + gap + width < bounds_max.x;
  const float left = right ? anchor.x + gap : anchor.x - gap - width;
  return {{left, top}, {left + width, top + height}, right};
}

void draw_hint(const Ui& ui, ImDrawList& list, const HintBox& box, std::string_view text) {
  const ImFont* font = ui.fonts.small_bold;
  const float point = px(ui, 6), height = box.max.y - box.min.y, middle = box.min.y + height / 2;
  const float edge = box.right ? box.min.x : box.max.x;
  const float tip = box.right ? edge - point : edge + point, inside = box.right ? point : -point;
  const ImVec2 a{edge + inside, middle - point}, b{tip, middle}, c{edge + inside, middle + point};
  // The terrain is the same in both themes, and so is what stands on it.
  list.AddRectFilled(box.min, box.max, dark_theme.text, height / 2);
  box.right ? list.AddTriangleFilled(a, c, b, dark_theme.text)
            : list.AddTriangleFilled(a, b, c, dark_theme.text);
  put_text(list, font, {box.min.x + px(ui, 12), line_top(font, box.min.y, height)},
           dark_theme.window, text);
}

}  // namespace fogline::gui
