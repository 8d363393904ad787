// SPDX-License-Identifier: MIT
// The standings: judgements put in order.
#include "fogline/engine/standing.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

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

bool is_off(const Standing& s, const Box& map) {
  const Verdict v = s.judgement.verdict;
  return v == Verdict::diverged || v == Verdict::left_domain || !map.contains(s.answer.x);
}

// A loss that is no number, as at a start far off every map, comes last.
double rankable(double loss) {
  return std::isfinite(loss) ? loss : std::numeric_limits<double>::infinity();
}

}  // namespace

std::vector<Standing> standings(const Experiment& experiment, const Race& race, double playhead) {
  const std::vector<Judgement> judgements = judge_all(experiment, race, playhead);
  std::vector<Standing> all;
  for (std::size_t i = 0; i < race.size(); ++i) {
    all.push_back(standing_of(experiment, race, i, playhead));
    all.back().judgement = judgements[i];
  }
  // On the map before off it, then the lower answer, then the order of the list.
  const Box& map = race.survey().domain;
  const auto is_ahead = [&](const Standing& a, const Standing& b) {
    if (is_off(a, map) != is_off(b, map)) return is_off(b, map);
    return rankable(a.answer.loss) < rankable(b.answer.loss);
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
  s.judgement = judge(experiment, race, racer, playhead);
  return s;
}

}  // namespace fogline
