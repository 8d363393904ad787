// SPDX-License-Identifier: MIT
// Draws the line and what of it is done.
#include "gui/progress.hpp"

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

}  // namespace fogline::gui
