// SPDX-License-Identifier: MIT
// The order of precedence, and the inequalities that no rest is needed for.
#include <algorithm>
#include <cmath>

#include "evidence.hpp"
#include "fogline/landscapes/dimension.hpp"
#include "sentences.hpp"

namespace fogline {
namespace {

double distance_to(const Box& box, Vec2 x) {
  const Vec2 outside{std::max({box.low.x - x.x, 0.0, x.x - box.high.x}),
                     std::max({box.low.y - x.y, 0.0, x.y - box.high.y})};
  return norm(outside);
}

// What lies beyond the budget is none of the race's business, even where it is known.
bool ends(const Trajectory& t, std::uint32_t step, bool budget_spent) {
  return t.ended() && !t.stopped_early() && step == t.last() && !budget_spent;
}

// A method that returns the best place it has visited is not lost while that is on the map.
bool is_lost(const Case& c) {
  return distance_to(c.map.domain, c.here.x) > c.map.diagonal &&
         c.f.value(c.here.x) > c.f.value(c.t.at(0).x) && !c.map.domain.contains(c.answer.x);
}

// A method whose steps do not follow the slope's size hovers at its limit wherever it is.
bool swings_about(const Case& c, const Rest& rest) {
  if (rest.hover == 0 || rest.at.cusp || info(c.t.course().optimizer).normalized) return false;
  const auto pace = pace_at(c, rest.at.x);
  return pace && pace->is_beyond();
}

// Over up to 200 steps, so that neither a swing nor chance looks like progress.
bool oscillates(const Case& c) {
  const std::uint32_t age = c.step - life_begin(c.t, c.step, 400);
  if (age < 10 || c.recent.displacement < 1e-3 * c.map.diagonal) return false;
  if (look_back(c.t, c.f, c.step - age / 2, c.step, 201).gets_lower()) return false;
  const auto pace = sharpest_pace(c);
  return pace && pace->is_beyond();
}

struct Bottom {
  double loss = 0;   // the landscape's
  double shift = 0;  // of the racer's own minimum from it
};

// The landscape's minimum below a place where a racer rests.
std::optional<Bottom> bottom_below(const Case& c, const CriticalPoint& at) {
  const OwnObjective landscape(c.f.landscape());
  if (c.f.is_landscape()) return Bottom{at.loss, 0};
  if (const auto p = valley_below(landscape, c.map, at.x))
    return Bottom{p->loss, norm(p->x - at.x)};
  std::optional<Bottom> nearest;
  for (const Vec2 m : c.map.minima) {
    const double shift = norm(m - at.x);
    if ((!nearest || shift < nearest->shift) && leads_down(landscape, at.x, m))
      nearest = Bottom{landscape.value(m), shift};
  }
  return nearest;
}

// Of a minimum; where none is known it is the lowest that this racer has found.
Verdict minimum_verdict(const Case& c, const Rest& rest, Judgement& j) {
  const auto bottom = bottom_below(c, rest.at);
  j.valley_loss = bottom ? bottom->loss : c.f.landscape().value(rest.at.x);
  if (bottom && !c.f.is_landscape()) j.evidence.shift = bottom->shift;
  // A minimum on the map's edge may be found a rounding beside it.
  const bool on_map = distance_to(c.map.domain, rest.at.x) <= 1e-9 * c.map.diagonal;
  if (!c.map.lowest) return on_map ? Verdict::lowest_found : Verdict::local_minimum;
  const bool lowest =
      bottom && on_map && std::abs(bottom->loss - *c.map.lowest) <= 1e-10 * c.map.relief;
  return lowest && bottom->shift < 1e-3 * c.map.diagonal ? Verdict::global_minimum
                                                         : Verdict::local_minimum;
}

// A curve is held at y = 0 by y^2: what is a saddle of the plane is a top of the curve.
bool is_top_of_curve(const Case& c, const CriticalPoint& at) {
  return dimension(c.t.course().landscape) == 1 && at.place == Place::saddle && !at.degenerate &&
         !at.cusp;
}

void judge_place(const Case& c, const Rest& rest, Judgement& j) {
  switch (is_top_of_curve(c, rest.at) ? Place::maximum : rest.at.place) {
    case Place::minimum:
      j.verdict = minimum_verdict(c, rest, j);
      j.feeling = Feeling::valley;
      return;
    case Place::saddle:
      j.verdict = Verdict::saddle;
      j.feeling = Feeling::pass;
      return;
    case Place::maximum:
      j.verdict = Verdict::maximum;
      j.feeling = Feeling::top;
      return;
    default:
      j.verdict = Verdict::plateau;
      j.feeling = Feeling::level;
  }
}

void judge_moving(const Case& c, bool budget_spent, Judgement& j) {
  const bool stopped = c.t.stopped_early() && c.step == c.t.last();
  j.feeling = stopped ? Feeling::stopped : budget_spent ? Feeling::spent : Feeling::moving;
  if (is_lost(c)) {
    j.verdict = Verdict::diverged;
    j.feeling = Feeling::lost;
  } else if (oscillates(c)) {
    j.verdict = Verdict::oscillating;
    j.feeling = Feeling::swinging;
  } else if (!c.map.domain.contains(c.here.x) && !c.map.domain.contains(c.answer.x)) {
    j.verdict = Verdict::left_domain;
  } else {
    j.verdict = stopped        ? Verdict::stopped_early
                : budget_spent ? Verdict::budget_spent
                               : Verdict::descending;
  }
}

Judgement judge_on(const Survey& map, const Trajectory& t, std::uint32_t step, bool budget_spent) {
  Judgement j{.global_minima = map.minima.size()};
  const Iterate here = t.at(step);
  if (ends(t, step, budget_spent)) {
    j.verdict = Verdict::diverged;
    j.feeling = Feeling::lost;
    j.evidence.place = here.x;
  }
  if (!std::isfinite(here.loss) || !std::isfinite(here.gradient_norm)) {
    describe_nowhere(j);
    return j;
  }
  const Case c(map, t, step);
  auto rest = j.verdict == Verdict::diverged ? std::nullopt : rest_of(c);
  if (rest && swings_about(c, *rest)) rest.reset();
  j.evidence = evidence_of(c, rest ? &*rest : nullptr);
  if (rest)
    judge_place(c, *rest, j);
  else if (j.verdict != Verdict::diverged)
    judge_moving(c, budget_spent, j);
  describe(c, j);
  return j;
}

}  // namespace

Judgement judge(const Survey& map, const Trajectory& t, std::uint32_t step, bool budget_spent) {
  if (!t.gear().drifts) return judge_on(map, t, step, budget_spent);
  return judge_on(survey(t.course().landscape, step), t, step, budget_spent);
}

}  // namespace fogline
