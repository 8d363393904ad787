// SPDX-License-Identifier: MIT
// Rest at a minimum, told by the least that can tell it.
#include "resting.hpp"

#include <cmath>

#include "bare_judgement.hpp"
#include "fogline/core/elementary.hpp"

namespace fogline {

std::optional<std::uint32_t> ValleyBook::known_near(Vec2 x, double radius) const {
  if (latest_ < valleys.size() && norm(valleys[latest_].x - x) < radius) return latest_;
  const std::uint32_t number = places_.lowest_near(x, radius);
  return number == PlaceIndex::none ? std::nullopt : std::optional(number);
}

// Along rings and next to kinks nothing counts as alike: there Newton's method decides.
ValleyBook::Bottom::Bottom(const CriticalPoint& p) {
  const auto& [low, high, u, v] = p.curvature;
  xx = low * u.x * u.x + high * v.x * v.x;
  xy = low * u.x * u.y + high * v.x * v.y;
  yy = low * u.y * u.y + high * v.y * v.y;
  if (!p.degenerate && !p.cusp) tolerance = 0.5 * low;
}

bool ValleyBook::Bottom::curves_like(const Jet& f) const {
  return sq(f.xx - xx) + 2 * sq(f.xy - xy) + sq(f.yy - yy) < sq(tolerance);
}

// A known minimum near the place that Newton's method steps to needs no further step where the
// curvature hardly changes on the way.
std::optional<Arrival> ValleyBook::resting_on_the_landscape(Vec2 x) {
  const Jet here = f_.jet(x);
  const Vec2 step = newton_step(here, map_, true);
  if (!(norm(step) < reach())) return std::nullopt;
  // Where all directions rise the absolute Hessian is the Hessian itself.
  const bool rises = here.xx > 0 && here.xx * here.yy > sq(here.xy);
  const auto known = known_near(x - (rises ? step : newton_step(here, map_, false)), 0.5 * reach());
  if (known && norm(valleys[*known].x - x) < reach() && bottoms_[*known].curves_like(here)) {
    latest_ = *known;
    return Arrival{*known, valleys[*known].verdict, valleys[*known].x, false};
  }
  const auto p = critical_point_near(f_, map_, x, reach());
  if (!p || p->place != Place::minimum) return std::nullopt;
  return Arrival{number_of(*p), minimum_verdict(map_, p->x, p), p->x, p->degenerate};
}

std::optional<Arrival> ValleyBook::resting_at(const OwnObjective& own, Vec2 x) {
  if (own.is_landscape()) return resting_on_the_landscape(x);
  if (!(norm(newton_step(own.jet(x), map_, true)) < reach())) return std::nullopt;
  const auto p = critical_point_near(own, map_, x, reach());
  if (!p || p->place != Place::minimum) return std::nullopt;
  const auto bottom = bottom_below(f_, map_, p->x);
  if (!bottom) return std::nullopt;
  const Verdict verdict = minimum_verdict(map_, p->x, bottom);
  // Who follows a minimum that moves towards the landscape's must be called the same there.
  if (own.moves() && verdict != minimum_verdict(map_, bottom->x, bottom)) return std::nullopt;
  return Arrival{number_of(*bottom), verdict, bottom->x, bottom->degenerate};
}

std::uint32_t ValleyBook::number_of(const CriticalPoint& p) {
  if (const auto known = known_near(p.x, reach())) return latest_ = *known;
  const double loss = f_.value(p.x);
  for (std::uint32_t i = 0; p.degenerate && i < valleys.size(); ++i)
    if (valleys[i].connected && std::abs(valleys[i].loss - loss) <= 1e-9 * map_.relief)
      return latest_ = i;
  latest_ = static_cast<std::uint32_t>(valleys.size());
  valleys.push_back({p.x, loss, p.degenerate, minimum_verdict(map_, p.x, p)});
  bottoms_.emplace_back(p);
  places_.add(p.x, latest_);
  return latest_;
}

bool ValleyBook::rises_around(Vec2 minimum, double as_far_as) const {
  const Jet f = f_.jet(minimum);
  const double rounding = 1e-14 * (map_.relief + abs(f.v));
  const auto rises = [&](Vec2 direction) {
    double before = f.v;
    for (double r = reach();; r *= 2) {
      const double here = f_.value(minimum + r * direction);
      if (!(here > before + rounding)) return false;
      if (r >= as_far_as) return true;
      before = here;
    }
  };
  const Vec2 along = eigen(f.xx, f.xy, f.yy).low_direction, across{-along.y, along.x};
  return rises(along) && rises(-1 * along) && rises(across) && rises(-1 * across);
}

// Of a ring or line each walker's own place tells, not the one that was found first.
bool ValleyBook::holds(const Arrival& at, double unrest) {
  if (at.degenerate) return rises_around(at.minimum, unrest);
  std::optional<bool>& known = bottoms_[at.valley].holds;
  if (!known) known = rises_around(at.minimum, unrest);
  return *known;
}

std::optional<std::uint32_t> ValleyBook::below(Vec2 x) {
  const auto p = bottom_below(f_, map_, x);
  return p ? std::optional(number_of(*p)) : std::nullopt;
}

Course course_of(const BasinSetting& s, std::size_t pixel) {
  return {s.landscape,    s.optimizer, s.axes,
          s.start(pixel), s.seed,      static_cast<std::uint32_t>(pixel)};
}

PixelEnd judged_end(const TileTask& task, const Walk& walk, ValleyBook& book,
                    SurroundingsMemo& memo) {
  const std::uint32_t step = walk.last();
  const BareJudgement found =
      bare_judgement(task.map, walk, step, step == task.setting.steps, &memo);
  const Glimpse answer = walk.glimpse_of_answer(step);
  PixelEnd end{answer.x, answer.loss, step, PixelEnd::no_valley, found.verdict};
  const bool rests = fate(found.verdict) == Fate::good || found.verdict == Verdict::local_minimum;
  if (!rests && fate(found.verdict) != Fate::moving) return end;
  if (!is_finite(answer.x) || !std::isfinite(answer.loss)) return end;
  const auto valley = book.below(rests ? found.place : answer.x);
  if (valley) end.valley = *valley;
  return end;
}

}  // namespace fogline
