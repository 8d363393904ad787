// SPDX-License-Identifier: MIT
// The standings: judgements put in order.
#include "fogline/engine/standing.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <tuple>

#include "race_judge.hpp"

namespace fogline {
namespace {

Standing standing_of(const Experiment& experiment, const Race& race, std::size_t racer,
                     double playhead) {
  Standing s{.racer = racer, .copy = best_copy(race, racer, playhead)};
  const Trajectory& t = race.copies(racer)[s.copy];
  s.step = race.step_at(racer, playhead, s.copy);
  s.here = t.at(s.step);
  s.answer = t.answer(s.step);
  for (std::size_t copy = 0; copy < race.copies(racer).size(); ++copy)
    s.cost += race.copies(racer)[copy].cost(race.step_at(racer, playhead, copy), experiment.prices);
  const auto lowest = race.survey().lowest;
  if (lowest && std::isfinite(s.answer.loss)) s.gap = s.answer.loss - *lowest;
  return s;
}

// A loss that is no number, as at a start far off every map, comes last.
double rankable(double loss) {
  return std::isfinite(loss) ? loss : std::numeric_limits<double>::infinity();
}

// By which the racers on the map are ordered, the lowest first.
std::tuple<bool, double, double> order_of(const Standing& s) {
  return {!s.finish, s.finish ? s.finish->cost : 0, rankable(s.answer.loss)};
}

void add_judgement(Standing& s, const Judgement& judgement, const Experiment& experiment,
                   const Race& race, double playhead) {
  s.judgement = judgement;
  if (!is_lost(s, race.survey().domain)) s.finish = finish(experiment, race, s.racer, playhead);
}

}  // namespace

bool is_lost(Verdict v, Vec2 answer, const Box& map) {
  return v == Verdict::diverged || v == Verdict::left_domain || !map.contains(answer);
}
bool is_lost(const Standing& s, const Box& map) {
  return is_lost(s.judgement.verdict, s.answer.x, map);
}

std::vector<Standing> standings(const Experiment& experiment, const Race& race, double playhead) {
  const std::vector<Judgement> judgements = judge_all(experiment, race, playhead);
  std::vector<Standing> all;
  for (std::size_t i = 0; i < race.size(); ++i) {
    all.push_back(standing_of(experiment, race, i, playhead));
    add_judgement(all.back(), judgements[i], experiment, race, playhead);
  }
  // On the map before off it, then the order of the list.
  const Box& map = race.survey().domain;
  const auto is_ahead = [&](const Standing& a, const Standing& b) {
    if (is_lost(a, map) != is_lost(b, map)) return is_lost(b, map);
    return order_of(a) < order_of(b);
  };
  std::stable_sort(all.begin(), all.end(), is_ahead);
  for (std::size_t i = 0; i < all.size(); ++i)
    all[i].rank =
        i > 0 && !is_ahead(all[i - 1], all[i]) ? all[i - 1].rank : static_cast<int>(i) + 1;
  return all;
}

Standing standing(const Experiment& experiment, const Race& race, std::size_t racer,
                  double playhead) {
  Standing s = standing_of(experiment, race, racer, playhead);
  add_judgement(s, judge(experiment, race, racer, playhead), experiment, race, playhead);
  return s;
}

}  // namespace fogline
