// SPDX-License-Identifier: MIT
// Opens, draws and closes popups.
#include "gui/popup.hpp"

#include "gui/compat.hpp"
#include "gui/press.hpp"
#include "gui/text.hpp"

namespace fogline::gui {

namespace {

void begin_inside(Ui& ui) {
  ++ui.popup_depth;
  ImGui::PushFont(ui.fonts.body);
  // Whoever opened it, a menu bar for instance, may draw with other distances.
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {px(ui, 8), px(ui, 5)});
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {px(ui, 8), px(ui, 8)});
}

void end_inside(Ui& ui) {
  --ui.popup_depth;
  ImGui::PopStyleVar(2);
  ImGui::PopFont();
  ImGui::EndPopup();
}

}  // namespace

void open_popup(const Ui& ui, std::string_view name) {
  ImGui::OpenPopup(full_path(ui, name).c_str());
}

bool escape_closes(const Ui& ui) {
  const bool covered = ImGui::IsPopupOpen("", ImGuiPopupFlags_AnyPopupId);
  return key_pressed(ImGuiKey_Escape) && ui.typing.id == 0 && !covered;
}

Popup::Popup(Ui& ui, std::string_view name, ImVec2 padding) : ui_(ui), scope_(ui, name) {
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {px(ui, padding.x), px(ui, padding.y)});
  open_ = ImGui::BeginPopup(ui.path.c_str(), ImGuiWindowFlags_NoMove);
  ImGui::PopStyleVar();
  if (!open_) return;
  begin_inside(ui);
  if (escape_closes(ui)) ImGui::CloseCurrentPopup();
}

Popup::~Popup() {
  if (open_) end_inside(ui_);
}

Modal::Modal(Ui& ui, std::string_view name, ImVec2 size) : ui_(ui), scope_(ui, name) {
  const ImGuiViewport* viewport = ImGui::GetMainViewport();
  ImGui::SetNextWindowPos(viewport->GetCenter(), ImGuiCond_Always, {0.5f, 0.5f});
  ImGui::SetNextWindowSize(size, ImGuiCond_Always);
  constexpr ImGuiWindowFlags flags = ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize |
                                     ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings;
  ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, px(ui, 8));
  open_ = ImGui::BeginPopupModal(ui.path.c_str(), nullptr, flags);
  ImGui::PopStyleVar();
  if (open_) begin_inside(ui);
}

Modal::~Modal() {
  if (open_) end_inside(ui_);
}

bool popup_line(Ui& ui, std::string_view name, std::string_view label, std::string_view hint,
                float width, bool enabled) {
  const float height = px(ui, layout::row);
  const Press press = press_area(ui, name, {width, height}, {.enabled = enabled});
  draw_hover_ground(ui, press, 5);
  draw_focus_ring(ui, press, 5);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const ImFont *font = ui.fonts.body, *small = ui.fonts.small;
  put_text(list, font, {press.min.x + px(ui, 8), line_top(font, press.min.y, height)},
           enabled ? ui.theme.text : ui.theme.muted, label);
  put_text(
      list, small,
      {press.max.x - px(ui, 8) - text_width(small, hint), line_top(small, press.min.y, height)},
      ui.theme.muted, hint);
  if (press.clicked) ImGui::CloseCurrentPopup();
  return press.clicked;
}

}  // namespace fogline::gui
