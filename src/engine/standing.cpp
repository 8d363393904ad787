// SPDX-License-Identifier: MIT
// The inequalities behind the states, and the order of the standings.
#include "fogline/engine/standing.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "fogline/core/symmetric2.hpp"
#include "fogline/core/text.hpp"

namespace fogline {
namespace {

constexpr std::uint32_t window = 50;  // steps
constexpr double rest_share = 1e-3;   // of the domain's diagonal

double distance_to(const Box& box, Vec2 x) {
  const Vec2 outside{std::max({box.low.x - x.x, 0.0, x.x - box.high.x}),
                     std::max({box.low.y - x.y, 0.0, x.y - box.high.y})};
  return norm(outside);
}

bool stays_near(const Trajectory& t, std::uint32_t step, double radius) {
  if (step < window) return false;
  const Vec2 x = t.at(step).x;
  for (std::uint32_t k = step - window; k < step; ++k)
    if (!(norm(t.at(k).x - x) < radius)) return false;
  return true;
}

bool is_at_rest(const Trajectory& t, std::uint32_t step) {
  const Landscape& landscape = t.course().landscape;
  const double radius = rest_share * domain(landscape).diagonal();
  if (!stays_near(t, step, radius)) return false;
  const Vec2 x = t.at(step).x;
  const Evaluator f = evaluator(landscape);
  if (norm(absolute_newton_step(f.jet(x))) < radius) return true;
  const auto listed = minima(landscape);
  return std::any_of(listed.begin(), listed.end(), [&](Vec2 m) { return norm(m - x) < radius; });
}

// Whether the racer made its last step because there was nothing left to pay another with. A walk
// that ended before is none of those, though the playhead is past the budget.
bool has_spent(const Budget& budget, const Trajectory& t, std::uint32_t step, double playhead) {
  if (budget.unit == Unit::steps) return step >= budget.amount;
  return playhead >= budget.amount && !(t.ended() && step == t.last());
}

// What lies beyond the budget is none of the race's business, even where it is known.
bool has_diverged(const Trajectory& t, std::uint32_t step, bool budget_spent) {
  if (t.ended() && !t.stopped_early() && step == t.last() && !budget_spent) return true;
  const Iterate here = t.at(step);
  const Box box = domain(t.course().landscape);
  return distance_to(box, here.x) > box.diagonal() && here.loss > t.at(0).loss;
}

std::string sentence(const Trajectory& t, const Standing& s) {
  const auto text = [](double v) { return number_text(v, 4); };
  if (!std::isfinite(s.here.loss) || !std::isfinite(s.here.gradient_norm))
    return "The loss at the start is not a finite number; start nearer to the map.";
  const std::string at = "At step " + std::to_string(s.step) + ": loss " + text(s.here.loss) +
                         ", slope " + text(s.here.gradient_norm);
  switch (s.verdict) {
    case Verdict::diverged:
      return at + (t.ended() && s.step == t.last()
                       ? "; the next step is not a finite number."
                       : "; far off the map and higher than the start.");
    case Verdict::stopped_moving:
      return at + "; no move of more than a thousandth of the map in the last 50 steps.";
    case Verdict::left_domain:
      return at + "; outside the map.";
    case Verdict::budget_spent:
      return at + "; still moving when the budget was spent.";
    default:
      return at + ".";
  }
}

Standing standing_of(const Experiment& experiment, const Race& race, std::size_t racer,
                     double playhead) {
  const Trajectory& t = race[racer];
  Standing s{.racer = racer, .step = race.step_at(racer, playhead)};
  s.here = t.at(s.step);
  s.answer = t.answer(s.step);
  s.cost = t.cost(s.step, experiment.prices);
  const auto best = best_known_loss(experiment.landscape);
  if (best && std::isfinite(s.answer.loss)) s.gap = s.answer.loss - *best;
  s.verdict = verdict_of(t, s.step, has_spent(experiment.budget, t, s.step, playhead));
  s.evidence = sentence(t, s);
  return s;
}

bool is_off(const Standing& s) {
  return s.verdict == Verdict::diverged || s.verdict == Verdict::left_domain;
}

// A loss that is no number, as at a start far off every map, comes last.
double rankable(double loss) {
  return std::isfinite(loss) ? loss : std::numeric_limits<double>::infinity();
}

// Sorts before: on the map before off it, then the lower answer, then the order of the list.
bool is_ahead(const Standing& a, const Standing& b) {
  if (is_off(a) != is_off(b)) return is_off(b);
  return rankable(a.answer.loss) < rankable(b.answer.loss);
}

}  // namespace

std::string_view word(Verdict verdict) {
  constexpr std::string_view words[] = {"descending", "stopped moving", "diverged", "left the map",
                                        "budget spent"};
  return words[static_cast<std::size_t>(verdict)];
}

std::string_view id(Verdict verdict) {
  constexpr std::string_view ids[] = {"descending", "stopped_moving", "diverged", "left_domain",
                                      "budget_spent"};
  return ids[static_cast<std::size_t>(verdict)];
}

Verdict verdict_of(const Trajectory& t, std::uint32_t step, bool budget_spent) {
  if (has_diverged(t, step, budget_spent)) return Verdict::diverged;
  if (is_at_rest(t, step)) return Verdict::stopped_moving;
  if (!domain(t.course().landscape).contains(t.at(step).x)) return Verdict::left_domain;
  return budget_spent ? Verdict::budget_spent : Verdict::descending;
}

std::vector<Standing> standings(const Experiment& experiment, const Race& race, double playhead) {
  std::vector<Standing> all;
  for (std::size_t i = 0; i < race.size(); ++i)
    all.push_back(standing_of(experiment, race, i, playhead));
  std::stable_sort(all.begin(), all.end(), is_ahead);
  for (std::size_t i = 0; i < all.size(); ++i)
    all[i].rank =
        i > 0 && !is_ahead(all[i - 1], all[i]) ? all[i - 1].rank : static_cast<int>(i) + 1;
  return all;
}

}  // namespace fogline
