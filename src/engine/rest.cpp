// SPDX-License-Identifier: MIT
// Lying still, and what of several reasons to be at a place counts.
#include "rest.hpp"

#include <algorithm>
#include <cmath>

#include "hover.hpp"
#include "valley.hpp"

namespace fogline {
namespace {

// What slope and curvature may change the loss by across the map on level ground, as shares of the
// relief. Where a plateau ends the curvature grows first.
constexpr double level_slope = 0.01, level_curvature = 0.1;
constexpr double exact_share = 1e-9;  // of the diagonal: how far is no distance at all

// Slope and curvature would change the loss by little even across the whole map.
bool is_level(const Case& c, Vec2 x) {
  const Jet f = c.f.jet(x);
  const Eigen2 e = eigen(f.xx, f.xy, f.yy);
  const double d = c.map.diagonal, curvature = std::max(std::abs(e.low), std::abs(e.high));
  return norm({f.x, f.y}) * d <= level_slope * c.map.relief &&
         curvature * d * d <= level_curvature * c.map.relief;
}

// The critical point of a place from which the Newton step of the absolute Hessian is short. In a
// bent valley the slope grows on the way there, and Newton's method must be kept going downhill.
std::optional<CriticalPoint> critical_point_at(const Case& c, Vec2 x) {
  if (!(norm(newton_step(c.f.jet(x), c.map, true)) < reach(c))) return std::nullopt;
  if (const auto p = critical_point_near(c.f, c.map, x, reach(c))) return p;
  const auto p = valley_below(c.f, c.map, x);
  return p && norm(p->x - x) < reach(c) ? p : std::nullopt;
}

// The place that a walker rests at which lies still at x.
std::optional<CriticalPoint> place_at(const Case& c, Vec2 x) {
  if (const auto p = critical_point_at(c, x)) return p;
  if (const auto p = listed_near(c, x, reach(c))) return p;
  if (!is_level(c, x)) return std::nullopt;
  const Jet f = c.f.jet(x);
  return CriticalPoint{
      .place = Place::level, .x = x, .loss = f.v, .curvature = eigen(f.xx, f.xy, f.yy)};
}

// The iterates since sample number `first` stay together, the fewer they are the closer.
bool stays(const Case& c, std::size_t first) {
  const Window& w = c.recent;
  const std::size_t last = w.samples() - 1;
  const double share = static_cast<double>(last - first) / still_steps;
  for (std::size_t i = first; i <= last; ++i)
    if (!(norm(w[i].x - w[last].x) < share * reach(c))) return false;
  return true;
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
  const Vec2 best = c.recent.lowest_since(*first).x;
  const auto p = place_at(c, best);
  return p ? std::optional(Rest{*p, best}) : std::nullopt;
}

// Neither its last two steps nor the Newton step lead anywhere at all: it need not go on to show
// that it rests. Not where curvature cannot tell.
std::optional<Rest> exactly_at(const Case& c) {
  if (c.random || c.step < life_begin(c.t, c.step, 3) + 2) return std::nullopt;
  const double nowhere = exact_share * c.map.diagonal;
  for (const std::uint32_t k : {1u, 2u})
    if (!(norm(c.t.glimpse(c.step - k).x - c.here.x) <= nowhere)) return std::nullopt;
  if (!(norm(newton_step(c.f.jet(c.here.x), c.map, true)) <= nowhere)) return std::nullopt;
  const auto p = critical_point_near(c.f, c.map, c.here.x, reach(c));
  return p && !p->degenerate ? std::optional(Rest{*p, c.here.x}) : std::nullopt;
}

// It moves, at one loss and by short steps, along a ring or line of minima: Newton's method is
// thrown along them by the last bit of a slope.
std::optional<Rest> along_minima(const Case& c) {
  const Window& w = c.recent;
  if (w.samples() < 6 || w.reach() > hover_share * c.map.diagonal) return std::nullopt;
  const Vec2 best = w.best().x;
  const auto p = critical_point_at(c, best);
  if (!p || p->place != Place::minimum || !p->degenerate) return std::nullopt;
  for (std::size_t i = 1; i < w.samples(); ++i) {
    if (!(w[i].loss <= p->loss + 1e-9 * c.map.relief)) return std::nullopt;
    if (!(norm(w[i].x - w[i - 1].x) < reach(c))) return std::nullopt;
  }
  return Rest{*p, best, w.reach()};
}

// Whether the method itself will go elsewhere: a restart to come, or heat enough for the ridge.
bool can_leave(const Case& c, const CriticalPoint& valley) {
  const auto& restarts = c.t.course().axes.restarts;
  if (restarts && restarts->allows_another(c.t.walker_at(c.step).axes.restarts)) return true;
  const auto hot = temperature(c);
  if (!hot || !(*hot > 0)) return false;
  const auto ridge = surroundings(c, valley).ridge;
  return ridge && *ridge < 10 * *hot;
}

}  // namespace

Case::Case(const Survey& survey, const Walk& walk, std::uint32_t k, SurroundingsMemo* known)
    : map(survey),
      t(walk),
      step(k),
      f(t, k),
      here(t.glimpse(k)),
      answer(t.glimpse_of_answer(k)),
      recent(look_back(t, f, for_stillness(k, later_half(t, k, still_steps)))),
      memo(known) {
  const auto& axes = t.course().axes;
  returns_best =
      fogline::answer(t.course().optimizer) == Answer::best_visited || axes.restarts.has_value();
  random = info(t.course().optimizer).random;
  Axes worn = axes;
  worn.visit([&]<class Axis>(std::optional<Axis>& axis) {
    random = random || (axis && Axis::info.random);
  });
}

std::optional<double> temperature(const Case& c) {
  if (!info(c.t.course().optimizer).random) return std::nullopt;
  for (const Mark& mark : c.t.marks(c.step))
    if (mark.name == "temperature" && !mark.values.empty()) return mark.values.front();
  return std::nullopt;
}

Surroundings surroundings(const Case& c, const CriticalPoint& minimum) {
  return c.memo && c.f.is_recorded() ? c.memo->at(c.f, c.map, minimum.x)
                                     : surroundings(c.f, c.map, minimum.x);
}

std::optional<Rest> rest_of(const Case& c) {
  if (c.returns_best) {
    const auto p = place_at(c, c.answer.x);
    if (p && is_lowest(c, *p)) return Rest{*p, c.answer.x};
  }
  std::optional<Rest> rest = exactly_at(c);
  for (const auto other : {stillness_of, along_minima, hover_of})
    if (!rest) rest = other(c);
  if (!rest || can_leave(c, rest->at)) return std::nullopt;
  if (!c.returns_best) return rest;
  // It rests, and returns a place that it was at before.
  const auto valley = valley_of(c, c.answer.x);
  if (!valley || same_valley(c, *valley, rest->at)) return valley ? rest : std::nullopt;
  if (is_lowest(c, *valley)) return std::nullopt;
  return Rest{*valley, c.answer.x, norm(valley->x - c.answer.x)};
}

}  // namespace fogline
