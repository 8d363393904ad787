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

std::optional<double> rate_of(const Case& c) {
  const auto rate = learning_rate(c.t.course().optimizer);
  return rate ? std::optional(*rate * c.t.rate_factor(c.step)) : std::nullopt;
}

// How a racer goes, wherever it is; none if it has made no step or its method tells no limit (it
// tells one at any curvature or at none).
struct Gait {
  double rate = 0;
  Vec2 divisors;
};

std::optional<Gait> gait_of(const Case& c) {
  const auto rate = rate_of(c);
  if (!rate || c.step == 0 || !rate_limit(c.t.course().optimizer, 1)) return std::nullopt;
  return Gait{*rate, divisors(c.t.gear(), c.t.walker_at(c.step))};
}

// None where nothing swings.
std::optional<Pace> pace(const Case& c, const Gait& gait, Vec2 x) {
  const double sharpness = as_divided(c.f.jet(x), gait.divisors).high;
  const auto limit = rate_limit(c.t.course().optimizer, sharpness);
  if (!limit || !std::isfinite(*limit)) return std::nullopt;
  return Pace{gait.rate, sharpness, *limit};
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
  const auto gait = gait_of(c);
  const auto here = gait ? pace(c, *gait, e.place) : std::nullopt;
  if (!here) return;
  e.sharpness = here->sharpness;
  e.rate_limit = here->limit;
  const Eigen2 curvature = as_divided(c.f.jet(e.place), gait->divisors);
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

bool swings_about(const Case& c, const CriticalPoint& at) {
  if (at.cusp || info(c.t.course().optimizer).normalized) return false;
  const auto gait = gait_of(c);
  const auto there = gait ? pace(c, *gait, at.x) : std::nullopt;
  return there && there->is_beyond();
}

std::optional<Pace> sharpest_pace(const Case& c) {
  const auto gait = gait_of(c);
  if (!gait) return std::nullopt;
  auto sharpest = pace(c, *gait, c.recent.mean);
  for (std::size_t i = 0; i < c.recent.samples(); ++i) {
    const auto here = pace(c, *gait, c.recent[i].x);
    if (here && (!sharpest || here->sharpness > sharpest->sharpness)) sharpest = here;
  }
  return sharpest;
}

bool is_beyond_somewhere(const Case& c) {
  const auto gait = gait_of(c);
  if (!gait) return false;
  const auto is_beyond = [&](Vec2 x) {
    const auto here = pace(c, *gait, x);
    return here && here->is_beyond();
  };
  bool found = is_beyond(c.recent.mean);
  for (std::size_t i = 0; !found && i < c.recent.samples(); ++i) found = is_beyond(c.recent[i].x);
  return found;
}

Vec2 judged_at(const Case& c, const Rest* rest) {
  if (rest) return rest->judged;
  return c.returns_best ? c.answer.x : c.recent.best().x;
}

Evidence evidence_of(const Case& c, const Rest* rest) {
  Evidence e{.place = judged_at(c, rest)};
  measure_ground(c, rest, e);
  measure_pace(c, e);
  measure_map(c, e);
  e.window = c.recent.steps();
  e.displacement = finite(c.recent.displacement()).value_or(0);
  e.progress = finite(c.recent.fall()).value_or(0);
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
