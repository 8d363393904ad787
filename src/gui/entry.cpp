// SPDX-License-Identifier: MIT
// The text field that a widget turns into.
#include "gui/entry.hpp"

#include <algorithm>
#include <vector>

#include "gui/compat.hpp"
#include "gui/press.hpp"

namespace fogline::gui {

namespace {

constexpr int patience = 8;  // frames for ImGui to give the field its focus

void note_field(Ui& ui, std::string path) {
  ui.registry.note({.path = std::move(path),
                    .min = ImGui::GetItemRectMin(),
                    .max = ImGui::GetItemRectMax(),
                    .visible = ImGui::IsItemVisible(),
                    .hovered = ImGui::IsItemHovered(),
                    .focused = ImGui::IsItemActive()});
}

void show_complaint(const Ui& ui) {
  const ImVec2 below{ImGui::GetItemRectMin().x, ImGui::GetItemRectMax().y + px(ui, 6)};
  ImGui::SetNextWindowPos(below);
  show_tooltip_now(ui, ui.typing.complaint);
}

EntryResult result_of(const Ui& ui, bool enter) {
  if (enter) return EntryResult::committed;
  if (ImGui::IsItemDeactivated())
    return key_pressed(ImGuiKey_Escape) ? EntryResult::cancelled : EntryResult::committed;
  const bool lost = ui.typing.frames > patience && !ImGui::IsItemActive();
  return lost ? EntryResult::cancelled : EntryResult::typing;
}

}  // namespace

void open_entry(Ui& ui, ImGuiID id, std::string text) {
  ui.typing = {.id = id, .text = std::move(text), .seen = true};
}

void close_entry(Ui& ui) { ui.typing = {}; }

void complain(Ui& ui, std::string sentence) {
  ui.typing.complaint = std::move(sentence);
  ui.typing.frames = 0;
}

bool input_line(const char* id, std::string& text, int max_bytes, ImGuiInputTextFlags flags,
                const char* hint) {
  std::vector<char> buffer(static_cast<std::size_t>(max_bytes) + 1);
  const std::size_t length = std::min(text.size(), buffer.size() - 1);
  std::copy_n(text.data(), length, buffer.data());
  const bool result = ImGui::InputTextWithHint(id, hint, buffer.data(), buffer.size(), flags);
  text = buffer.data();
  return result;
}

EntryResult entry_field(Ui& ui, std::string_view name, ImVec2 size, const ImFont* font,
                        int max_bytes) {
  Typing& typing = ui.typing;
  typing.seen = true;
  std::string path = full_path(ui, name);
  ImGui::PushID(path.data(), path.data() + path.size());
  ImGui::PushFont(const_cast<ImFont*>(font));
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding,
                      {px(ui, 6), std::max(0.f, (size.y - font_height(font)) / 2)});
  if (typing.frames++ == 0) ImGui::SetKeyboardFocusHere();
  ImGui::SetNextItemWidth(size.x);
  constexpr auto flags = ImGuiInputTextFlags_EnterReturnsTrue | ImGuiInputTextFlags_AutoSelectAll;
  const bool enter = input_line("entry", typing.text, max_bytes, flags);
  ImGui::PopStyleVar();
  ImGui::PopFont();
  note_field(ui, std::move(path));
  const EntryResult result = result_of(ui, enter);
  if (!typing.complaint.empty()) show_complaint(ui);
  ImGui::PopID();
  return result;
}

}  // namespace fogline::gui
