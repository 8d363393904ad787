// SPDX-License-Identifier: MIT
// The presenter's view: large type, the terrain over the whole window, panels that slide in where
// the pointer touches an edge, and what a teacher points with.
#pragma once

#include "fogline/engine/standing.hpp"
#include "gui/panels/regions.hpp"
#include "gui/panels/workbench.hpp"
#include "gui/ui.hpp"

namespace fogline::gui {

// The interface's scale at which its text em is a 32nd of the window's height.
float presenter_scale(float window_height);
// Widths on the terrain, in pixels: a 240th and a 60th of the height while presenting.
float path_width(const Ui& ui, const Workbench& bench);  // at scale 1
float ball_radius(const Ui& ui, const Workbench& bench);

// Which edges the pointer asks for; panels follow in `slide_edges`, once a frame.
void watch_edges(const Ui& ui, Workbench& bench, ImVec2 window);
void slide_edges(Workbench& bench, double elapsed);
bool edges_move(const Workbench& bench);
Regions presenter_regions(const Ui& ui, const Workbench& bench, ImVec2 window);

// Of the lesson's text above the terrain, with the air around it; pixels at scale 1.
inline constexpr float lesson_lines_height = 3 * 24 + 24;

// Standings shrunk to rank, mark, name and verdict word; the lesson's text in at most three lines;
// how far the run has come.
// While presenting, the height that the standings take at the top right, in pixels; else 0.
float standings_height(const Ui& ui, const Workbench& bench);
void draw_presenter(Ui& ui, ImDrawList& list, const Workbench& bench, const Rect& terrain);
// Over everything: the spotlight around the pointer.
void draw_spotlight(const Ui& ui, const Workbench& bench);

}  // namespace fogline::gui
