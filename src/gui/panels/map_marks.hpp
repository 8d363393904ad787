// SPDX-License-Identifier: MIT
// What the map knows, drawn over the picture: critical points with what is known of each under the
// pointer, labels of contours, the slope under the pointer, and a legend. Nothing in fog.
#pragma once

#include "gui/panels/pane.hpp"
#include "gui/ui.hpp"
#include "render/scene.hpp"

namespace fogline::gui {

// `grid` is what the terrain in the pane was drawn from: it tells which points are covered.
void draw_map_marks(Ui& ui, ImDrawList& list, Workbench& bench, const Pane& pane,
                    const scene::Ground& ground, const render::HeightGrid& grid);

// Which critical points there are and how complete that is, at the top right of the terrain.
void draw_map_legend(Ui& ui, ImDrawList& list, const Workbench& bench, const Rect& rect,
                     const scene::Ground& ground);

// Its parts.
void draw_critical_points(Ui& ui, ImDrawList& list, Workbench& bench, const Pane& pane,
                          const scene::Ground& ground, const render::HeightGrid& grid);
void draw_contour_labels(const Ui& ui, ImDrawList& list, const Pane& pane,
                         const scene::Ground& ground, const render::HeightGrid& grid);
void draw_critical_mark(const Ui& ui, ImDrawList& list, ImVec2 centre, CriticalKind kind,
                        ImU32 colour);

}  // namespace fogline::gui
