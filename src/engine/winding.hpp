// SPDX-License-Identifier: MIT
// How often the gradient turns round along a closed curve: the sum of the indices of the critical
// points inside (Poincare and Hopf).
#pragma once

#include <optional>
#include <span>

#include "fogline/core/evaluator.hpp"

namespace fogline {

// Around a cell, from the slopes at its corners, counterclockwise. Right where the slope turns by
// less than half a turn along each side; 0 where a slope is 0 or not finite.
int turns_around_cell(std::span<const Vec2, 4> slopes);

// Along a circle, and along the edge of a box, `pieces` of each side at first, each halved until
// the slope turns by less than an eighth along it. None where it does not come to that: through a
// critical point or across a kink.
std::optional<int> turns_around(const Evaluator& f, Vec2 x, double radius);
std::optional<int> turns_along_edge(const Evaluator& f, const Box& box, int pieces);

}  // namespace fogline
