// SPDX-License-Identifier: MIT
// Levenberg and Marquardt's method in the eigenvectors of the Hessian, and kinks told by how the
// slope shrinks towards them.
#include "critical_root.hpp"

#include <algorithm>
#include <cmath>

#include "critical_point.hpp"
#include "fogline/core/elementary.hpp"

namespace fogline {
namespace {

constexpr double damping = 1e-11;   // of the larger eigenvalue
constexpr double vanishing = 1e-9;  // an eigenvalue is about 0: of the larger one
constexpr double rounding = 1e-14;  // of slope, over curvature and distance from the origin
constexpr double nearby = 1e-6;     // of the diagonal: where kinks are looked for

Vec2 slope_of(const Jet& f) { return {f.x, f.y}; }
double slope(const Jet& f) { return norm(slope_of(f)); }

double steepest(const Eigen2& e) { return max(abs(e.low), abs(e.high)); }

// (H^2 + mu I)^-1 H g.
Vec2 damped_step(const Jet& f) {
  const Eigen2 e = eigen(f.xx, f.xy, f.yy);
  const double largest = steepest(e);
  if (!(largest > 0)) return {};
  const double mu = damping * damping;
  const auto along = [&](double curvature, Vec2 direction) {
    const double share = curvature / largest;
    return (dot(slope_of(f), direction) / largest * share / (share * share + mu)) * direction;
  };
  return along(e.low, e.low_direction) + along(e.high, e.high_direction);
}

bool is_level_at(const Jet& f, const Survey& map, Vec2 x) {
  const double curvature = steepest(eigen(f.xx, f.xy, f.yy));
  const double rounded = rounding * curvature * (norm(x) + map.diagonal);
  return slope(f) <= std::max(level_slope(map), rounded);
}

// Goes one step on, shortened until the slope is less; false where no step helps, or hardly.
bool improve(const Evaluator& f, const Survey& map, Vec2& x, Jet& here, double longest,
             std::size_t& jets) {
  Vec2 step = damped_step(here);
  if (const double length = norm(step); length > longest) step = (longest / length) * step;
  const double smallest = 1e-12 * (map.diagonal + norm(x)), before = slope(here);
  for (int i = 0; i < 12; ++i) {
    const Jet there = f.jet(x - step);
    ++jets;
    if (slope(there) < before) {
      x = x - step;
      here = there;
      return slope(here) < 0.98 * before;
    }
    if (norm(step) <= smallest) return false;
    step = 0.25 * step;
  }
  return false;
}

// Of the slope along unit vector `d` at x: infinite where it shrinks slower than the distance does.
double curvature_along(const Evaluator& f, const Survey& map, Vec2 x, Vec2 d, double smooth) {
  const double far = nearby * map.diagonal, near = far / 16;
  const auto rise = [&](double r) {
    return 0.5 * (dot(f.gradient(x + r * d).gradient, d) - dot(f.gradient(x - r * d).gradient, d));
  };
  const double there = rise(far), here = rise(near);
  const double floor = 10 * level_slope(map);
  if (!(abs(here) > abs(there) / 6 && abs(here) > floor)) return smooth;
  return here < 0 ? -HUGE_VAL : HUGE_VAL;
}

}  // namespace

double level_slope(const Survey& map) { return 1e-10 * map.relief / map.diagonal; }

CriticalRoot root_at(const Evaluator& f, const Survey& map, Vec2 x) {
  const Jet j = f.jet(x);
  const double xx = curvature_along(f, map, x, {1, 0}, j.xx);
  const double yy = curvature_along(f, map, x, {0, 1}, j.yy);
  const bool kink = !std::isfinite(xx) || !std::isfinite(yy);
  return {.x = x, .value = j.v, .curvature = eigen(xx, kink ? 0 : j.xy, yy)};
}

std::optional<CriticalRoot> critical_root(const Evaluator& f, const Survey& map, Vec2 x,
                                          double reach, std::size_t& jets) {
  const Vec2 begin = x;
  Jet here = f.jet(x);
  if (!std::isfinite(slope(here))) return std::nullopt;
  for (int i = 0; i < 100 && slope(here) > 0; ++i) {
    if (!improve(f, map, x, here, reach / 2, jets)) break;
    if (!(norm(x - begin) <= reach)) return std::nullopt;
  }
  if (!is_level_at(here, map, x)) return std::nullopt;
  return root_at(f, map, x);
}

CriticalKind kind_of(const Eigen2& e, const Survey& map) {
  const auto vanishes = [&](double curvature) {
    return abs(curvature) <= vanishing * steepest(e) || is_level(curvature, map);
  };
  if (!std::isfinite(e.low) || !std::isfinite(e.high) || vanishes(e.low) || vanishes(e.high))
    return CriticalKind::degenerate;
  if (e.low > 0) return CriticalKind::minimum;
  return e.high < 0 ? CriticalKind::maximum : CriticalKind::saddle;
}

}  // namespace fogline
