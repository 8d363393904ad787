// SPDX-License-Identifier: MIT
// Flocks whose places are noted as long as somebody has not crossed the finish line, and at the
// end.
#include "start_flock.hpp"

#include <algorithm>
#include <numeric>

#include "bare_judgement.hpp"
#include "hover.hpp"
#include "lane_walk.hpp"
#include "resting.hpp"

namespace fogline {
namespace {

class StartFlock {
 public:
  StartFlock(const StartFlockTask& task, const Gear& gear, std::span<const Vec2> starts,
             ValleyBook& book, SurroundingsMemo& memo)
      : task_(task),
        starts_(starts),
        gear_(gear),
        book_(book),
        memo_(memo),
        flock_(task.optimizer, task.axes, block_evaluator(task.landscape, task.instructions),
               task.instructions, starts),
        crossed_(starts.size()) {
    for (std::size_t i = 0; task.line && i < starts.size(); ++i) {
      if (crosses_the_line({starts[i], gear.landscape.value(starts[i])}))
        crossed_[i] = 0;
      else
        on_the_way_.push_back(i);
    }
  }

  void walk(std::vector<FlockEnd>& ends) {
    const std::vector<std::uint32_t> judged = judged_steps(task_.steps);
    const std::uint32_t last_part = judged.empty() ? 0 : judged.front() - 1;
    while (flock_.step() < last_part && !task_.stops) {
      const std::uint32_t next = std::min(last_part, flock_.step() + 1024);
      if (on_the_way_.empty())
        flock_.walk(next - flock_.step());
      else
        walk_watching_the_line(next);
    }
    if (task_.stops) return;
    if (on_the_way_.empty()) {
      notes_.want(judged);
      notes_.walk(flock_, task_.steps);
    } else {
      walk_watching_the_line(task_.steps);
    }
    const Course course{task_.landscape, task_.optimizer, task_.axes, {}};
    LaneWalk walk(flock_, notes_, course, gear_);
    for (std::size_t i = 0; i < flock_.size() && !task_.stops; ++i) {
      const Vec2 x = flock_.place(i);
      const std::uint32_t steps = flock_.steps(i);
      FlockEnd end{x, gear_.at(steps).value(x), steps, Verdict::diverged, crossed_[i]};
      if (!flock_.ended(i)) {
        walk.follow(i, starts_[i]);
        end.verdict = verdict(i, walk);
      }
      ends.push_back(end);
    }
  }

 private:
  bool crosses_the_line(const Flock::Note& note) const {
    return note.loss <= *task_.line && task_.map.domain.contains(note.x);
  }

  void walk_watching_the_line(std::uint32_t to) {
    const std::uint32_t from = flock_.step();
    std::vector<std::uint32_t> all(to - from);
    std::iota(all.begin(), all.end(), from + 1);
    notes_.want(std::move(all));
    notes_.walk(flock_, to);
    std::erase_if(on_the_way_, [&](std::size_t i) {
      const LaneNotes::Row row = notes_.of(i);
      for (std::uint32_t step = from + 1; step <= flock_.steps(i); ++step) {
        if (!crosses_the_line(row.at(step))) continue;
        crossed_[i] = step;
        return true;
      }
      return flock_.ended(i);
    });
  }

  // Who lies still at a minimum on the map is judged by the inequality that verdicts use. (Newton's
  // method is asked where the walker stands; a racer's judge asks it at the best of the same
  // iterates.) All others are judged as racers.
  Verdict verdict(std::size_t i, const LaneWalk& walk) {
    if (const auto resting = resting_verdict(i, walk)) return *resting;
    return bare_judgement(task_.then, walk, task_.steps, task_.budget_spent, &memo_).verdict;
  }

  // Not of a short walk, which is judged by less.
  std::optional<Verdict> resting_verdict(std::size_t i, const LaneWalk& walk) {
    if (task_.steps < 2 * still_steps) return std::nullopt;
    const Vec2 x = flock_.place(i);
    Box box{x, x};
    for (std::uint32_t step = task_.steps - still_steps; step <= task_.steps; ++step) {
      const Vec2 at = walk.glimpse(step).x;
      box.low = {std::min(box.low.x, at.x), std::min(box.low.y, at.y)};
      box.high = {std::max(box.high.x, at.x), std::max(box.high.y, at.y)};
    }
    if (!(norm(box.size()) < book_.reach())) return std::nullopt;
    const auto end = book_.resting_at(own_objective(flock_, i, gear_), x);
    const Box& map = task_.map.domain;
    const bool on_map = end && map.contains(x) && map.contains(book_.valleys[end->valley].x);
    return on_map ? std::optional(end->verdict) : std::nullopt;
  }

  const StartFlockTask& task_;
  std::span<const Vec2> starts_;
  const Gear& gear_;
  ValleyBook& book_;
  SurroundingsMemo& memo_;
  Flock flock_;
  LaneNotes notes_;
  std::vector<std::optional<std::uint32_t>> crossed_;
  std::vector<std::size_t> on_the_way_;  // who has neither crossed the line nor ended
};

}  // namespace

std::vector<FlockEnd> walk_from(const StartFlockTask& task) {
  const Gear gear = equip(task.optimizer, task.axes, evaluator(task.landscape), task.map.domain, {},
                          drifts(task.landscape));
  ValleyBook book(task.then, OwnObjective(gear.at(task.steps)));
  SurroundingsMemo memo;
  std::vector<FlockEnd> ends;
  for (std::size_t i = 0; i < task.starts.size() && !task.stops; i += noted_at_once) {
    const std::size_t count = std::min(noted_at_once, task.starts.size() - i);
    StartFlock(task, gear, task.starts.subspan(i, count), book, memo).walk(ends);
  }
  return ends;
}

}  // namespace fogline
