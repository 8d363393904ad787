// SPDX-License-Identifier: MIT
// The smaller instruments of a panel: headings, switches, names, numbers, verdict pills.
#pragma once

#include <string>
#include <string_view>

#include "gui/edit.hpp"
#include "gui/ui.hpp"

namespace fogline::gui {

// A panel's title: small, SemiBold, capitals, muted.
void section_title(const Ui& ui, std::string_view title);

// One pixel across the panel with air above and below.
void separator(const Ui& ui);

// A row that opens and closes what follows. Returns whether it is open.
bool fold_header(Ui& ui, std::string_view name, std::string_view label, bool& open);

// Label left, switch right. True when it changed `on`.
bool on_off_switch(Ui& ui, std::string_view name, std::string_view label, bool& on,
                   std::string_view help = {});

inline constexpr int max_name_bytes = 200;

struct NameOptions {
  bool bold = false;
  float width = 0;  // pixels; 0: what is left of the row
};

// A name in place, elided to its width, edited on click or Enter; at most 200 bytes, not empty.
// Noted as <name> and, while typing, <name>/entry.
Edit name_field(Ui& ui, std::string_view name, std::string& value, NameOptions options = {});

// A number in at most 4 digits, right-aligned in `width` pixels, with all its digits as tooltip;
// a right click copies them.
void number_text(Ui& ui, std::string_view name, double value, float width, bool muted = false);

enum class PillKind { good, stuck, failed, moving };

// A glyph and a word; `evidence` is the tooltip. True when clicked.
bool pill(Ui& ui, std::string_view name, PillKind kind, std::string_view word,
          std::string_view evidence = {});

float pill_width(const Ui& ui, std::string_view word);

// The same without reading the pointer, for the terrain; `corner` is the upper left.
void draw_pill(const Ui& ui, ImDrawList& list, ImVec2 corner, PillKind kind, std::string_view word);
// Its glyph alone, in a disc of 18 pixels.
void draw_sign(const Ui& ui, ImDrawList& list, ImVec2 corner, PillKind kind);

}  // namespace fogline::gui
