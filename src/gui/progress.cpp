// SPDX-License-Identifier: MIT
// Draws the line and what of it is done, and the words.
#include "gui/progress.hpp"

#include "gui/text.hpp"

namespace fogline::gui {

void progress_line(const Ui& ui, double share) {
  const float height = px(ui, 4), width = ImGui::GetContentRegionAvail().x;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled(at, {at.x + width, at.y + height}, ui.theme.line, px(ui, 2));
  list.AddRectFilled(at, {at.x + static_cast<float>(share) * width, at.y + height}, ui.theme.text,
                     px(ui, 2));
  ImGui::Dummy({width, height});
}

void words_beside(const Ui& ui, std::string_view text) {
  const ImVec2 corner = ImGui::GetItemRectMin(), end = ImGui::GetItemRectMax();
  const ImFont* font = ui.fonts.body;
  put_text(*ImGui::GetWindowDrawList(), font,
           {end.x + px(ui, 10), line_top(font, corner.y, end.y - corner.y)}, ui.theme.text, text);
}

}  // namespace fogline::gui
