// SPDX-License-Identifier: MIT
// Handles by which the wells of gaussian_wells are dragged and deepened on the terrain.
#pragma once

#include <optional>

#include "gui/panels/pane.hpp"
#include "gui/ui.hpp"

namespace fogline::gui {

// How many wells there are to be taken hold of: none on any other landscape, in fog, or while
// guessing.
std::size_t wells(const Workbench& bench);
Vec2 well_center(const Workbench& bench, std::size_t well);
double well_depth(const Workbench& bench, std::size_t well);
void move_well(Workbench& bench, std::size_t well, Vec2 center);
// Kept within what the slider offers.
void deepen_well(Workbench& bench, std::size_t well, double depth);

struct WellHandle {
  std::size_t well = 0;
  bool depth = false;  // the arrow above the well, which changes its depth
  ImVec2 at;
};

// The handle nearest to a point and within reach.
std::optional<WellHandle> well_handle_at(const Ui& ui, const Workbench& bench, const Pane& pane,
                                         const Evaluator& f, const scene::Relief& relief,
                                         ImVec2 point);
void draw_wells(Ui& ui, ImDrawList& list, const Workbench& bench, const Pane& pane,
                const scene::Ground& ground);

}  // namespace fogline::gui
