// SPDX-License-Identifier: MIT
// The marks by which a racer is known besides its colour, and the signs that stand on the terrain.
#pragma once

#include <imgui.h>

#include "gui/ui.hpp"

namespace fogline::gui {

inline constexpr int mark_shapes = 8;

// The racer's shape in its colour: disc, triangle, square, pentagon, triangle down, hexagon, star,
// half disc; from index 8 on the same, hollow. `radius` is that of the disc; the other shapes are
// sized to look as heavy. `alpha` in 0..1.
void draw_mark(ImDrawList& list, ImVec2 centre, float radius, int mark, float alpha = 1);

// The mark on its dark disc of 22 pixels, so that it reads on light panels too.
void draw_table_mark(const Ui& ui, ImDrawList& list, ImVec2 centre, int mark, float alpha = 1);

// A known minimum, a saddle: 6 and 5 pixels from the centre to the tips.
void draw_diamond(const Ui& ui, ImDrawList& list, ImVec2 centre, ImU32 colour);
void draw_saddle_cross(const Ui& ui, ImDrawList& list, ImVec2 centre, ImU32 colour);

// A racer's start: a ring of radius 10 and 2 pixels in a dark casing.
void draw_start_ring(const Ui& ui, ImDrawList& list, ImVec2 centre, ImU32 colour);

// The shared start: a neutral ring labelled "all".
void draw_shared_start(const Ui& ui, ImDrawList& list, ImVec2 centre);

}  // namespace fogline::gui
