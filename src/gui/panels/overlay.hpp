// SPDX-License-Identifier: MIT
// What stands on the picture of the terrain besides paths: axes, colour bar, starts, walkers, the
// ghost. Used by the window and by headless pictures alike.
#pragma once

#include "fogline/engine/standing.hpp"
#include "gui/panels/pane.hpp"
#include "gui/ui.hpp"
#include "render/palette.hpp"
#include "render/scene.hpp"

namespace fogline::gui {

void draw_overlay(Ui& ui, ImDrawList& list, const Workbench& bench, const Pane& pane,
                  const scene::Ground& ground);

// A racer's mark every 60 pixels along its path, so that colour is not the only cue; not along
// those of an ensemble's other copies.
void draw_path_marks(const Ui& ui, ImDrawList& list, const Pane& pane,
                     const std::vector<render::Path>& paths);

// In a racer's own pane: its mark, name and verdict.
void draw_pane_caption(Ui& ui, ImDrawList& list, const Workbench& bench, const Pane& pane,
                       const std::vector<Standing>& standings);
// Says how many of the racers have a pane, where not all have.
void draw_pane_count(const Ui& ui, ImDrawList& list, const Workbench& bench, const Rect& rect,
                     std::size_t shown);

// Its parts.
void draw_method_marks(const Ui& ui, ImDrawList& list, const Workbench& bench, const Pane& pane,
                       const scene::Ground& ground);
// Says what the terrain is a picture of, where that is not the landscape itself.
void draw_ground_caption(const Ui& ui, ImDrawList& list, const Workbench& bench, const Rect& rect,
                         const scene::Ground& ground);
// `losses`: with the ruler of heights.
void draw_axes(const Ui& ui, ImDrawList& list, const Pane& pane, const scene::Relief& relief,
               bool losses);
void draw_color_bar(const Ui& ui, ImDrawList& list, const Rect& rect, const View& view,
                    const scene::Relief& relief, const render::Palette& palette);

}  // namespace fogline::gui
