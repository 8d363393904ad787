// SPDX-License-Identifier: MIT
// The picture of a landscape of one dimension: a curve with walkers on it, instead of a terrain.
#pragma once

#include "gui/panels/pane.hpp"
#include "gui/ui.hpp"
#include "render/scene.hpp"

namespace fogline::gui {

// Ground, axes, the curve as far as fog lets it be seen, known minima, each racer's steps up to
// the playhead (and beyond it at opacity `future`), and the tangent under the selected walker.
void draw_curve(const Ui& ui, ImDrawList& list, const Workbench& bench, const Pane& pane,
                const scene::Ground& ground, const std::optional<render::Fog>& fog, float future);

}  // namespace fogline::gui
