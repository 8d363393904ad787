// SPDX-License-Identifier: MIT
// Racing edits beside their parent, and keeping those that help.
#include "fogline/engine/escape.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

#include "escape_edits.hpp"

namespace fogline {
namespace {

constexpr double noticeable = 1e-3;  // of the relief

bool is_lost(const Standing& s, const Survey& map) {
  return fogline::is_lost(s, map.domain) || !std::isfinite(s.answer.loss);
}

bool is_good(const Standing& s) { return fate(s.judgement.verdict) == Fate::good; }

bool rests_at_minimum(const Standing& s) {
  return is_good(s) || s.judgement.verdict == Verdict::local_minimum;
}

bool is_random(Racer racer) {
  bool random = info(racer.optimizer).random;
  racer.visit_axes([&]<class Axis>(std::optional<Axis>& axis) {
    random = random || (axis && Axis::info.random);
  });
  return random;
}

// By which escapes are ordered, the lowest first.
auto order_of(const Escape& e, double base, double relief) {
  const Standing& s = e.reached;
  const double level = std::round((s.answer.loss - base) / (1e-4 * relief));
  const double luck = -static_cast<double>(e.helped) / e.seeds;
  return std::tuple(level, !is_good(s), luck, s.cost, s.answer.loss);
}

}  // namespace

bool helps(const Standing& parent, const Standing& rival, double loss_at_start, const Survey& map) {
  if (is_lost(rival, map) || rival.judgement.verdict == Verdict::oscillating) return false;
  const double loss = rival.answer.loss, enough = noticeable * map.relief;
  if (is_lost(parent, map)) return rests_at_minimum(rival) || loss < loss_at_start - enough;
  const double before = parent.answer.loss;
  if (parent.judgement.verdict == Verdict::oscillating && rests_at_minimum(rival) && loss <= before)
    return true;
  return loss < before - enough || (loss < before && is_good(rival));
}

std::size_t insert_rival(Experiment& e, std::size_t parent, const Racer& rival) {
  Racer racer = rival;
  racer.name = free_name(e, rival.name);
  racer.mark = free_mark(e);
  e.shared_start = e.shared_start && rival.start == e.racers[parent].start;
  insert_racer(e, parent + 1, racer);
  return parent + 1;
}

EscapeSearch::EscapeSearch(const Experiment& e, const Race& race, std::size_t racer)
    : experiment_(e), racer_(racer), map_(race.survey()), race_(race) {
  parent_ = standing(e, race, racer, e.budget.amount);
  if (!is_good(parent_) && e.budget.amount >= 1 && std::isfinite(race[racer].at(0).loss))
    edits_ = escape_edits(e, racer, parent_, map_);
}

Experiment EscapeSearch::with_rival(std::size_t& index) const {
  Experiment e = experiment_;
  index = insert_rival(e, racer_, edits_[next_].racer);
  return e;
}

// The rival with another seed, beginning where it did.
Experiment EscapeSearch::alone(int seed) const {
  Experiment e = experiment_;
  Racer rival = edits_[next_].racer;
  if (rival.warm_start) rival.start = race_[racer_ + 1].at(0).x;
  rival.warm_start.reset();
  e.racers = {rival};
  e.seed += static_cast<std::uint64_t>(seed);
  return e;
}

// With the seed in use. False when the time is up before the race is known.
bool EscapeSearch::try_edit(Clock::time_point deadline) {
  std::size_t index = 0;
  const Experiment e = with_rival(index);
  race_.follow(e);
  if (!race_.advance(deadline)) return false;
  Escape escape = edits_[next_];
  escape.reached = standing(e, race_, index, e.budget.amount);
  if (!is_lost(parent_, map_))
    escape.improvement = parent_.answer.loss - escape.reached.answer.loss;
  if (!helps(parent_, escape.reached, race_[index].at(0).loss, map_)) return true;
  if (is_random(escape.racer))
    chancy_ = escape;
  else
    found_.push_back(escape);
  return true;
}

// With the seeds that follow, until it is known whether more than half of them help.
bool EscapeSearch::try_seeds(Clock::time_point deadline) {
  for (Escape& e = *chancy_; e.seeds < seeds && e.seeds - e.helped < seeds / 2; ++e.seeds) {
    const Experiment luck = alone(e.seeds);
    luck_.follow(luck);
    if (!luck_.advance(deadline)) return false;
    const Standing reached = standing(luck, luck_, 0, luck.budget.amount);
    if (helps(parent_, reached, luck_[0].at(0).loss, map_)) ++e.helped;
  }
  if (2 * chancy_->helped > seeds) found_.push_back(*chancy_);
  chancy_.reset();
  return true;
}

bool EscapeSearch::advance(Clock::time_point deadline) {
  while (next_ < edits_.size()) {
    if (!chancy_ && !try_edit(deadline)) return false;
    if (chancy_ && !try_seeds(deadline)) return false;
    ++next_;
    if (Clock::now() >= deadline) break;
  }
  if (next_ < edits_.size()) return false;
  race_ = {};
  luck_ = {};
  return true;
}

std::vector<Escape> EscapeSearch::escapes() const {
  double base = map_.lowest.value_or(HUGE_VAL);
  for (const Escape& e : found_) base = std::min(base, e.reached.answer.loss);
  std::vector<Escape> all = found_;
  std::stable_sort(all.begin(), all.end(), [&](const Escape& a, const Escape& b) {
    return order_of(a, base, map_.relief) < order_of(b, base, map_.relief);
  });
  std::vector<Escape> best;
  for (const Escape& e : all) {
    const bool known = std::any_of(best.begin(), best.end(),
                                   [&](const Escape& b) { return b.change == e.change; });
    if (!known && best.size() < most) best.push_back(e);
  }
  return best;
}

std::vector<Escape> escapes(const Experiment& e, const Race& race, std::size_t racer) {
  EscapeSearch search(e, race, racer);
  search.advance();
  return search.escapes();
}

}  // namespace fogline
