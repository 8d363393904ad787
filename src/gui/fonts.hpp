// SPDX-License-Identifier: MIT
// The interface's type: Inter in two weights with DejaVu Sans merged in for mathematics, loaded
// from the system, digits set to one width so that columns of numbers align.
#pragma once

#include <imgui.h>

#include <filesystem>
#include <vector>

namespace fogline::gui {

// Where to look, in order; the first file that reads as a font is taken.
struct FontFiles {
  std::vector<std::filesystem::path> regular, bold, mathematics;
};

// The usual places of the wanted fonts, then of others that will do.
FontFiles system_fonts();

// Never null after build_fonts(). Owned by the atlas; gone with its next Clear().
struct Fonts {
  ImFont* body = nullptr;
  ImFont* body_bold = nullptr;
  ImFont* small = nullptr;
  ImFont* small_bold = nullptr;
  ImFont* title = nullptr;
};

// Clears the atlas and builds it for this scale (body 18, small 15, title 22 pixels at scale 1).
// Without any font file everything is ImGui's bitmap font. Call between frames only, then let the
// renderer make its texture anew.
Fonts build_fonts(ImFontAtlas& atlas, float scale, const FontFiles& files = system_fonts());

}  // namespace fogline::gui
