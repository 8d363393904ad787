// SPDX-License-Identifier: MIT
// Who is over the finish line at the playhead, and who is known not to get there.
#pragma once

#include "fogline/engine/standing.hpp"

namespace fogline::gui {

struct Workbench;

// Whether it has crossed the finish line, where that may be known.
bool has_finished(const Workbench& bench, const Standing& standing);
// Whether it will not: there is a line, which may be known, it has not crossed it, and its race is
// over. While it is under way nobody knows.
bool did_not_finish(const Workbench& bench, const Standing& standing);
// When it crossed the line, in the budget's unit.
double finished_at(const Workbench& bench, const Finish& finish);

}  // namespace fogline::gui
