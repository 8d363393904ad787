// SPDX-License-Identifier: MIT
// Places where the slope vanishes: looked for next to a point, and told apart by curvature, or,
// where curvature vanishes too, by looking around.
#pragma once

#include <optional>

#include "fogline/core/symmetric2.hpp"
#include "fogline/engine/survey.hpp"
#include "own_objective.hpp"

namespace fogline {

enum class Place { none, minimum, saddle, maximum, level };

// A place at which a racer can rest.
struct CriticalPoint {
  Place place = Place::none;
  Vec2 x;
  double loss = 0;   // of the objective
  Eigen2 curvature;  // at a cusp without meaning
  bool degenerate =
      false;          // a curvature is 0: one of a line or ring of such places, or flatter yet
  bool cusp = false;  // a kink: the slope does not vanish towards it
};

// Whether a curvature is about 0: it bends the loss by less than 1e-7 of the relief across the map.
bool is_level(double curvature, const Survey& map);

// The step from a place to where the local quadratic model is critical, || H^-1 g || long, or, of
// the absolute Hessian, downhill. A direction in which slope and curvature would change the loss by
// less than 1e-7 of the relief across the whole map is level and counts as 0.
Vec2 newton_step(const Jet& f, const Survey& map, bool absolute);

// The critical point that Newton's method reaches from `x` without going farther than `reach`.
std::optional<CriticalPoint> critical_point_near(const OwnObjective& f, const Survey& map, Vec2 x,
                                                 double reach);

// The minimum downhill of `x`, smooth; none where the way down ends at a kink, leads farther than
// a diagonal from the map or onto level ground off it, or ends at no minimum.
std::optional<CriticalPoint> valley_below(const OwnObjective& f, const Survey& map, Vec2 x);

// The landscape's minimum downhill of `x`, or the nearest listed one that lies straight downhill.
std::optional<CriticalPoint> bottom_below(const OwnObjective& landscape, const Survey& map, Vec2 x);

// True where nothing rises on the straight way from `x` to `end`.
bool leads_down(const OwnObjective& f, Vec2 x, Vec2 end);

}  // namespace fogline
