// SPDX-License-Identifier: MIT
// Draws the overlay of all keys in two columns.
#include "gui/key_overlay.hpp"

#include <algorithm>
#include <string>

#include "gui/button.hpp"
#include "gui/compat.hpp"
#include "gui/controls.hpp"
#include "gui/keys.hpp"
#include "gui/popup.hpp"
#include "gui/text.hpp"

namespace fogline::gui {

namespace {

constexpr float column_width = 348, line_height = 24;

void draw_cap(const Ui& ui, ImVec2& right_top, std::string_view text) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const ImFont* font = ui.fonts.small;
  const float width = std::max(text_width(font, text) + px(ui, 12), px(ui, 22));
  const float height = px(ui, 20);
  const ImVec2 min{right_top.x - width, right_top.y + px(ui, 2)};
  list.AddRectFilled(min, {right_top.x, min.y + height}, faded(ui.theme.text, 0.09f), px(ui, 4));
  put_text(list, font,
           {min.x + (width - text_width(font, text)) / 2, line_top(font, min.y, height)},
           ui.theme.text, text);
  right_top.x = min.x - px(ui, 6);
}

void draw_line(const Ui& ui, const KeyEntry& entry) {
  const ImVec2 corner = ImGui::GetCursorScreenPos();
  ImVec2 right_top{corner.x + px(ui, column_width), corner.y};
  for (auto binding = entry.bindings.rbegin(); binding != entry.bindings.rend(); ++binding)
    draw_cap(ui, right_top, text_of(*binding));
  const ImFont* font = ui.fonts.small;
  put_text(*ImGui::GetWindowDrawList(), font,
           {corner.x, line_top(font, corner.y, px(ui, line_height))}, ui.theme.text, entry.label);
  ImGui::Dummy({px(ui, column_width), px(ui, line_height)});
}

void draw_group(const Ui& ui, std::string_view group) {
  section_title(ui, group);
  for (const KeyEntry& entry : key_table())
    if (entry.group == group && !entry.bindings.empty()) draw_line(ui, entry);
  ImGui::Dummy({1, px(ui, 12)});
}

void draw_columns(const Ui& ui) {
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, 0});
  ImGui::BeginGroup();
  for (std::string_view group : {"Run", "View", "Window"}) draw_group(ui, group);
  ImGui::EndGroup();
  ImGui::SameLine(0, px(ui, 32));
  ImGui::BeginGroup();
  for (std::string_view group : {"Racers", "Classroom", "File"}) draw_group(ui, group);
  ImGui::EndGroup();
  ImGui::PopStyleVar();
}

}  // namespace

void draw_key_table(Ui& ui, bool& open) {
  const Scope scope(ui, "keys");
  const ImVec2 screen = ImGui::GetIO().DisplaySize;
  const ImVec2 wanted{px(ui, 2 * column_width + 32 + 58), px(ui, 800)};
  const ImVec2 size{std::min(wanted.x, screen.x * 0.95f), std::min(wanted.y, screen.y * 0.95f)};
  if (open && !ImGui::IsPopupOpen(full_path(ui, "overlay").c_str())) open_popup(ui, "overlay");
  Modal modal(ui, "overlay", size);
  if (!modal) return;
  {
    const FontScope title(ui.fonts.title);
    ImGui::TextUnformatted("Keys");
  }
  ImGui::SameLine(ImGui::GetWindowWidth() - px(ui, 44));
  if (icon_button(ui, "close", Icon::cross, {.tip = "Close (Esc)"})) open = false;
  ImGui::BeginChild("list", {0, 0}, false);
  draw_columns(ui);
  ImGui::EndChild();
  if (escape_closes(ui)) open = false;
  if (!open) ImGui::CloseCurrentPopup();
}

}  // namespace fogline::gui
