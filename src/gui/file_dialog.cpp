// SPDX-License-Identifier: MIT
// Draws the file dialog.
#include "gui/file_dialog.hpp"

#include <algorithm>

#include "gui/button.hpp"
#include "gui/compat.hpp"
#include "gui/controls.hpp"
#include "gui/entry.hpp"
#include "gui/popup.hpp"
#include "gui/press.hpp"
#include "gui/text.hpp"

namespace fogline::gui {

namespace {

namespace fs = std::filesystem;

constexpr int longest_path = 4095;  // bytes
constexpr float recent_width = 190;

void note_last_item(Ui& ui, std::string_view name) {
  ui.registry.note({.path = full_path(ui, name),
                    .min = ImGui::GetItemRectMin(),
                    .max = ImGui::GetItemRectMax(),
                    .visible = ImGui::IsItemVisible(),
                    .hovered = ImGui::IsItemHovered(),
                    .focused = ImGui::IsItemActive()});
}

void walk(FileDialog& dialog) {
  const int count = static_cast<int>(dialog.listing.entries.size());
  const int direction = static_cast<int>(key_pressed(ImGuiKey_DownArrow, true)) -
                        static_cast<int>(key_pressed(ImGuiKey_UpArrow, true));
  if (direction == 0 || count == 0) return;
  dialog.line = std::clamp(dialog.line + direction, 0, count - 1);
  dialog.scroll = true;
  pick(dialog, dialog.listing.entries[static_cast<std::size_t>(dialog.line)]);
}

void draw_places(Ui& ui, FileDialog& dialog) {
  if (icon_button(ui, "up", Icon::up, {.tip = "Folder above (Backspace)"})) go_up(dialog);
  ImGui::SameLine(0, px(ui, 4));
  if (icon_button(ui, "home", Icon::home, {.tip = "Home folder"})) enter(dialog, home_directory());
  ImGui::SameLine(0, px(ui, 8));
  const ImVec2 corner = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x;
  const ImFont* font = ui.fonts.small;
  // The end of a long path says more than its beginning.
  std::string text = shown_path(dialog.directory);
  while (text_width(font, text) > width && text.find('/', 1) != std::string::npos)
    text = "\u2026" + text.substr(text.find('/', 1));
  put_text(*ImGui::GetWindowDrawList(), font,
           {corner.x, line_top(font, corner.y, px(ui, layout::row))}, ui.theme.muted,
           elided(font, text, width));
  ImGui::Dummy({1, px(ui, layout::row)});
}

// One line with a sign; true when pressed.
bool file_line(Ui& ui, std::string_view name, Icon icon, std::string_view shown, bool chosen) {
  const float height = px(ui, layout::row);
  const Press press =
      press_area(ui, name, {ImGui::GetContentRegionAvail().x, height}, {.focusable = false});
  ImDrawList& list = *ImGui::GetWindowDrawList();
  if (chosen)
    list.AddRectFilled(press.min, press.max, faded(ui.theme.text, 0.12f), px(ui, 5));
  else
    draw_hover_ground(ui, press, 5);
  draw_icon(list, icon, {press.min.x + px(ui, 16), press.min.y + height / 2}, px(ui, 15),
            ui.theme.muted);
  const float left = press.min.x + px(ui, 32), room = press.max.x - left - px(ui, 8);
  const std::string cut = elided(ui.fonts.body, shown, std::max(room, 0.f));
  put_text(list, ui.fonts.body, {left, line_top(ui.fonts.body, press.min.y, height)}, ui.theme.text,
           cut);
  if (cut != shown) tooltip(ui, press, shown);
  return press.clicked;
}

void draw_empty(const Ui& ui, const FileDialog& dialog) {
  ImGui::PushStyleColor(ImGuiCol_Text, ui.theme.muted);
  ImGui::TextWrapped("No folder and no %s file is here.", dialog.extension.c_str());
  ImGui::PopStyleColor();
}

void draw_listing(Ui& ui, FileDialog& dialog, float width, float height) {
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, 0});
  ImGui::BeginChild("listing", {width, height}, false);
  const Scope scope(ui, "entries");
  const int count = static_cast<int>(dialog.listing.entries.size());
  const float row = px(ui, layout::row);
  if (count == 0) draw_empty(ui, dialog);
  if (dialog.scroll) ImGui::SetScrollY(row * static_cast<float>(std::max(dialog.line, 0) - 3));
  dialog.scroll = false;
  std::optional<FileEntry> pressed;
  ImGuiListClipper clipper;
  clipper.Begin(count, row);
  while (clipper.Step())
    for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i) {
      const FileEntry& entry = dialog.listing.entries[static_cast<std::size_t>(i)];
      const Icon icon = entry.directory ? Icon::folder : Icon::file;
      const bool chosen = !dialog.picked.empty() && entry.name == dialog.picked;
      if (!file_line(ui, std::to_string(i), icon, entry.shown, chosen)) continue;
      dialog.line = i;
      pressed = entry;
    }
  ImGui::EndChild();
  ImGui::PopStyleVar();
  if (!pressed) return;
  if (pressed->directory)
    enter(dialog, dialog.directory / pressed->name);
  else
    pick(dialog, *pressed);
}

