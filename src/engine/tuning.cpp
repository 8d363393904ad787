// SPDX-License-Identifier: MIT
// One walk after another, one trial after another, one racer after another.
#include "fogline/engine/tuning.hpp"

#include <algorithm>
#include <stdexcept>

#include "fogline/core/elementary.hpp"
#include "fogline/engine/many_starts.hpp"

namespace fogline {
namespace {

constexpr double widest = 0.25, narrowest = 0.01;  // of a range: half the box of a refinement

// Those of an optimizer that are tuned.
std::vector<Param> tunable(Optimizer& optimizer) {
  std::vector<Param> all = params(optimizer);
  std::erase_if(all, [](const Param& p) { return !is_tuned_over(p); });
  return all;
}

// Where a value stands in a range, on its scale: 0 at its low end, 1 at its high end.
double share_of(const Range& r, double value) {
  const double v = std::clamp(value, r.min, r.max);
  if (r.scale == Scale::linear) return (v - r.min) / (r.max - r.min);
  return log(v / r.min) / log(r.max / r.min);
}

double value_at(const Range& r, double share) {
  const double linear = r.min + share * (r.max - r.min);
  const double v = r.scale == Scale::linear ? linear : r.min * exp(share * log(r.max / r.min));
  return std::clamp(v, r.min, r.max);
}

std::vector<Vec2> tuning_starts(const Experiment& e, int count) {
  std::vector<Vec2> starts;
  for (int i = 0; i < count; ++i) {
    const Vec2 u =
        Stream{e.seed}.uniform_pair(Purpose::tuning_start, 0, static_cast<std::uint32_t>(i));
    starts.push_back(domain(e.landscape).at(u.x, u.y));
  }
  return starts;
}

// The race in which a racer is tried: alone, or last after those at whose end it may begin.
Experiment trial_of(const Experiment& e, std::size_t racer, const Optimizer& candidate) {
  Experiment trial = e;
  trial.racers.resize(racer + 1, e.racers.front());
  trial.racers.back().optimizer = candidate;
  if (!teacher_of(e, racer)) {
    trial.racers = {trial.racers.back()};
    trial.racers.front().warm_start.reset();
  }
  return trial;
}

}  // namespace

bool is_tuned_over(const Param& p) {
  return p.kind() == Kind::real && !p.idle && p.name != "weight_decay";
}

Tuning::Tuning(const Experiment& experiment, const TuningPlan& plan)
    : experiment_(experiment), plan_(plan) {
  if (plan.trials < 1 || plan.starts < 1)
    throw std::invalid_argument("tuning: needs at least one trial from one start");
  starts_ = tuning_starts(experiment, plan.starts);
  begin_racer();
}

std::size_t Tuning::all_walks() const {
  return experiment_.racers.size() * static_cast<std::size_t>(plan_.trials * plan_.starts);
}

void Tuning::begin_racer() {
  trial_ = 0;
  racer_cost_ = 0;
  if (racer_ < experiment_.racers.size()) best_ = experiment_.racers[racer_].optimizer;
  begin_trial();
}

void Tuning::begin_trial() {
  start_ = 0;
  score_ = {};
  sum_of_losses_ = 0;
  candidate_ = trial_ == 0 ? best_ : drawn();
}

// The setting for this trial: anywhere, or near the best.
Optimizer Tuning::drawn() const {
  Optimizer optimizer = best_;
  const Stream random{experiment_.seed, static_cast<std::uint32_t>(racer_)};
  const int anywhere = plan_.trials / 2, near = plan_.trials - 1 - anywhere;
  const double age = near > 1 ? std::max(0, trial_ - anywhere - 1) / (near - 1.0) : 0;
  const double reach = widest * exp(age * log(narrowest / widest));
  std::uint32_t draw = 0;
  for (const Param& p : tunable(optimizer)) {
    const double u =
        random.uniform(Purpose::tuning_trial, static_cast<std::uint32_t>(trial_), draw++);
    const double near_best = share_of(p.range, p.get()) + reach * (2 * u - 1);
    p.set(value_at(p.range, trial_ <= anywhere ? u : std::clamp(near_best, 0.0, 1.0)));
  }
  return optimizer;
}

// One walk. The seeds are those after any that a race over many starts uses. False when the time is
// up before the walk is known.
bool Tuning::try_start(Clock::time_point deadline) {
  Experiment e = trial_of(experiment_, racer_, candidate_);
  const auto start = static_cast<std::size_t>(start_);
  e = race_from(e, starts_[start], static_cast<std::size_t>(most_starts) + start);
  if (!racing_) race_.follow(e);
  racing_ = true;
  if (!race_.advance(deadline)) return false;
  racing_ = false;
  const Standing s = standing(e, race_, e.racers.size() - 1, e.budget.amount);
  const bool lost = is_lost(s, race_.survey().domain);
  racer_cost_ += s.finish ? s.finish->cost : s.cost;
  score_.unfinished += s.finish ? 0 : 1;
  score_.mean_cost += s.finish ? s.finish->cost : 0;
  score_.lost += lost ? 1 : 0;
  sum_of_losses_ += lost ? 0 : s.answer.loss;
  ++walks_;
  ++start_;
  return true;
}

void Tuning::end_trial() {
  const int finished = plan_.starts - score_.unfinished, found = plan_.starts - score_.lost;
  if (finished > 0) score_.mean_cost /= finished;
  if (found > 0) score_.mean_loss = sum_of_losses_ / found;
  if (trial_ == 0 || score_ < best_score_) {
    best_ = candidate_;
    best_score_ = score_;
  }
  ++trial_;
}

void Tuning::end_racer() {
  Racer& racer = experiment_.racers[racer_++];
  racer.optimizer = best_;
  racer.tuned = Tuned{best_, experiment_.landscape, trial_, plan_.starts, racer_cost_};
  cost_ += racer_cost_;
  begin_racer();
}

bool Tuning::advance(Clock::time_point deadline) {
  while (racer_ < experiment_.racers.size()) {
    while (start_ < plan_.starts) {
      if (!try_start(deadline)) return false;
      if (Clock::now() >= deadline && start_ < plan_.starts) return false;
    }
    end_trial();
    Optimizer any = best_;
    if (trial_ < plan_.trials && !tunable(any).empty())
      begin_trial();
    else
      end_racer();
    if (Clock::now() >= deadline) break;
  }
  return racer_ >= experiment_.racers.size();
}

}  // namespace fogline
