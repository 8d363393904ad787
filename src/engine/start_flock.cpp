// SPDX-License-Identifier: MIT
// A flock walked step by step as long as somebody has not crossed the finish line, then to its end.
#include "start_flock.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "fogline/optimizers/flock.hpp"
#include "fogline/optimizers/stability.hpp"
#include "hover.hpp"
#include "resting.hpp"

namespace fogline {
namespace {

// A racer without axes whose rule flocks pays for one gradient a step.
double cost_of(const Experiment& e, std::uint32_t steps) {
  return cost({.gradients = steps}, e.prices);
}

// The last step that the budget pays for.
std::uint32_t steps_of(const Experiment& e) {
  if (e.budget.unit == Unit::steps)
    return static_cast<std::uint32_t>(std::min<double>(e.budget.amount, Trajectory::longest));
  std::uint32_t low = 0, high = Trajectory::longest;
  while (low < high) {
    const std::uint32_t middle = low + (high - low + 1) / 2;
    if (cost_of(e, middle) <= e.budget.amount)
      low = middle;
    else
      high = middle - 1;
  }
  return low;
}

// The races of one racer after the other.
class Alone {
 public:
  explicit Alone(const StartFlockTask& task) : task_(task) {}

  Outcome outcome(std::size_t i) {
    const std::size_t racer[] = {task_.racer};
    const Experiment e = race_from(only(task_.experiment, racer), task_.starts[i], task_.first + i);
    if (!race_) race_.emplace(task_.at_the_start);
    race_->follow(e);
    while (!race_->advance(Clock::now() + std::chrono::milliseconds(10)))
      if (task_.stops) return {};
    return outcome_of(*race_, standing(e, *race_, 0, e.budget.amount));
  }

 private:
  const StartFlockTask& task_;
  std::optional<Race> race_;
};

class StartFlock {
 public:
  explicit StartFlock(const StartFlockTask& task)
      : task_(task),
        alone_(task),
        line_(*task.at_the_start.finish_line()),
        steps_(steps_of(task.experiment)),
        f_(evaluator(task.experiment.landscape)),
        block_(block_evaluator(task.experiment.landscape, task.instructions)),
        book_(map(), OwnObjective(f_)),
        flock_(task.experiment.racers[task.racer].optimizer, block_, task.instructions,
               task.starts),
        finish_(task.starts.size()),
        on_the_way_(task.starts.size()) {
    std::iota(on_the_way_.begin(), on_the_way_.end(), std::size_t{0});
  }

  std::vector<Outcome> walk() {
    watch_the_line();
    const std::uint32_t last_look = steps_ - still_steps;
    while (flock_.step() < steps_ && !task_.stops) {
      if (flock_.step() == last_look)
        for (std::size_t i = 0; i < flock_.size(); ++i) flock_.watch(i);
      const std::uint32_t next = flock_.step() < last_look ? last_look : steps_;
      // Who has finished need not be looked at again before the end.
      flock_.walk(on_the_way_.empty() ? std::min(next - flock_.step(), std::uint32_t{1024}) : 1);
      watch_the_line();
    }
    std::vector<Outcome> all;
    for (std::size_t i = 0; i < flock_.size() && !task_.stops; ++i) all.push_back(outcome(i));
    return all;
  }
  // How many were judged without being walked again.
  std::size_t judged() const { return judged_; }

 private:
  const Survey& map() const { return task_.at_the_start.survey(); }

  // Notes who has crossed the finish line. Who cannot go on is raced alone in the end.
  void watch_the_line() {
    std::array<double, starts_at_once> x, y, value;
    for (std::size_t k = 0; k < on_the_way_.size(); ++k) {
      const Vec2 place = flock_.place(on_the_way_[k]);
      x[k] = place.x;
      y[k] = place.y;
    }
    block_.value(block_.landscape,
                 {x.data(), y.data(), value.data(), nullptr, nullptr, on_the_way_.size()});
    std::size_t kept = 0;
    for (std::size_t k = 0; k < on_the_way_.size(); ++k) {
      const std::size_t i = on_the_way_[k];
      if (value[k] <= line_ && map().domain.contains({x[k], y[k]}))
        finish_[i] = Finish{flock_.step(), cost_of(task_.experiment, flock_.step())};
      else if (!flock_.ended(i))
        on_the_way_[kept++] = i;
    }
    on_the_way_.resize(kept);
  }

  // Who lies still at a minimum on the map is judged here, by the inequality that verdicts use.
  // (Newton's method is asked where the walker stands; a racer's judge asks it at the best of the
  // same iterates.) All others are judged as racers, from their whole walks.
  Outcome outcome(std::size_t i) {
    const Vec2 x = flock_.place(i);
    const bool still = !flock_.ended(i) && norm(flock_.box(i).size()) < book_.reach();
    const auto valley = still ? book_.resting_at(x) : std::nullopt;
    if (!valley || !map().domain.contains(x) || !map().domain.contains(book_.valleys[*valley].x))
      return alone_.outcome(i);
    ++judged_;
    return {.start = task_.starts[i],
            .end = x,
            .verdict = book_.valleys[*valley].verdict,
            .loss = f_.value(x),
            .cost = cost_of(task_.experiment, steps_),
            .finish = finish_[i]};
  }

  const StartFlockTask& task_;
  Alone alone_;
  double line_ = 0;
  std::uint32_t steps_ = 0;
  Evaluator f_;
  BlockEvaluator block_;
  ValleyBook book_;
  Flock flock_;
  std::vector<std::optional<Finish>> finish_;
  std::vector<std::size_t> on_the_way_;  // who has neither finished nor ended
  std::size_t judged_ = 0;
};

}  // namespace

bool can_flock(const Experiment& e, const Survey& map, std::size_t racer) {
  const Racer& r = e.racers[racer];
  const bool alone =
      !r.ensemble && std::none_of(e.racers.begin(), e.racers.end(),
                                  [](const Racer& a) { return a.warm_start.has_value(); });
  if (!alone || !map.lowest || !flocks(r.optimizer, r.axes)) return false;
  // A shorter walk is judged by a shorter window.
  if (drifts(e.landscape) || steps_of(e) < 2 * still_steps) return false;
  const Evaluator f = evaluator(e.landscape);
  return answer(r.optimizer) == Answer::iterate && !info(r.optimizer).random &&
         !may_decay(equip(r.optimizer, r.axes, f, map.domain, {e.seed, 0}));
}

std::vector<Outcome> outcomes_from(const StartFlockTask& task, LaneTally& tally) {
  if (tally.pays()) {
    StartFlock flock(task);
    const auto all = flock.walk();
    tally.add(task.starts.size(), flock.judged());
    return all;
  }
  Alone alone(task);
  std::vector<Outcome> all;
  for (std::size_t i = 0; i < task.starts.size() && !task.stops; ++i)
    all.push_back(alone.outcome(i));
  return all;
}

Outcome outcome_of(const Race& race, const Standing& s) {
  return {.start = race[s.racer].at(0).x,
          .end = s.answer.x,
          .verdict = s.judgement.verdict,
          .lost = is_lost(s, race.survey().domain),
          .loss = s.answer.loss,
          .cost = s.cost,
          .finish = s.finish};
}

Experiment only(const Experiment& experiment, std::span<const std::size_t> racers) {
  Experiment e = experiment;
  e.racers.clear();
  for (const std::size_t i : racers) e.racers.push_back(experiment.racers[i]);
  return e;
}

}  // namespace fogline
