// SPDX-License-Identifier: MIT
// The bare track with its knob: what sliders and the timeline have in common.
#pragma once

#include <string_view>

#include "gui/press.hpp"

namespace fogline::gui {

struct TrackDrag {
  Press press;
  bool began = false, dragging = false;
  bool cancelled = false;  // by Esc: put back what was there when it began
  bool ended = false;      // released, not cancelled
  double fraction = 0;     // under the pointer, while dragging
};

// Draws a 4-pixel track of `width` pixels with a 16-pixel knob at `fraction` and reads its drag.
// `old_value` is remembered in ui.drag for the caller. A press with Ctrl held does not drag.
TrackDrag track(Ui& ui, std::string_view name, float width, double fraction, double old_value);

// The x of a fraction on a track between these screen positions: the knob stays inside.
float track_x(const Ui& ui, float left, float right, double fraction);

inline constexpr float track_height = 20;

}  // namespace fogline::gui
