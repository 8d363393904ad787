// SPDX-License-Identifier: MIT
// Which valley a place belongs to, as far as a racer's own objective and the listed minima tell.
#pragma once

#include <optional>

#include "rest.hpp"

namespace fogline {

// How near is at a place.
double reach(const Case& c);

// The nearest listed minimum closer than `radius` and not higher than `x`. At a cusp there is no
// Newton step to tell.
std::optional<CriticalPoint> listed_near(const Case& c, Vec2 x, double radius);

// The minimum downhill of a place, or the cusp that it slopes to, at most a hover away.
std::optional<CriticalPoint> valley_of(const Case& c, Vec2 x);

// Rings and lines of minima are one valley.
bool same_valley(const Case& c, const CriticalPoint& a, const CriticalPoint& b);

// A minimum where the landscape is as low as at the best known one.
bool is_lowest(const Case& c, const CriticalPoint& p);

}  // namespace fogline
