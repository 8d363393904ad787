// SPDX-License-Identifier: MIT
// Draws the list of a choice, searches it and walks it with the arrow keys.
#include "gui/picker.hpp"

#include <algorithm>
#include <cctype>
#include <string>
#include <vector>

#include "gui/compat.hpp"
#include "gui/entry.hpp"
#include "gui/icon.hpp"
#include "gui/popup.hpp"
#include "gui/press.hpp"
#include "gui/text.hpp"

namespace fogline::gui {

namespace {

constexpr std::size_t search_from = 9;
constexpr float list_width = 300, list_height = 420;

std::string lower(std::string_view text) {
  std::string result(text);
  std::ranges::transform(result, result.begin(),
                         [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return result;
}

std::string_view label_of(std::span<const Option> options, int chosen) {
  const auto index = static_cast<std::size_t>(chosen);
  return index < options.size() ? options[index].label : std::string_view("choose");
}

std::vector<int> found_options(std::span<const Option> options, std::string_view search) {
  std::vector<int> found;
  for (std::size_t i = 0; i < options.size(); ++i)
    if (options[i].enabled && matches(options[i], search)) found.push_back(static_cast<int>(i));
  return found;
}

void search_field(Ui& ui) {
  const float width = px(ui, list_width);
  if (ImGui::IsWindowAppearing()) ImGui::SetKeyboardFocusHere();
  ImGui::SetNextItemWidth(width);
  const std::string before = ui.picking.search;
  input_line("##search", ui.picking.search, 64, 0, "Search");
  if (ui.picking.search != before) ui.picking.line = 0;
  ui.registry.note({.path = full_path(ui, "search"),
                    .min = ImGui::GetItemRectMin(),
                    .max = ImGui::GetItemRectMax(),
                    .visible = ImGui::IsItemVisible(),
                    .hovered = ImGui::IsItemHovered()});
}

void walk_lines(Ui& ui, int count) {
  const int before = ui.picking.line;
  if (key_pressed(ImGuiKey_DownArrow, true)) ++ui.picking.line;
  if (key_pressed(ImGuiKey_UpArrow, true)) --ui.picking.line;
  ui.picking.line = std::clamp(ui.picking.line, 0, std::max(count - 1, 0));
  ui.picking.scroll |= ui.picking.line != before;
}

void group_heading(const Ui& ui, std::string_view group) {
  const ImVec2 corner = ImGui::GetCursorScreenPos();
  const float height = px(ui, 28);
  put_text(*ImGui::GetWindowDrawList(), ui.fonts.small_bold,
           {corner.x + px(ui, 8), line_top(ui.fonts.small_bold, corner.y, height) + px(ui, 2)},
           ui.theme.muted, capitals(group));
  ImGui::Dummy({px(ui, 40), height});
}

bool option_line(Ui& ui, const Option& option, bool on_line, bool is_chosen) {
  const float width = ImGui::GetContentRegionAvail().x, height = px(ui, layout::row);
  const Press press = press_area(ui, option.name, {width, height}, {.focusable = false});
  ImDrawList& list = *ImGui::GetWindowDrawList();
  if (on_line || press.hovered)
    list.AddRectFilled(press.min, press.max, faded(ui.theme.text, press.held ? 0.14f : 0.08f),
                       px(ui, 5));
  const ImFont* font = is_chosen ? ui.fonts.body_bold : ui.fonts.body;
  const float x = press.min.x + px(ui, 8), end = x + text_width(font, option.label);
  put_text(list, font, {x, line_top(font, press.min.y, height)}, ui.theme.text, option.label);
  const float room = press.max.x - px(ui, 8) - end - px(ui, 12);
  const std::string note = elided(ui.fonts.small, option.note, std::max(room, 0.f));
  if (!option.note.empty() && room > px(ui, 30))
    put_text(list, ui.fonts.small,
             {press.max.x - px(ui, 8) - text_width(ui.fonts.small, note),
              line_top(ui.fonts.small, press.min.y, height)},
             ui.theme.muted, note);
  if (on_line && ui.picking.scroll) ImGui::SetScrollHereY();
  return press.clicked;
}

// The lines, with a heading before each group; returns the option clicked, or -1.
int option_lines(Ui& ui, std::span<const Option> options, const std::vector<int>& found,
                 int chosen) {
  int picked = -1;
  std::string_view group;
  for (std::size_t i = 0; i < found.size(); ++i) {
    const Option& option = options[static_cast<std::size_t>(found[i])];
    if (option.group != group) group_heading(ui, group = option.group);
    const bool on_line = static_cast<int>(i) == ui.picking.line;
    if (option_line(ui, option, on_line, found[i] == chosen)) picked = found[i];
  }
  if (found.empty()) {
    ImGui::PushStyleColor(ImGuiCol_Text, ui.theme.muted);
    ImGui::TextUnformatted("Nothing of that name.");
    ImGui::PopStyleColor();
  }
  ui.picking.scroll = false;
  return picked;
}

float lines_height(const Ui& ui, std::span<const Option> options, const std::vector<int>& found) {
  std::string_view group;
  std::size_t rows = std::max<std::size_t>(found.size(), 1);
  for (int index : found) {
    const Option& option = options[static_cast<std::size_t>(index)];
    if (option.group != group) ++rows;
    group = option.group;
  }
  const float height = px(ui, layout::row) * static_cast<float>(rows);
  return std::min({height, px(ui, list_height), ImGui::GetIO().DisplaySize.y * 0.6f});
}

// The row or button that opens the list.
bool opens(Ui& ui, const Press& press, std::string_view name) {
  if (press.clicked) {
    ImGui::SetNextWindowPos({press.min.x, press.max.y + px(ui, 4)});
    open_list(ui, name);
  }
  return press.clicked;
}

}  // namespace

bool matches(const Option& option, std::string_view search) {
  const std::string text = lower(
      std::string(option.label).append(" ").append(option.group).append(" ").append(option.note));
  std::string wanted = lower(search);
  for (std::size_t at = 0; at < wanted.size();) {
    const std::size_t end = std::min(wanted.find(' ', at), wanted.size());
    if (text.find(wanted.substr(at, end - at)) == std::string::npos) return false;
    at = end + 1;
  }
  return true;
}

void open_list(Ui& ui, std::string_view name) {
  const Scope scope(ui, name);
  ui.picking = {.line = -1, .scroll = true};
  open_popup(ui, "list");
}

bool draw_list(Ui& ui, std::string_view name, std::span<const Option> options, int& chosen) {
  const Scope scope(ui, name);
  Popup popup(ui, "list");
  if (!popup) return false;
  if (options.size() >= search_from) search_field(ui);
  const std::vector<int> found = found_options(options, ui.picking.search);
  if (ui.picking.line < 0) {
    const auto at = std::ranges::find(found, chosen);
    ui.picking.line = at == found.end() ? 0 : static_cast<int>(at - found.begin());
  }
  walk_lines(ui, static_cast<int>(found.size()));
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, 0});
  ImGui::BeginChild("lines", {px(ui, list_width), lines_height(ui, options, found)}, false);
  int picked = option_lines(ui, options, found, chosen);
  ImGui::EndChild();
  ImGui::PopStyleVar();
  if (enter_pressed() && !found.empty() && !ImGui::IsWindowAppearing())
    picked = found[static_cast<std::size_t>(ui.picking.line)];
  if (picked < 0) return false;
  ImGui::CloseCurrentPopup();
  const bool changed = picked != chosen;
  chosen = picked;
  return changed;
}

bool choice_row(Ui& ui, std::string_view name, std::string_view label,
                std::span<const Option> options, int& chosen, std::string_view help) {
  const float height = px(ui, layout::row);
  const Press press = press_area(ui, name, {ImGui::GetContentRegionAvail().x, height});
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const ImFont* font = ui.fonts.small;
  const std::string_view value = label_of(options, chosen);
  const float y = line_top(font, press.min.y, height);
  const float x = press.max.x - px(ui, 20) - text_width(font, value);
  put_text(list, font, {press.min.x, y}, ui.theme.muted,
           elided(font, label, std::max(0.f, x - press.min.x - px(ui, 12))));
  const Press ground{.min = {x - px(ui, 8), press.min.y},
                     .max = press.max,
                     .hovered = press.hovered,
                     .held = press.held,
                     .focused = press.focused};
  draw_hover_ground(ui, ground, 6);
  draw_focus_ring(ui, ground, 6);
  put_text(list, font, {x, y}, ui.theme.text, value);
  draw_icon(list, Icon::chevron_down, {press.max.x - px(ui, 8), press.min.y + height / 2},
            px(ui, 12), ui.theme.muted);
  tooltip(ui, press, help);
  opens(ui, press, name);
  return draw_list(ui, name, options, chosen);
}

bool choice_button(Ui& ui, std::string_view name, std::span<const Option> options, int& chosen,
                   float width) {
  const float height = px(ui, layout::row);
  const ImFont* font = ui.fonts.body_bold;
  const std::string label = elided(font, label_of(options, chosen), width - px(ui, 40));
  const float content = text_width(font, label) + px(ui, 22);
  const Press press = press_area(ui, name, {std::min(width, content + px(ui, 20)), height});
  draw_hover_ground(ui, press, 6);
  draw_focus_ring(ui, press, 6);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  put_text(list, font, {press.min.x + px(ui, 10), line_top(font, press.min.y, height)},
           ui.theme.text, label);
  draw_icon(list, Icon::chevron_down, {press.max.x - px(ui, 15), press.min.y + height / 2},
            px(ui, 12), ui.theme.muted);
  opens(ui, press, name);
  return draw_list(ui, name, options, chosen);
}

}  // namespace fogline::gui
