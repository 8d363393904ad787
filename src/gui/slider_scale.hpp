// SPDX-License-Identifier: MIT
// Where on a slider a value stands and which value a place on it means; no drawing.
#pragma once

#include "fogline/core/param.hpp"

namespace fogline::gui {

// In 0..1, values outside the range at its ends, NaN at 0. A log range that does not lie above 0
// is taken as linear.
double fraction_of(const Range& range, double value);

// The ends exactly; between them a round number near the place: 3 significant digits on a log
// scale, about a thousandth of the range on a linear one. Never decreases with `fraction`.
double value_at(const Range& range, double fraction);

}  // namespace fogline::gui
