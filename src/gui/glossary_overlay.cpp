// SPDX-License-Identifier: MIT
// Draws the glossary: term by term, in the order of the alphabet.
#include "gui/glossary_overlay.hpp"

#include <algorithm>
#include <string>

#include "gui/button.hpp"
#include "gui/compat.hpp"
#include "gui/glossary.hpp"
#include "gui/popup.hpp"
#include "gui/text.hpp"

namespace fogline::gui {
namespace {

constexpr float term_width = 190;

void draw_term(Ui& ui, const Term& term) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  put_text(*ImGui::GetWindowDrawList(), ui.fonts.small_bold, at, ui.theme.text, term.name);
  ImGui::SetCursorScreenPos({at.x + px(ui, term_width), at.y});
  paragraph(ui.fonts.small, ui.theme.text, term.meaning);
}

}  // namespace

void draw_glossary(Ui& ui, bool& open) {
  const Scope scope(ui, "glossary");
  const ImVec2 screen = ImGui::GetIO().DisplaySize;
  const ImVec2 size{std::min(px(ui, 760), screen.x * 0.95f),
                    std::min(px(ui, 640), screen.y * 0.92f)};
  if (open && !ImGui::IsPopupOpen(full_path(ui, "overlay").c_str())) open_popup(ui, "overlay");
  Modal modal(ui, "overlay", size);
  if (!modal) return;
  {
    const FontScope title(ui.fonts.title);
    ImGui::TextUnformatted("Glossary");
  }
  ImGui::SameLine(ImGui::GetWindowWidth() - px(ui, 44));
  if (icon_button(ui, "close", Icon::cross, {.tip = "Close (Esc)"})) open = false;
  ImGui::BeginChild("list", {0, 0}, false);
  for (const Term& term : glossary()) draw_term(ui, term);
  ImGui::EndChild();
  if (escape_closes(ui)) open = false;
  if (!open) ImGui::CloseCurrentPopup();
}

}  // namespace fogline::gui
