// SPDX-License-Identifier: MIT
// Presses, focus rings and tooltips.
#include "gui/press.hpp"

#include <algorithm>
#include <string>

#include "gui/compat.hpp"
#include "gui/text.hpp"

namespace fogline::gui {

namespace {

constexpr float tooltip_delay = 0.4f, tooltip_width = 320;

// Widgets under an open popup are out of the keyboard's reach.
bool reachable(const Ui& ui) { return ui.popup_depth > 0 || !any_popup_open(); }

void take_focus_keys(Ui& ui, Press& press, const PressOptions& options) {
  if (!options.focusable || !options.enabled || !reachable(ui)) return;
  ui.focus.order.push_back(press.id);
  press.focused = ui.focus.id == press.id;
  if (!press.focused) return;
  if (ui.focus.moved && !ImGui::IsItemVisible()) ImGui::SetScrollHereY();
  if (ui.typing.id == 0 && (key_pressed(ImGuiKey_Space) || enter_pressed())) press.clicked = true;
}

void note(Ui& ui, std::string path, const Press& press) {
  ui.registry.note({.path = std::move(path),
                    .min = press.min,
                    .max = press.max,
                    .visible = ImGui::IsItemVisible(),
                    .hovered = press.hovered,
                    .enabled = press.enabled,
                    .focused = press.focused});
}

}  // namespace

Press press_area(Ui& ui, std::string_view name, ImVec2 size, PressOptions options) {
  std::string path = full_path(ui, name);
  Press press{.enabled = options.enabled};
  ImGui::PushID(path.data(), path.data() + path.size());
  press.id = ImGui::GetID("area");
  ImGui::BeginDisabled(!options.enabled);
  press.clicked = ImGui::InvisibleButton("area", {std::max(size.x, 1.f), std::max(size.y, 1.f)});
  press.held = ImGui::IsItemActive();
  press.began = ImGui::IsItemActivated();
  press.hovered = ImGui::IsItemHovered(ImGuiHoveredFlags_AllowWhenDisabled);
  press.right_clicked = options.enabled && press.hovered && ImGui::IsMouseClicked(1);
  ImGui::EndDisabled();
  press.min = ImGui::GetItemRectMin();
  press.max = ImGui::GetItemRectMax();
  take_focus_keys(ui, press, options);
  note(ui, std::move(path), press);
  ImGui::PopID();
  return press;
}

void draw_focus_ring(const Ui& ui, const Press& press, float rounding) {
  if (!press.focused) return;
  const float out = px(ui, 2);
  ImGui::GetWindowDrawList()->AddRect({press.min.x - out, press.min.y - out},
                                      {press.max.x + out, press.max.y + out}, ui.theme.text,
                                      px(ui, rounding) + out, 0, px(ui, 2));
}

void draw_hover_ground(const Ui& ui, const Press& press, float rounding) {
  if (!press.enabled || !(press.hovered || press.held)) return;
  const ImU32 ground = faded(ui.theme.text, press.held ? 0.14f : 0.08f);
  ImGui::GetWindowDrawList()->AddRectFilled(press.min, press.max, ground, px(ui, rounding));
}

void show_tooltip_now(const Ui& ui, std::string_view text) {
  const FontScope font(ui.fonts.small);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {px(ui, 10), px(ui, 7)});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, px(ui, 6));
  ImGui::BeginTooltip();
  ImGui::PushTextWrapPos(px(ui, tooltip_width));
  ImGui::TextUnformatted(in_lines(ui.fonts.small, text, px(ui, tooltip_width - 20)).c_str());
  ImGui::PopTextWrapPos();
  ImGui::EndTooltip();
  ImGui::PopStyleVar(2);
}

void tooltip(Ui& ui, const Press& press, std::string_view text) {
  if (!press.hovered || press.held || text.empty()) return;
  Hover& hover = ui.hover;
  if (hover.id != press.id) hover = {.id = press.id};
  hover.seen = true;
  hover.seconds += ImGui::GetIO().DeltaTime;
  if (hover.seconds >= tooltip_delay)
    show_tooltip_now(ui, text);
  else
    wake_after(ui, tooltip_delay - hover.seconds);
}

}  // namespace fogline::gui
