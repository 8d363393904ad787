// SPDX-License-Identifier: MIT
// Degenerate roots sorted into connected sets: a point, a curve (a ring of minima, the floor of a
// trough) or a plain.
#pragma once

#include <span>
#include <vector>

#include "fogline/engine/critical_points.hpp"

namespace fogline {

// One point for each set, the root nearest to the middle of the map; of a set no wider than a
// point the most degenerate root, with its index. Two roots belong together that lie at one loss
// (to 1e-6 of the relief) within `reach` of each other, along the direction that does not curve.
std::vector<MapPoint> connected_sets(const Evaluator& f, const Survey& map,
                                     std::span<const CriticalRoot> roots, double reach);

}  // namespace fogline
