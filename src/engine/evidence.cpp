// SPDX-License-Identifier: MIT
// Measuring where a racer stands.
#include "evidence.hpp"

#include <algorithm>
#include <cmath>

#include "fogline/optimizers/stability.hpp"

namespace fogline {
namespace {

std::optional<double> finite(double v) {
  return std::isfinite(v) ? std::optional(v) : std::nullopt;
}

bool is_finite(const Eigen2& e) { return std::isfinite(e.low) && std::isfinite(e.high); }

// The Hessian with each coordinate measured as the method measures it.
Eigen2 as_divided(const Jet& f, Vec2 by) {
  return eigen(f.xx / by.x, f.xy / std::sqrt(by.x * by.y), f.yy / by.y);
}

Vec2 divisors_of(const Case& c) { return divisors(c.t.gear(), c.t.walker_at(c.step)); }

std::optional<double> rate_of(const Case& c) {
  const auto rate = learning_rate(c.t.course().optimizer);
  return rate ? std::optional(*rate * c.t.rate_factor(c.step)) : std::nullopt;
}

void measure_ground(const Case& c, const Rest* rest, Evidence& e) {
  const Jet f = c.f.jet(e.place);
  e.loss = finite(f.v);
  e.slope = finite(norm({f.x, f.y}));
  e.newton_step = finite(norm(newton_step(f, c.map, true)));
  const Eigen2 curvature = rest && !rest->at.cusp ? rest->at.curvature : eigen(f.xx, f.xy, f.yy);
  if (!is_finite(curvature)) return;
  e.curvature = curvature;
  const double low = std::abs(curvature.low), high = std::abs(curvature.high);
  e.condition = finite(std::max(low, high) / std::min(low, high));
}

void measure_pace(const Case& c, Evidence& e) {
  e.rate = rate_of(c);
  const auto pace = pace_at(c, e.place);
  if (!pace) return;
  e.sharpness = pace->sharpness;
  e.rate_limit = pace->limit;
  const Eigen2 curvature = as_divided(c.f.jet(e.place), divisors_of(c));
  if (const auto best = best_here(c.t.course().optimizer, curvature.low, curvature.high)) {
    e.best_rate = finite(best->rate);
    if (best->momentum) e.best_momentum = finite(*best->momentum);
  }
}

void measure_map(const Case& c, Evidence& e) {
  const double loss = c.f.landscape().value(e.place);
  if (c.map.lowest) e.gap = finite(loss - *c.map.lowest);
  for (const Vec2 m : c.map.minima) {
    const double distance = norm(m - e.place);
    if (e.nearest_distance && *e.nearest_distance <= distance) continue;
    e.nearest_distance = finite(distance);
    e.nearest_gap = finite(loss - c.f.landscape().value(m));
  }
}

}  // namespace

std::optional<Pace> pace_at(const Case& c, Vec2 x) {
  const auto rate = rate_of(c);
  if (!rate || c.step == 0) return std::nullopt;
  const double sharpness = as_divided(c.f.jet(x), divisors_of(c)).high;
  const auto limit = rate_limit(c.t.course().optimizer, sharpness);
  if (!limit || !std::isfinite(*limit)) return std::nullopt;
  return Pace{*rate, sharpness, *limit};
}

bool swings_about(const Case& c, const CriticalPoint& at) {
  if (at.cusp || info(c.t.course().optimizer).normalized) return false;
  const auto pace = pace_at(c, at.x);
  return pace && pace->is_beyond();
}

std::optional<Pace> sharpest_pace(const Case& c) {
  auto sharpest = pace_at(c, c.recent.mean);
  for (const Window::Sample& s : c.recent.samples) {
    const auto pace = pace_at(c, s.x);
    if (pace && (!sharpest || pace->sharpness > sharpest->sharpness)) sharpest = pace;
  }
  return sharpest;
}

bool is_beyond_somewhere(const Case& c) {
  const auto is_beyond = [&](Vec2 x) {
    const auto pace = pace_at(c, x);
    return pace && pace->is_beyond();
  };
  return is_beyond(c.recent.mean) ||
         std::ranges::any_of(c.recent.samples,
                             [&](const Window::Sample& s) { return is_beyond(s.x); });
}

Vec2 judged_at(const Case& c, const Rest* rest) {
  if (rest) return rest->judged;
  return c.returns_best ? c.answer.x : c.recent.best.x;
}

Evidence evidence_of(const Case& c, const Rest* rest) {
  Evidence e{.place = judged_at(c, rest)};
  measure_ground(c, rest, e);
  measure_pace(c, e);
  measure_map(c, e);
  e.window = c.recent.steps();
  e.displacement = finite(c.recent.displacement).value_or(0);
  e.progress = finite(c.recent.fall).value_or(0);
  e.temperature = temperature(c);
  if (!rest) return e;
  e.degenerate = rest->at.degenerate;
  e.cusp = rest->at.cusp;
  if (rest->hover > 0) e.hover = rest->hover;
  if (e.temperature && rest->at.place == Place::minimum)
    e.barrier = surroundings(c, rest->at).ridge;
  return e;
}

}  // namespace fogline
