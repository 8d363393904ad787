// SPDX-License-Identifier: MIT
// The fog around the walkers: what of the ground they feel, and how it lifts.
#pragma once

#include <optional>

#include "gui/panels/workbench.hpp"
#include "render/scene.hpp"

namespace fogline::gui {

// How far around a walker the ground is known to it: 9 % of the domain's diagonal.
double clear_radius(const Experiment& experiment);

// Whether a visible walker at the playhead feels the ground at x. Readings elsewhere are the
// map's.
bool is_felt(const Workbench& bench, Vec2 x);

// Down at once; up from the walkers outward in 1.2 seconds, or as a short cross-fade where motion
// is reduced.
void set_fog(Workbench& bench, bool on);
// Ends a lift that is over. `now` in seconds.
void advance_lift(Workbench& bench, double now);

// What the picture shows of it: of all visible walkers, or of the one whose pane it is; nothing
// where the view is clear.
std::optional<render::Fog> fog_in(const Workbench& bench, double now,
                                  std::optional<std::size_t> racer = {});

}  // namespace fogline::gui
