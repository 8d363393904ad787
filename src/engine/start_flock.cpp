// SPDX-License-Identifier: MIT
// A flock whose places are noted as long as somebody has not crossed the finish line, and at the
// end.
#include "start_flock.hpp"

#include <algorithm>

#include "bare_judgement.hpp"
#include "fogline/optimizers/stability.hpp"
#include "hover.hpp"
#include "lane_walk.hpp"
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

class StartFlock {
 public:
  explicit StartFlock(const StartFlockTask& task)
      : task_(task),
        line_(*task.at_the_start.finish_line()),
        steps_(steps_of(task.experiment)),
        f_(evaluator(task.experiment.landscape)),
        gear_(equip(racer().optimizer, {}, f_, map().domain, {task.experiment.seed, 0})),
        book_(map(), OwnObjective(f_)),
        flock_(racer().optimizer, block_evaluator(task.experiment.landscape, task.instructions),
               task.instructions, task.starts),
        finish_(task.starts.size()) {
    for (std::size_t i = 0; i < task.starts.size(); ++i) {
      if (crosses_the_line({task.starts[i], f_.value(task.starts[i])}))
        finish_at(i, 0);
      else
        on_the_way_.push_back(i);
    }
  }

  // What a judge looks back on is noted last.
  std::vector<Outcome> walk() {
    const std::uint32_t from = judged_from(steps_), first_noted = from == 0 ? 0 : from - 1;
    while (flock_.step() < first_noted && !task_.stops) {
      const std::uint32_t next = std::min(first_noted - flock_.step(), std::uint32_t{1024});
      if (on_the_way_.empty())
        flock_.walk(next);
      else
        walk_watching_the_line(next);
    }
    if (task_.stops) return {};
    walk_watching_the_line(steps_ - first_noted);
    return outcomes(first_noted);
  }

 private:
  const Survey& map() const { return task_.at_the_start.survey(); }
  const Racer& racer() const { return task_.experiment.racers[task_.racer]; }

  bool crosses_the_line(const Flock::Note& note) const {
    return note.loss <= line_ && map().domain.contains(note.x);
  }
  void finish_at(std::size_t i, std::uint32_t step) {
    finish_[i] = Finish{step, cost_of(task_.experiment, step)};
  }
  std::span<const Flock::Note> notes_of(std::size_t i) const {
    const std::size_t steps = notes_.size() / flock_.size();
    return std::span(notes_).subspan(i * steps, steps);
  }

  void walk_watching_the_line(std::uint32_t steps) {
    const std::uint32_t before = flock_.step();
    notes_.resize(flock_.size() * steps);
    flock_.walk_noting(steps, notes_.data(), steps);
    std::erase_if(on_the_way_, [&](std::size_t i) {
      const auto notes = notes_of(i).first(flock_.steps(i) - before);
      const auto first = std::ranges::find_if(
          notes, [&](const Flock::Note& note) { return crosses_the_line(note); });
      if (first == notes.end()) return flock_.ended(i);
      finish_at(i, before + 1 + static_cast<std::uint32_t>(first - notes.begin()));
      return true;
    });
  }

  // Who lies still at a minimum on the map is judged by the inequality that verdicts use. (Newton's
  // method is asked where the walker stands; a racer's judge asks it at the best of the same
  // iterates.) All others are judged as racers.
  std::vector<Outcome> outcomes(std::uint32_t first_noted) {
    std::vector<Outcome> all;
    LaneWalk walk(flock_, notes_, first_noted,
                  courses_of(task_.experiment, task_.racer, task_.starts[0]).front(), gear_);
    for (std::size_t i = 0; i < flock_.size() && !task_.stops; ++i) {
      Outcome o = ended_outcome(i);
      if (!flock_.ended(i)) {
        walk.follow(i, task_.starts[i]);
        const auto resting = resting_verdict(i);
        o.verdict =
            resting ? *resting : bare_judgement(map(), walk, steps_, is_spent(), &memo_).verdict;
      }
      o.lost = is_lost(o.verdict, o.end, map().domain);
      if (o.lost) o.finish.reset();
      all.push_back(o);
    }
    return all;
  }

  Outcome ended_outcome(std::size_t i) const {
    const Vec2 x = flock_.place(i);
    return {.start = task_.starts[i],
            .end = x,
            .verdict = Verdict::diverged,
            .loss = f_.value(x),
            .cost = cost_of(task_.experiment, flock_.steps(i)),
            .finish = finish_[i]};
  }

  // Not of a short walk, which is judged by less, nor where decay shifts the minima.
  std::optional<Verdict> resting_verdict(std::size_t i) {
    if (steps_ < 2 * still_steps || may_decay(gear_)) return std::nullopt;
    Box box{flock_.place(i), flock_.place(i)};
    for (const Flock::Note& note : notes_of(i).last(still_steps + 1)) {
      box.low = {std::min(box.low.x, note.x.x), std::min(box.low.y, note.x.y)};
      box.high = {std::max(box.high.x, note.x.x), std::max(box.high.y, note.x.y)};
    }
    if (!(norm(box.size()) < book_.reach())) return std::nullopt;
    const auto valley = book_.resting_at(flock_.place(i));
    const bool on_map = map().domain.contains(flock_.place(i)) && valley &&
                        map().domain.contains(book_.valleys[*valley].x);
    return on_map ? std::optional(book_.valleys[*valley].verdict) : std::nullopt;
  }

  // Whether no step more could be paid.
  bool is_spent() const {
    const Budget& budget = task_.experiment.budget;
    return budget.unit != Unit::steps || steps_ >= budget.amount;
  }

  const StartFlockTask& task_;
  double line_ = 0;
  std::uint32_t steps_ = 0;
  Evaluator f_;
  Gear gear_;
  ValleyBook book_;
  SurroundingsMemo memo_;
  Flock flock_;
  std::vector<Flock::Note> notes_;  // of the steps walked last
  std::vector<std::optional<Finish>> finish_;
  std::vector<std::size_t> on_the_way_;  // who has neither finished nor ended
};

}  // namespace

bool can_flock(const Experiment& e, const Survey& map, std::size_t racer) {
  const Racer& r = e.racers[racer];
  const bool alone =
      !r.ensemble && std::none_of(e.racers.begin(), e.racers.end(),
                                  [](const Racer& a) { return a.warm_start.has_value(); });
  return alone && map.lowest && flocks(r.optimizer, r.axes) && !drifts(e.landscape);
}

std::vector<Outcome> outcomes_from(const StartFlockTask& task) { return StartFlock(task).walk(); }

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
