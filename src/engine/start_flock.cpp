// SPDX-License-Identifier: MIT
// Flocks whose places are noted as long as somebody has not crossed the finish line, and at the
// end.
#include "start_flock.hpp"

#include <algorithm>

#include "bare_judgement.hpp"
#include "hover.hpp"
#include "lane_walk.hpp"
#include "resting.hpp"

namespace fogline {
namespace {

class StartFlock {
 public:
  StartFlock(const StartFlockTask& task, std::span<const Vec2> starts, ValleyBook& book,
             SurroundingsMemo& memo)
      : task_(task),
        starts_(starts),
        f_(evaluator(task.landscape)),
        gear_(equip(task.optimizer, {}, f_, task.map.domain, {})),
        book_(book),
        memo_(memo),
        flock_(task.optimizer, block_evaluator(task.landscape, task.instructions),
               task.instructions, starts),
        crossed_(starts.size()) {
    for (std::size_t i = 0; task.line && i < starts.size(); ++i) {
      if (crosses_the_line({starts[i], f_.value(starts[i])}))
        crossed_[i] = 0;
      else
        on_the_way_.push_back(i);
    }
  }

  // What a judge looks back on is noted last.
  void walk(std::vector<FlockEnd>& ends) {
    const std::uint32_t from = judged_from(task_.steps), first_noted = from == 0 ? 0 : from - 1;
    while (flock_.step() < first_noted && !task_.stops) {
      const std::uint32_t next = std::min(first_noted - flock_.step(), std::uint32_t{1024});
      if (on_the_way_.empty())
        flock_.walk(next);
      else
        walk_watching_the_line(next);
    }
    if (task_.stops) return;
    walk_watching_the_line(task_.steps - first_noted);
    const Course course{task_.landscape, task_.optimizer, {}, {}};
    LaneWalk walk(flock_, notes_, first_noted, course, gear_);
    for (std::size_t i = 0; i < flock_.size() && !task_.stops; ++i) {
      const Vec2 x = flock_.place(i);
      FlockEnd end{x, f_.value(x), flock_.steps(i), Verdict::diverged, crossed_[i]};
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
      crossed_[i] = before + 1 + static_cast<std::uint32_t>(first - notes.begin());
      return true;
    });
  }

  // Who lies still at a minimum on the map is judged by the inequality that verdicts use. (Newton's
  // method is asked where the walker stands; a racer's judge asks it at the best of the same
  // iterates.) All others are judged as racers.
  Verdict verdict(std::size_t i, const LaneWalk& walk) {
    if (const auto resting = resting_verdict(i)) return *resting;
    return bare_judgement(task_.map, walk, task_.steps, task_.budget_spent, &memo_).verdict;
  }

  // Not of a short walk, which is judged by less.
  std::optional<Verdict> resting_verdict(std::size_t i) {
    if (task_.steps < 2 * still_steps) return std::nullopt;
    const Vec2 x = flock_.place(i);
    Box box{x, x};
    for (const Flock::Note& note : notes_of(i).last(still_steps + 1)) {
      box.low = {std::min(box.low.x, note.x.x), std::min(box.low.y, note.x.y)};
      box.high = {std::max(box.high.x, note.x.x), std::max(box.high.y, note.x.y)};
    }
    if (!(norm(box.size()) < book_.reach())) return std::nullopt;
    const auto end = book_.resting_at(own_objective(flock_, i, gear_), x);
    const Box& map = task_.map.domain;
    const bool on_map = end && map.contains(x) && map.contains(book_.valleys[end->valley].x);
    return on_map ? std::optional(end->verdict) : std::nullopt;
  }

  const StartFlockTask& task_;
  std::span<const Vec2> starts_;
  Evaluator f_;
  Gear gear_;
  ValleyBook& book_;
  SurroundingsMemo& memo_;
  Flock flock_;
  std::vector<Flock::Note> notes_;  // of the steps walked last
  std::vector<std::optional<std::uint32_t>> crossed_;
  std::vector<std::size_t> on_the_way_;  // who has neither crossed the line nor ended
};

}  // namespace

std::vector<FlockEnd> walk_from(const StartFlockTask& task) {
  ValleyBook book(task.map, OwnObjective(evaluator(task.landscape)));
  SurroundingsMemo memo;
  std::vector<FlockEnd> ends;
  for (std::size_t i = 0; i < task.starts.size() && !task.stops; i += noted_at_once) {
    const std::size_t count = std::min(noted_at_once, task.starts.size() - i);
    StartFlock(task, task.starts.subspan(i, count), book, memo).walk(ends);
  }
  return ends;
}

}  // namespace fogline
