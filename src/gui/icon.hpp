// SPDX-License-Identifier: MIT
// The interface's signs, drawn as lines: no icon font is needed and they are sharp at any scale.
#pragma once

#include <imgui.h>

namespace fogline::gui {

enum class Icon {
  play,
  pause,
  step,
  step_back,
  to_start,
  to_end,
  replay,
  plus,
  minus,
  cross,
  check,
  chevron_down,
  chevron_right,
  chevron_left,
  up,
  arrow,
  eye,
  eye_off,
  duplicate,
  dots,
  search,
  folder,
  file,
  home,
};

// `size` is the side of the square the sign fills, usually 16 pixels at scale 1.
void draw_icon(ImDrawList& list, Icon icon, ImVec2 centre, float size, ImU32 colour);

}  // namespace fogline::gui
