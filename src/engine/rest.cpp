// SPDX-License-Identifier: MIT
// Lying still, and hovering.
#include "rest.hpp"

#include <algorithm>
#include <cmath>

namespace fogline {
namespace {

constexpr double rest_share = 1e-3;  // of the diagonal: how near is at rest
constexpr double hover_share = 0.1;  // of the diagonal: the widest hover
// What slope and curvature may change the loss by across the map on level ground, as shares of the
// relief. Where a plateau ends the curvature grows first.
constexpr double level_slope = 0.01, level_curvature = 0.1;
constexpr std::uint32_t still_steps = 50, hover_steps = 1000;

double reach(const Case& c) { return rest_share * c.map.diagonal; }

// The nearest listed minimum closer than `radius` and not higher than `x`. At a cusp there is no
// Newton step to tell.
std::optional<CriticalPoint> listed_near(const Case& c, Vec2 x, double radius) {
  std::optional<CriticalPoint> found;
  for (const Vec2 m : c.map.minima) {
    const double distance = norm(m - x);
    if (!(distance < radius) || !(c.f.value(m) <= c.f.value(x))) continue;
    radius = distance;
    found = CriticalPoint{.place = Place::minimum, .x = m, .loss = c.f.value(m), .cusp = true};
  }
  return found;
}

// Slope and curvature would change the loss by little even across the whole map.
bool is_level(const Case& c, Vec2 x) {
  const Jet f = c.f.jet(x);
  const Eigen2 e = eigen(f.xx, f.xy, f.yy);
  const double d = c.map.diagonal, curvature = std::max(std::abs(e.low), std::abs(e.high));
  return norm({f.x, f.y}) * d <= level_slope * c.map.relief &&
         curvature * d * d <= level_curvature * c.map.relief;
}

// The place that a walker rests at which lies still at x.
std::optional<CriticalPoint> place_at(const Case& c, Vec2 x) {
  if (norm(newton_step(c.f.jet(x), c.map, true)) < reach(c))
    if (const auto p = critical_point_near(c.f, c.map, x, reach(c))) return p;
  if (const auto p = listed_near(c, x, reach(c))) return p;
  if (!is_level(c, x)) return std::nullopt;
  const Jet f = c.f.jet(x);
  return CriticalPoint{
      .place = Place::level, .x = x, .loss = f.v, .curvature = eigen(f.xx, f.xy, f.yy)};
}

// The iterates since `samples[first]` stay together, the fewer they are the closer.
bool stays(const Case& c, std::size_t first) {
  const auto& samples = c.recent.samples;
  const double share = static_cast<double>(samples.size() - 1 - first) / still_steps;
  return std::all_of(
      samples.begin() + static_cast<std::ptrdiff_t>(first), samples.end(),
      [&](const Window::Sample& s) { return norm(s.x - samples.back().x) < share * reach(c); });
}

// The recent iterates stay together, or the last half or quarter of them: it has just arrived. The
// first of those that do.
std::optional<std::size_t> still_since(const Case& c) {
  const std::size_t steps = c.recent.steps();
  if (steps < 5) return std::nullopt;
  if (stays(c, 0)) return 0;
  if (steps >= 24 && stays(c, steps / 2)) return steps / 2;
  if (steps >= 48 && stays(c, steps - steps / 4)) return steps - steps / 4;
  return std::nullopt;
}

std::optional<Rest> stillness_of(const Case& c) {
  const auto first = still_since(c);
  if (!first) return std::nullopt;
  const auto& samples = c.recent.samples;
  const auto best = std::min_element(
      samples.begin() + static_cast<std::ptrdiff_t>(*first), samples.end(),
      [](const Window::Sample& a, const Window::Sample& b) { return a.loss < b.loss; });
  const auto p = place_at(c, best->x);
  return p ? std::optional(Rest{*p, best->x}) : std::nullopt;
}

bool is_lowest(const Case& c, const CriticalPoint& p) {
  return p.place == Place::minimum && c.map.lowest &&
         c.f.landscape().value(p.x) <= *c.map.lowest + 1e-10 * c.map.relief;
}

// The valley that a place belongs to: downhill of it, or the cusp it slopes to.
std::optional<CriticalPoint> valley_of(const Case& c, Vec2 x) {
  if (const auto p = valley_below(c.f, c.map, x)) return p;
  const auto p = listed_near(c, x, hover_share * c.map.diagonal);
  return p && leads_down(c.f, x, p->x) ? p : std::nullopt;
}

// Rings and lines of minima are one valley.
bool same_valley(const Case& c, const CriticalPoint& a, const CriticalPoint& b) {
  if (norm(a.x - b.x) < reach(c)) return true;
  return a.degenerate && b.degenerate && std::abs(a.loss - b.loss) <= 1e-9 * c.map.relief;
}

bool all_in_valley(const Case& c, const Window& w, const CriticalPoint& valley) {
  constexpr std::size_t looked_at = 12;
  const std::size_t every = std::max<std::size_t>(1, w.samples.size() / looked_at);
  const auto is_in = [&](Vec2 x) {
    const auto p = valley_of(c, x);
    return p && same_valley(c, *p, valley);
  };
  for (std::size_t i = 0; i < w.samples.size(); i += every)
    if (!is_in(w.samples[i].x)) return false;
  return is_in(w.mean);
}

// The last `steps` steps as a hover.
std::optional<Rest> hover_of(const Case& c, std::uint32_t steps) {
  const Window w = look_back(c.t, c.f, c.step - steps, c.step, still_steps);
  const double d = c.map.diagonal;
  if (w.reach > hover_share * d || norm(w.drift) > w.spread || w.falls()) return std::nullopt;
  const auto valley = valley_of(c, w.best.x);
  if (!valley || !all_in_valley(c, w, *valley)) return std::nullopt;
  // Frozen on a slope a method that returns its best is still trapped, but not at the lowest place.
  const double off = norm(valley->x - w.mean);
  const bool about_it = off <= 2 * w.spread + reach(c);
  if (!about_it && (!c.returns_best || is_lowest(c, *valley))) return std::nullopt;
  return Rest{*valley, w.best.x, std::max(w.reach, off)};
}

// Over the later half of the walk, or less of it, where it arrived later.
std::optional<Rest> hover_of(const Case& c) {
  const std::uint32_t age = c.step - life_begin(c.t, c.step, 2 * hover_steps);
  for (std::uint32_t steps = age / 2; steps >= still_steps; steps /= 2)
    if (const auto rest = hover_of(c, steps)) return rest;
  return std::nullopt;
}

// Whether the method itself will go elsewhere: a restart to come, or heat enough for the ridge.
bool can_leave(const Case& c, const CriticalPoint& valley) {
  const auto& restarts = c.t.course().axes.restarts;
  if (restarts && restarts->allows_another(c.t.walker_at(c.step).axes.restarts)) return true;
  const auto hot = temperature(c);
  if (!hot || !(*hot > 0)) return false;
  const auto ridge = barrier(c, valley);
  return ridge && *ridge < 10 * *hot;
}

}  // namespace

Case::Case(const Survey& survey, const Trajectory& trajectory, std::uint32_t k)
    : map(survey), t(trajectory), step(k), f(t, k), here(t.at(k)), answer(t.answer(k)) {
  const auto& axes = t.course().axes;
  returns_best =
      fogline::answer(t.course().optimizer) == Answer::best_visited || axes.restarts.has_value();
  random = info(t.course().optimizer).random;
  Axes worn = axes;
  worn.visit([&]<class Axis>(std::optional<Axis>& axis) {
    random = random || (axis && Axis::info.random);
  });
  const std::uint32_t age = step - life_begin(t, step, 2 * still_steps);
  recent = look_back(t, f, step - age / 2, step, still_steps + 1);
}

std::optional<double> temperature(const Case& c) {
  if (!info(c.t.course().optimizer).random) return std::nullopt;
  for (const Mark& mark : c.t.marks(c.step))
    if (mark.name == "temperature" && !mark.values.empty()) return mark.values.front();
  return std::nullopt;
}

std::optional<double> barrier(const Case& c, const CriticalPoint& minimum) {
  std::optional<double> lowest;
  for (int k = 0; k < 16; ++k) {
    const auto [s, cosine] = sincos(pi / 8 * k);
    double top = 0;
    for (double r = 1e-3 * c.map.diagonal;; r *= 1.1) {
      const Vec2 x = minimum.x + r * Vec2{cosine, s};
      if (!c.map.domain.contains(x)) break;
      const double rise = c.f.value(x) - minimum.loss;
      if (rise < 0.9 * top) {
        lowest = std::min(top, lowest.value_or(top));
        break;
      }
      top = std::max(top, rise);
    }
  }
  return lowest;
}

std::optional<Rest> rest_of(const Case& c) {
  if (c.returns_best) {
    const auto p = place_at(c, c.answer.x);
    if (p && is_lowest(c, *p)) return Rest{*p, c.answer.x};
  }
  std::optional<Rest> rest = stillness_of(c);
  if (!rest) rest = hover_of(c);
  if (!rest || can_leave(c, rest->at)) return std::nullopt;
  if (!c.returns_best) return rest;
  // It rests, and returns a place that it was at before.
  const auto valley = valley_of(c, c.answer.x);
  if (!valley || same_valley(c, *valley, rest->at)) return valley ? rest : std::nullopt;
  if (is_lowest(c, *valley)) return std::nullopt;
  return Rest{*valley, c.answer.x, norm(valley->x - c.answer.x)};
}

}  // namespace fogline
