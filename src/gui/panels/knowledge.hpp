// SPDX-License-Identifier: MIT
// Which of the two layers of knowledge the window may show: what a walker feels under its feet, or
// also what the map adds.
#pragma once

#include "gui/panels/workbench.hpp"

namespace fogline::gui {

// While flags are being guessed and the run has not been shown to its end.
inline bool is_guessing(const Workbench& bench) {
  return bench.classroom.guessing.on && !bench.classroom.guessing.scored;
}

// False in fog and while guessing: then no gap, no rank, no colour bar, no contours, no known
// minima, no reading outside the clear radius, and nothing beyond the playhead is shown anywhere.
inline bool knows_map(const Workbench& bench) {
  return !bench.session.view.fog && !is_guessing(bench);
}

}  // namespace fogline::gui
