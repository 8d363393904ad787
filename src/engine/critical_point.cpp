// SPDX-License-Identifier: MIT
// Newton's method, to any critical point and downhill, and what kind of place it ends at.
#include "critical_point.hpp"

#include <cmath>

#include "fogline/core/elementary.hpp"

namespace fogline {
namespace {

constexpr double level_share = 1e-7;  // of the relief, across the whole map
// Of the diagonal: how far is looked around, and how far where a kink is suspected.
constexpr double around = 1e-3, next_to = 1e-5;

// One component of the Newton step.
double along(double slope, double curvature, const Survey& map) {
  if (is_level(curvature, map) && abs(slope) * map.diagonal <= level_share * map.relief) return 0;
  return slope == 0 ? 0 : slope / curvature;
}

Vec2 slope_of(const Jet& f) { return {f.x, f.y}; }

// Where curvature does not tell: what a circle of 16 points shows. Only a level circle is followed
// by one ten times as large.
Place seen_around(const OwnObjective& f, const Survey& map, Vec2 x, double smallest) {
  const double here = f.value(x);
  for (const double radius : {smallest, 10 * smallest}) {
    const double tolerance = level_share * map.relief * (radius / map.diagonal) + 1e-14 * abs(here);
    bool lower = false, higher = false;
    for (int k = 0; k < 16; ++k) {
      const auto [s, c] = sincos(pi / 8 * k);
      const double there = f.value(x + radius * Vec2{c, s});
      lower = lower || there < here - tolerance;
      higher = higher || there > here + tolerance;
    }
    if (lower && higher) return Place::saddle;
    if (lower || higher) return lower ? Place::maximum : Place::minimum;
  }
  return Place::level;
}

// Whether the loss next to a place rises and falls as the curvature there says. It does not where
// creases meet: each side has a Hessian of its own.
bool is_borne_out(const OwnObjective& f, Vec2 x, const Eigen2& e, double radius) {
  const double here = f.value(x), rounding = 1e-13 * abs(here);
  const auto agrees = [&](Vec2 step, double curvature) {
    const double rise = f.value(x + step) - here;
    return curvature > 0 ? rise >= -rounding : rise <= rounding;
  };
  return agrees(radius * e.low_direction, e.low) && agrees(-radius * e.low_direction, e.low) &&
         agrees(radius * e.high_direction, e.high) && agrees(-radius * e.high_direction, e.high);
}

CriticalPoint told(const OwnObjective& f, const Survey& map, Vec2 x, const Jet& jet) {
  CriticalPoint p{.x = x, .loss = jet.v, .curvature = eigen(jet.xx, jet.xy, jet.yy)};
  const auto [low, high] = std::pair(p.curvature.low, p.curvature.high);
  p.degenerate = is_level(low, map) || is_level(high, map);
  p.cusp = !p.degenerate && !is_borne_out(f, x, p.curvature, next_to * map.diagonal);
  if (p.degenerate || p.cusp)
    p.place = seen_around(f, map, x, (p.cusp ? next_to : around) * map.diagonal);
  else
    p.place = low > 0 ? Place::minimum : high < 0 ? Place::maximum : Place::saddle;
  return p;
}

// H^-1 g where H is positive definite, of a condition plainly below `condition`, and no direction
// is level: no eigenvectors are needed there. The lower eigenvalue is at least determinant / trace.
std::optional<Vec2> step_in_a_bowl(const Jet& f, const Survey& map, double condition) {
  const double determinant = f.xx * f.yy - f.xy * f.xy, trace = f.xx + f.yy;
  if (!(f.xx > 0 && condition * determinant > sq(trace)) || is_level(determinant / trace, map))
    return std::nullopt;
  return Vec2{(f.yy * f.x - f.xy * f.y) / determinant, (f.xx * f.y - f.xy * f.x) / determinant};
}

// Downhill, with curvatures of either sign taken for at least `least` of the larger one.
Vec2 step_down(const Jet& f, const Survey& map, double least) {
  if (const auto step = step_in_a_bowl(f, map, 1 / least)) return *step;
  const Eigen2 e = eigen(f.xx, f.xy, f.yy);
  const double floor = least * max(abs(e.low), abs(e.high));
  return divide(e, slope_of(f), max(abs(e.low), floor), max(abs(e.high), floor));
}

// As critical_point_near, with what is known there.
std::optional<CriticalPoint> critical_point_near(const OwnObjective& f, const Survey& map, Vec2 x,
                                                 Jet here, double reach) {
  const Vec2 begin = x;
  Vec2 step = newton_step(here, map, false);
  for (int i = 0; i < 100; ++i) {
    const Vec2 next = x - step;
    if (!(norm(next - begin) <= reach)) return std::nullopt;
    const Jet there = f.jet(next);
    if (!(norm(slope_of(there)) < norm(slope_of(here)))) break;
    x = next;
    here = there;
    step = newton_step(here, map, false);
  }
  if (!(norm(step) <= 1e-6 * map.diagonal)) return std::nullopt;
  return told(f, map, x, here);
}

// Neither slope nor curvature leads anywhere.
bool is_level_ground(const Jet& f, const Survey& map) {
  return norm(slope_of(f)) * map.diagonal <= level_share * map.relief && is_level(f.xx, map) &&
         is_level(f.xy, map) && is_level(f.yy, map);
}

}  // namespace

bool is_level(double curvature, const Survey& map) {
  return abs(curvature) * map.diagonal * map.diagonal <= level_share * map.relief;
}

Vec2 newton_step(const Jet& f, const Survey& map, bool absolute) {
  if (const auto step = step_in_a_bowl(f, map, 1e4)) return *step;
  const Eigen2 e = eigen(f.xx, f.xy, f.yy);
  const Vec2 g = slope_of(f);
  const double low = absolute ? abs(e.low) : e.low, high = absolute ? abs(e.high) : e.high;
  return along(dot(g, e.low_direction), low, map) * e.low_direction +
         along(dot(g, e.high_direction), high, map) * e.high_direction;
}

std::optional<CriticalPoint> critical_point_near(const OwnObjective& f, const Survey& map, Vec2 x,
                                                 double reach) {
  return critical_point_near(f, map, x, f.jet(x), reach);
}

std::optional<CriticalPoint> valley_below(const OwnObjective& f, const Survey& map, Vec2 x) {
  Jet here = f.jet(x);
  double least = 1e-3;  // the smallest curvature gone by, as a share of the largest
  for (int i = 0; i < 100; ++i) {
    Vec2 step = step_down(here, map, least);
    const double longest = 0.1 * map.diagonal, length = norm(step);
    if (!(length > 1e-9 * map.diagonal)) break;
    if (length > longest) step = (longest / length) * step;
    Jet there = f.jet(x - step);
    int halvings = 0;
    for (double loss = there.v; halvings < 30 && !(loss < here.v); ++halvings) {
      step = 0.5 * step;
      loss = f.value(x - step);
    }
    if (halvings == 30) break;
    if (halvings > 0) there = f.jet(x - step);
    // Along the floor of a bent valley short steps must do; a straight one bears longer ones.
    least = halvings > 0 ? min(1e-3, 10 * least) : max(1e-12, 0.1 * least);
    x = x - step;
    if (!(norm(x - map.domain.center()) <= 1.5 * map.diagonal)) return std::nullopt;
    here = there;
    if (!map.domain.contains(x) && is_level_ground(here, map)) return std::nullopt;
  }
  const auto end = critical_point_near(f, map, x, here, 1e-3 * map.diagonal);
  return end && end->place == Place::minimum ? end : std::nullopt;
}

std::optional<CriticalPoint> bottom_below(const OwnObjective& landscape, const Survey& map,
                                          Vec2 x) {
  if (const auto p = valley_below(landscape, map, x)) return p;
  std::optional<CriticalPoint> nearest;
  for (const Vec2 m : map.minima)
    if ((!nearest || norm(m - x) < norm(nearest->x - x)) && leads_down(landscape, x, m))
      nearest =
          CriticalPoint{.place = Place::minimum, .x = m, .loss = landscape.value(m), .cusp = true};
  return nearest;
}

bool leads_down(const OwnObjective& f, Vec2 x, Vec2 end) {
  constexpr int pieces = 32;
  double before = f.value(x);
  for (int k = 1; k <= pieces; ++k) {
    const double here = f.value(x + (static_cast<double>(k) / pieces) * (end - x));
    if (!(here <= before)) return false;
    before = here;
  }
  return true;
}

}  // namespace fogline
