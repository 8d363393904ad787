// SPDX-License-Identifier: MIT
// The terrain with everything that stands on it, or the full view in its place, as a picture.
#pragma once

#include "app/interface.hpp"
#include "app/painter.hpp"
#include "render/pixels.hpp"

namespace fogline::app {

// Draws at the finest quality into memory, as an ImGui frame of its own; call between frames.
// Throws MachineError when the graphics memory does not suffice.
render::Pixels take_picture(Interface& interface, gui::Workbench& bench, ScenePainter& painter,
                            const gui::Palettes& palettes, render::Size size);

// The same of the curves as they are shown, zoomed or not.
render::Pixels take_curve_picture(Interface& interface, gui::Workbench& bench, render::Size size);

}  // namespace fogline::app
