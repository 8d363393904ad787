// SPDX-License-Identifier: MIT
// The buttons by which panels of a narrow window are drawn out.
#include "gui/button.hpp"
#include "gui/panels/actions.hpp"
#include "gui/panels/panel.hpp"
#include "gui/panels/panels.hpp"

namespace fogline::gui {
namespace {

void handle(Ui& ui, Workbench& bench, const char* name, ImVec2 corner, Icon icon, Action action) {
  const float size = px(ui, 28);
  const Panel panel(ui, name, {corner, {corner.x + size, corner.y + size}}, ui.theme.panel, {0, 0},
                    ImGuiWindowFlags_NoScrollbar);
  const std::string tip = tip_of(action);
  if (icon_button(ui, name, icon, {.tip = tip})) act(bench, action);
}

}  // namespace

void drawer_handles(Ui& ui, Workbench& bench, const Regions& r) {
  const float top = r.terrain.min.y + px(ui, 8), size = px(ui, 28);
  if (r.left_rail && bench.folds.left_drawer)
    handle(ui, bench, "left_handle", {r.left.max.x, top}, Icon::chevron_left, Action::fold_left);
  if (r.right_hidden)
    handle(ui, bench, "right_handle", {r.right.min.x - size, top},
           bench.folds.right_drawer ? Icon::chevron_right : Icon::chevron_left, Action::fold_right);
}

}  // namespace fogline::gui
