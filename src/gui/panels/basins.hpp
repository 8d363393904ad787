// SPDX-License-Identifier: MIT
// Where every start of the selected racer ends, as colours over the terrain; and the walk from the
// start under the pointer.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "fogline/engine/trajectory.hpp"
#include "gui/panels/regions.hpp"
#include "gui/ui.hpp"
#include "render/scene.hpp"
#include "scene/basin_work.hpp"
#include "scene/ground.hpp"

namespace fogline::gui {

struct Workbench;

inline constexpr std::uint32_t most_basin_steps = 2000;

// From the start under the pointer: the walk of its cell.
struct BasinWalk {
  scene::BasinEnd from;
  Trajectory walk;
  std::uint64_t id = 0;  // for the renderer
  bool known = false;    // to its end
};

struct BasinView {
  std::shared_ptr<scene::BasinWork> work;  // made when first needed
  std::optional<BasinWalk> walk;
};

// What the map is to be of; none where none is to be shown: without the overlay, in fog, while
// guessing, without a racer, and on a curve.
std::optional<BasinSetting> wanted_basins(const Workbench& bench);

// Once a frame: begins anew where the setting is another, goes on with what is under the pointer.
void advance_basins(Workbench& bench, Clock::time_point deadline);
// True when nothing that is shown remains to be walked.
bool basins_known(const Workbench& bench);
// The same without a deadline, for pictures.
void complete_basins(Workbench& bench);

// Of what is wanted now; null before anything of it is known.
std::shared_ptr<const scene::BasinPicture> shown_basins(const Workbench& bench);

// "From here: at a global minimum, 143 steps"; empty where that is not shown or not known.
std::string basin_sentence(const Workbench& bench);

// Colours and, under the racers' paths, the walk from the start under the pointer.
void add_basins(const Workbench& bench, const scene::Ground& ground, render::Scene& scene);
// In the place of the colour bar.
void draw_basin_legend(Ui& ui, ImDrawList& list, const Workbench& bench, const Rect& rect);

}  // namespace fogline::gui
