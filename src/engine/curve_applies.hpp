// SPDX-License-Identifier: MIT
// Which quantities a walk has at all: asked once, before they are read step by step.
#pragma once

#include "fogline/engine/curve.hpp"

namespace fogline {

// False where every reading would be NaN.
bool applies(const Trajectory& walk, CurveOf quantity, const Survey& map);

}  // namespace fogline
