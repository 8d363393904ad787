// SPDX-License-Identifier: MIT
// The order of precedence, and the inequalities that no rest is needed for.
#include <algorithm>
#include <cmath>

#include "bare_judgement.hpp"
#include "evidence.hpp"
#include "fogline/landscapes/dimension.hpp"
#include "hover.hpp"
#include "sentences.hpp"

namespace fogline {
namespace {

// What a judgement says, before it is put into numbers and words.
struct Opinion {
  Verdict verdict = Verdict::descending;
  Feeling feeling = Feeling::moving;
  std::optional<Rest> rest;
  double valley_loss = 0;       // of a minimum
  std::optional<double> shift;  // of the racer's own minimum from the landscape's
};

double distance_to(const Box& box, Vec2 x) {
  const Vec2 outside{std::max({box.low.x - x.x, 0.0, x.x - box.high.x}),
                     std::max({box.low.y - x.y, 0.0, x.y - box.high.y})};
  return norm(outside);
}

// What lies beyond the budget is none of the race's business, even where it is known.
bool ends(const Walk& t, std::uint32_t step, bool budget_spent) {
  return t.ended() && !t.stopped_early() && step == t.last() && !budget_spent;
}

// A method that returns the best place it has visited is not lost while that is on the map.
bool is_lost(const Case& c) {
  return distance_to(c.map.domain, c.here.x) > c.map.diagonal &&
         c.f.value(c.here.x) > c.f.value(c.t.glimpse(0).x) && !c.map.domain.contains(c.answer.x);
}

// Over up to 200 steps, so that neither a swing nor chance looks like progress.
bool oscillates(const Case& c) {
  const std::uint32_t half = later_half(c.t, c.step, swing_steps);
  if (half < 5 || c.recent.displacement() < 1e-3 * c.map.diagonal) return false;
  if (look_back(c.t, c.f, for_swings(c.step, half)).gets_lower()) return false;
  return is_beyond_somewhere(c);
}

// A curve is held at y = 0 by y^2: what is a saddle of the plane is a top of the curve.
bool is_top_of_curve(const Case& c, const CriticalPoint& at) {
  return dimension(c.t.course().landscape) == 1 && at.place == Place::saddle && !at.degenerate &&
         !at.cusp;
}

void judge_place(const Case& c, const Rest& rest, Opinion& o) {
  switch (is_top_of_curve(c, rest.at) ? Place::maximum : rest.at.place) {
    case Place::minimum: {
      const auto bottom = c.f.is_landscape()
                              ? rest.at
                              : bottom_below(OwnObjective(c.f.landscape()), c.map, rest.at.x);
      o.valley_loss = bottom ? bottom->loss : c.f.landscape().value(rest.at.x);
      if (bottom && !c.f.is_landscape()) o.shift = norm(bottom->x - rest.at.x);
      o.verdict = minimum_verdict(c.map, rest.at.x, bottom);
      o.feeling = Feeling::valley;
      return;
    }
    case Place::saddle:
      o.verdict = Verdict::saddle;
      o.feeling = Feeling::pass;
      return;
    case Place::maximum:
      o.verdict = Verdict::maximum;
      o.feeling = Feeling::top;
      return;
    default:
      o.verdict = Verdict::plateau;
      o.feeling = Feeling::level;
  }
}

void judge_moving(const Case& c, bool budget_spent, Opinion& o) {
  const bool stopped = c.t.stopped_early() && c.step == c.t.last();
  o.feeling = stopped ? Feeling::stopped : budget_spent ? Feeling::spent : Feeling::moving;
  if (is_lost(c)) {
    o.verdict = Verdict::diverged;
    o.feeling = Feeling::lost;
  } else if (oscillates(c)) {
    o.verdict = Verdict::oscillating;
    o.feeling = Feeling::swinging;
  } else if (!c.map.domain.contains(c.here.x) && !c.map.domain.contains(c.answer.x)) {
    o.verdict = Verdict::left_domain;
  } else {
    o.verdict = stopped        ? Verdict::stopped_early
                : budget_spent ? Verdict::budget_spent
                               : Verdict::descending;
  }
}

Opinion opinion_of(const Case& c, bool budget_spent) {
  if (ends(c.t, c.step, budget_spent)) return {Verdict::diverged, Feeling::lost};
  Opinion o{.rest = rest_of(c)};
  if (o.rest && o.rest->hover > 0 && swings_about(c, o.rest->at)) o.rest.reset();
  if (o.rest)
    judge_place(c, *o.rest, o);
  else
    judge_moving(c, budget_spent, o);
  return o;
}

// Only a start can have a loss or slope that is not finite.
bool is_nowhere(const Walk& t, std::uint32_t step) {
  const Glimpse here = t.glimpse(step);
  return !std::isfinite(here.loss) ||
         !std::isfinite(norm(t.gear().at(step).gradient(here.x).gradient));
}

Judgement judge_on(const Survey& map, const Walk& t, std::uint32_t step, bool budget_spent) {
  Judgement j{.global_minima = map.minima.size()};
  if (is_nowhere(t, step)) {
    if (ends(t, step, budget_spent)) {
      j.verdict = Verdict::diverged;
      j.feeling = Feeling::lost;
    }
    j.evidence.place = t.glimpse(step).x;
    describe_nowhere(j);
    return j;
  }
  const Case c(map, t, step);
  const Opinion o = opinion_of(c, budget_spent);
  j.verdict = o.verdict;
  j.feeling = o.feeling;
  j.evidence = evidence_of(c, o.rest ? &*o.rest : nullptr);
  j.evidence.shift = o.shift;
  j.valley_loss = o.valley_loss;
  describe(c, j);
  return j;
}

BareJudgement bare_judgement_on(const Survey& map, const Walk& t, std::uint32_t step,
                                bool budget_spent, SurroundingsMemo* memo) {
  if (is_nowhere(t, step))
    return {ends(t, step, budget_spent) ? Verdict::diverged : Verdict::descending,
            t.glimpse(step).x};
  const Case c(map, t, step, memo);
  const Opinion o = opinion_of(c, budget_spent);
  return {o.verdict, judged_at(c, o.rest ? &*o.rest : nullptr)};
}

bool is_of(const Survey& map, const Walk& t, std::uint32_t step) {
  return !t.gear().drifts || map.time == step;
}

}  // namespace

Judgement judge(const Survey& map, const Walk& t, std::uint32_t step, bool budget_spent) {
  if (is_of(map, t, step)) return judge_on(map, t, step, budget_spent);
  return judge_on(survey(t.course().landscape, step), t, step, budget_spent);
}

BareJudgement bare_judgement(const Survey& map, const Walk& t, std::uint32_t step,
                             bool budget_spent, SurroundingsMemo* memo) {
  if (is_of(map, t, step)) return bare_judgement_on(map, t, step, budget_spent, memo);
  return bare_judgement_on(survey(t.course().landscape, step), t, step, budget_spent, nullptr);
}

Verdict minimum_verdict(const Survey& map, Vec2 x, const std::optional<CriticalPoint>& bottom) {
  // A minimum on the map's edge may be found a rounding beside it.
  const bool on_map = distance_to(map.domain, x) <= 1e-9 * map.diagonal;
  if (!map.lowest) return on_map ? Verdict::lowest_found : Verdict::local_minimum;
  const bool lowest = on_map && bottom && norm(bottom->x - x) < 1e-3 * map.diagonal &&
                      std::abs(bottom->loss - *map.lowest) <= 1e-10 * map.relief;
  return lowest ? Verdict::global_minimum : Verdict::local_minimum;
}

std::vector<std::uint32_t> judged_steps(std::uint32_t step) {
  std::vector<std::uint32_t> steps;
  const auto add = [&](const Retrospect& back) {
    const std::size_t before = steps.size();
    steps.resize(before + back.count());
    back.list(std::span(steps).subspan(before));
  };
  const auto half = [&](std::uint32_t most) { return std::min(step, 2 * most) / 2; };
  add(for_stillness(step, half(still_steps)));
  add(for_swings(step, half(swing_steps)));
  for (std::uint32_t back = half(hover_steps); back >= still_steps; back /= 2)  // as in hover_of
    add(for_hovers(step, back));
  for (const std::uint32_t ago : {0u, 1u, 2u})  // as in exactly_at
    if (ago < step) steps.push_back(step - ago);
  std::ranges::sort(steps);
  steps.erase(std::ranges::unique(steps).begin(), steps.end());
  std::erase(steps, 0u);
  return steps;
}

}  // namespace fogline
