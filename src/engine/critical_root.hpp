// SPDX-License-Identifier: MIT
// From a place to a zero of the gradient next to it, and the curvature there, kinks included.
#pragma once

#include <optional>

#include "fogline/engine/critical_points.hpp"

namespace fogline {

// The largest slope that counts as none on a map, loss units per domain unit.
double level_slope(const Survey& map);

// The zero of the gradient that Levenberg and Marquardt's method (Marquardt 1963, J. SIAM 11:431,
// on |g|^2, with steps that halve until it falls) reaches from `x` without leaving a circle of
// `reach`; none where it ends on a slope. Where an eigenvalue vanishes, as along a ring of critical
// points, it goes to the nearest and not along. Adds the
// number of jets evaluated to `jets`.
std::optional<CriticalRoot> critical_root(const Evaluator& f, const Survey& map, Vec2 x,
                                          double reach, std::size_t& jets);

// What is known of the critical point at `x`, slope or no slope. Along an axis on which the slope
// does not vanish towards `x`, or not as fast as the distance, the curvature is infinite.
CriticalRoot root_at(const Evaluator& f, const Survey& map, Vec2 x);

CriticalKind kind_of(const Eigen2& curvature, const Survey& map);

}  // namespace fogline