void draw_recent(Ui& ui, FileDialog& dialog, float height) {
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, 0});
  ImGui::BeginChild("recent", {px(ui, recent_width), height}, false);
  section_title(ui, "Recent");
  for (std::size_t i = 0; i < dialog.recent.size(); ++i) {
    const Scope scope(ui, "recent", static_cast<int>(i));
    const fs::path path = dialog.recent[i];
    if (!file_line(ui, "open", Icon::file, shown_path(path.filename()), false)) continue;
    enter(dialog, path.parent_path());
    if (dialog.error.empty()) pick(dialog, {path.filename(), shown_path(path.filename())});
  }
  ImGui::EndChild();
  ImGui::PopStyleVar();
}

// The field for a name or path; true on Enter.
bool draw_field(Ui& ui, FileDialog& dialog) {
  if (dialog.starting) ImGui::SetKeyboardFocusHere();
  dialog.starting = false;
  const bool was_empty = dialog.field.empty();
  ImGui::SetNextItemWidth(-1);
  const char* hint = dialog.mode == FileMode::save ? "Name of the file" : "Name or path";
  // No EnterReturnsTrue: it would leave the text behind when the button is pressed instead.
  input_line("##field", dialog.field, longest_path, ImGuiInputTextFlags_AutoSelectAll, hint);
  note_last_item(ui, "field");
  const bool here = ImGui::IsItemActive() || ImGui::IsItemDeactivated();
  if (was_empty && here && key_pressed(ImGuiKey_Backspace)) go_up(dialog);
  return enter_pressed() && (here || ui.focus.id == 0);
}

void draw_error(const Ui& ui, const FileDialog& dialog) {
  const float height = px(ui, 20);
  const ImVec2 corner = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x;
  put_text(*ImGui::GetWindowDrawList(), ui.fonts.small, corner, ui.theme.failed.ink,
           elided(ui.fonts.small, dialog.error, width));
  ImGui::Dummy({1, height});
}

// The row of buttons; true when the main one is pressed.
bool draw_buttons(Ui& ui, FileDialog& dialog) {
  const float width = px(ui, 96);
  const float top = ImGui::GetCursorPosY(), right = ImGui::GetWindowWidth() - px(ui, 16);
  // The quiet button is 4 pixels lower in height than the filled one; their middles align.
  ImGui::SetCursorPos({right - 2 * width - px(ui, 8), top + px(ui, 2)});
  if (button(ui, "cancel", "Cancel", {.width = width})) dialog.open = false;
  ImGui::SetCursorPos({right - width, top});
  const char* label = dialog.mode == FileMode::save ? "Save" : "Open";
  return button(ui, "accept", label, {.primary = true, .width = width});
}

