// SPDX-License-Identifier: MIT
// What one racer's verdict owes to the budget, to its copies and to other racers.
#include "race_judge.hpp"

#include <algorithm>
#include <cmath>

#include "critical_point.hpp"
#include "fogline/optimizers/flock.hpp"
#include "sentences.hpp"

namespace fogline {
namespace {

// Whether `share` of the budget pays for another step than those known. What it costs is known of
// the rules for one coordinate, which ask for a slope a step; of all others we take it that it
// does.
bool pays_another(const Trajectory& t, const Prices& prices, double share) {
  if (!flocks(t.course().optimizer, {})) return true;
  Counts counts = t.at(t.last()).counts;
  ++counts.gradients;
  counts.values += t.course().axes.watch_the_loss();
  return t.course().cost(counts, t.last() + 1, prices) <= share;
}

// Whether the copy made its last step because there was nothing left to pay another with. A walk
// that ended before is none of those, though the playhead is past the budget. The copies of a racer
// share it.
bool has_spent(const Experiment& e, const Trajectory& t, std::uint32_t step, double playhead,
               std::size_t copies) {
  if (e.budget.unit == Unit::steps) return step >= e.budget.amount;
  if (playhead < e.budget.amount) return false;
  return !(t.ended() && step == t.last()) ||
         !pays_another(t, e.prices, e.budget.amount / static_cast<double>(copies));
}

struct End {
  Vec2 x;
  double loss = 0;
};

std::vector<End> ends_of(const Race& race, std::size_t racer, double playhead) {
  std::vector<End> ends;
  for (std::size_t copy = 0; copy < race.copies(racer).size(); ++copy) {
    const Trajectory& t = race.copies(racer)[copy];
    const Iterate answer = t.answer(race.step_at(racer, playhead, copy));
    ends.push_back({answer.x, answer.loss});
  }
  return ends;
}

void add_to(Shares& shares, const CriticalPoint& p, const Survey& map) {
  for (Shares::Valley& v : shares.valleys) {
    const bool level = p.degenerate && std::abs(v.loss - p.loss) <= 1e-9 * map.relief;
    if (!level && !(norm(v.x - p.x) < 1e-3 * map.diagonal)) continue;
    ++v.copies;
    return;
  }
  shares.valleys.push_back({p.x, p.loss, 1});
}

Shares shares_of(const Race& race, std::size_t racer, double playhead) {
  const std::vector<End> ends = ends_of(race, racer, playhead);
  const OwnObjective f(race[racer].gear().at(race.step_at(racer, playhead)));
  Shares s{.copies = static_cast<int>(ends.size())};
  Vec2 mean;
  double low = HUGE_VAL, high = -HUGE_VAL;
  for (const End& end : ends) {
    mean = mean + (1.0 / static_cast<double>(ends.size())) * end.x;
    for (const End& other : ends) s.spread = std::max(s.spread, norm(end.x - other.x));
    low = std::min(low, end.loss);
    high = std::max(high, end.loss);
    if (!is_finite(end.x) || !std::isfinite(end.loss)) continue;
    if (const auto p = valley_below(f, race.survey(), end.x)) add_to(s, *p, race.survey());
  }
  s.loss_range = high - low;
  s.loss_of_mean = f.value(mean);
  std::sort(s.valleys.begin(), s.valleys.end(),
            [](const auto& a, const auto& b) { return a.loss < b.loss; });
  return s;
}

Judgement judge_alone(const Experiment& e, const Race& race, std::size_t racer, double playhead) {
  const std::size_t copy = best_copy(race, racer, playhead);
  const Trajectory& t = race.copies(racer)[copy];
  const std::uint32_t step = race.step_at(racer, playhead, copy);
  Judgement j =
      judge(race.survey(), t, step, has_spent(e, t, step, playhead, race.copies(racer).size()));
  if (race.copies(racer).size() > 1) j.evidence.shares = shares_of(race, racer, playhead);
  return j;
}

bool found_lowest(const Judgement& j) { return j.verdict == Verdict::lowest_found; }

// The lowest loss that a racer has been at, or whose bottom it rests above.
double deepest(const Race& race, std::size_t racer, const Judgement& j, double playhead) {
  const Iterate answer = race.copies(racer)[best_copy(race, racer, playhead)].answer(
      race.step_at(racer, playhead, best_copy(race, racer, playhead)));
  double loss = HUGE_VAL;
  if (race.survey().domain.contains(answer.x) && std::isfinite(answer.loss)) loss = answer.loss;
  if (found_lowest(j)) loss = std::min(loss, j.valley_loss);
  return loss;
}

// Where no minimum is known only those who rest lowest of all have found the lowest valley.
void compare_depths(const Race& race, double playhead, std::vector<Judgement>& all) {
  std::vector<double> losses;
  for (std::size_t i = 0; i < all.size(); ++i) losses.push_back(deepest(race, i, all[i], playhead));
  const double lowest = *std::min_element(losses.begin(), losses.end());
  for (Judgement& j : all) {
    const double above = j.valley_loss - lowest;
    if (!found_lowest(j) || above <= 1e-10 * race.survey().relief) continue;
    j.verdict = Verdict::local_minimum;
    j.map_says = said_of_unknown_map(j, above);
  }
}

}  // namespace

std::size_t best_copy(const Race& race, std::size_t racer, double playhead) {
  std::size_t best = 0;
  double lowest = HUGE_VAL;
  for (std::size_t copy = 0; copy < race.copies(racer).size(); ++copy) {
    if (race.copies(racer).size() == 1) return 0;
    const Iterate answer = race.copies(racer)[copy].answer(race.step_at(racer, playhead, copy));
    if (!race.survey().domain.contains(answer.x) || !(answer.loss < lowest)) continue;
    lowest = answer.loss;
    best = copy;
  }
  return best;
}

std::vector<Judgement> judge_all(const Experiment& e, const Race& race, double playhead) {
  std::vector<Judgement> all;
  for (std::size_t i = 0; i < race.size(); ++i) all.push_back(judge_alone(e, race, i, playhead));
  if (std::any_of(all.begin(), all.end(), found_lowest)) compare_depths(race, playhead, all);
  return all;
}

Judgement judge(const Experiment& e, const Race& race, std::size_t racer, double playhead) {
  const Judgement alone = judge_alone(e, race, racer, playhead);
  return found_lowest(alone) ? judge_all(e, race, playhead)[racer] : alone;
}

}  // namespace fogline