Chosen draw_question(Ui& ui, FileDialog& dialog) {
  if (dialog.asking && !ImGui::IsPopupOpen(full_path(ui, "replace").c_str()))
    open_popup(ui, "replace");
  Modal modal(ui, "replace", {px(ui, 420), px(ui, 150)});
  if (!modal) return std::nullopt;
  const fs::path path = dialog.picked;
  const std::string name = printable(path.filename().native());
  const float width = ImGui::GetContentRegionAvail().x;
  const std::string title = elided(ui.fonts.body_bold, "Replace " + name + "?", width);
  {
    const FontScope bold(ui.fonts.body_bold);
    ImGui::TextUnformatted(title.c_str());
  }
  ImGui::PushStyleColor(ImGuiCol_Text, ui.theme.muted);
  ImGui::TextUnformatted("A file of this name is there already.");
  ImGui::PopStyleColor();
  const float side = px(ui, 104);
  const float top = ImGui::GetWindowHeight() - px(ui, 46);
  ImGui::SetCursorPos({ImGui::GetWindowWidth() - 2 * side - px(ui, 24), top + px(ui, 2)});
  const bool keep = button(ui, "keep", "Keep it", {.width = side}) || escape_closes(ui);
  ImGui::SetCursorPos({ImGui::GetWindowWidth() - side - px(ui, 16), top});
  const bool replace = button(ui, "replace", "Replace", {.primary = true, .width = side});
  if (keep || replace) {
    dialog.asking = false;
    ImGui::CloseCurrentPopup();
  }
  if (keep) dialog.field = name;
  return replace ? Chosen(path) : std::nullopt;
}

Chosen draw_inside(Ui& ui, FileDialog& dialog) {
  {
    const FontScope title(ui.fonts.title);
    ImGui::TextUnformatted(dialog.title.c_str());
  }
  draw_places(ui, dialog);
  const float below = px(ui, 28 + 20 + 32 + 3 * 8 + 14);
  const float height =
      std::max(ImGui::GetWindowHeight() - ImGui::GetCursorPosY() - below, px(ui, 60));
  const float beside = dialog.recent.empty() ? 0 : px(ui, recent_width + 16);
  if (beside > 0) {
    draw_recent(ui, dialog, height);
    ImGui::SameLine(0, px(ui, 16));
  }
  draw_listing(ui, dialog, 0, height);
  if (!dialog.asking) walk(dialog);
  const bool entered = draw_field(ui, dialog) && !dialog.asking;
  draw_error(ui, dialog);
  const bool pressed = draw_buttons(ui, dialog);
  if (!dialog.asking && escape_closes(ui)) dialog.open = false;
  Chosen chosen = draw_question(ui, dialog);
  if (!chosen && (entered || pressed) && dialog.open) chosen = accept(dialog);
  return chosen;
}

}  // namespace

std::optional<fs::path> draw_file_dialog(Ui& ui, FileDialog& dialog) {
  const Scope scope(ui, "file");
  const ImVec2 screen = ImGui::GetIO().DisplaySize;
  const ImVec2 size{std::min(px(ui, 720), screen.x - px(ui, 32)),
                    std::min(px(ui, 540), screen.y - px(ui, 32))};
  if (dialog.open && !ImGui::IsPopupOpen(full_path(ui, "dialog").c_str())) open_popup(ui, "dialog");
  Modal modal(ui, "dialog", {std::max(size.x, 64.f), std::max(size.y, 64.f)});
  if (!modal) return std::nullopt;
  // The dialog's own name in paths is enough.
  ui.path.resize(ui.path.size() - std::string_view("/dialog").size());
  const auto chosen = draw_inside(ui, dialog);
  if (chosen) dialog.open = false;
  if (!dialog.open) ImGui::CloseCurrentPopup();
  return chosen;
}

}  // namespace fogline::gui
