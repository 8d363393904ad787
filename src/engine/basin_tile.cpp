// SPDX-License-Identifier: MIT
// A tile walked as a flock, or one walk after the other.
#include "basin_tile.hpp"

#include <algorithm>

#include "fogline/optimizers/flock.hpp"
#include "fogline/optimizers/stability.hpp"
#include "resting.hpp"

namespace fogline {
namespace {

Gear gear_of(const BasinSetting& s) {
  return equip(s.optimizer, s.axes, evaluator(s.landscape), domain(s.landscape), {s.seed, 0},
               drifts(s.landscape));
}

// The steps at which walkers are looked at: multiples of look_every, and the last.
std::uint32_t next_look(const BasinSetting& s, std::uint32_t step) {
  return std::min(s.steps, (step / look_every + 1) * look_every);
}

bool is_near(Vec2 a, Vec2 b, double reach) { return dot(a - b, a - b) < reach * reach; }

bool is_small(const Box& box, double reach) { return is_near(box.low, box.high, reach); }

bool is_whole_look(std::uint32_t step) { return step % look_every == 0; }

// What a look at a walker leads to.
enum class Look { nothing, watch, test };

// `before` is the place at the look before. A box that has been watched for long enough is to be
// tested.
Look look(const Patience& p, std::uint32_t step, Vec2 x, Vec2 before, double reach) {
  if (p.watching) return step - p.since >= still_for ? Look::test : Look::nothing;
  return step >= p.not_before && is_near(x, before, reach) ? Look::watch : Look::nothing;
}

void begin_watch(Patience& p, std::uint32_t step) {
  p.watching = true;
  p.since = step;
}
void give_up(Patience& p, std::uint32_t step, bool was_still) {
  p.watching = false;
  if (!was_still) return;
  p.not_before = step + p.pause;
  p.pause *= 2;
}

// The walkers of a tile that are still under way.
class TileFlock {
 public:
  explicit TileFlock(const TileTask& task)
      : task_(task),
        book_(task.map, OwnObjective(evaluator(task.setting.landscape))),
        f_(evaluator(task.setting.landscape)),
        flock_(task.setting.optimizer, block_evaluator(task.setting.landscape, *task.instructions),
               *task.instructions, starts(task)) {
    tile_.pixels.resize(task.count);
    for (std::size_t i = 0; i < task.count; ++i) {
      pixel_.push_back(i);
      before_.push_back(flock_.place(i));
    }
    patience_.resize(task.count);
    under_way_.assign(task.count, 1);
  }

  BasinTile walk() {
    while (flock_.size() > 0 && flock_.step() < task_.setting.steps && !task_.stops) {
      flock_.walk(next_look(task_.setting, flock_.step()) - flock_.step());
      flock_.watch_none();
      for (std::size_t i = 0; i < flock_.size(); ++i)
        if (under_way_[i]) look_at(i);
      thin_out();
    }
    for (std::size_t i = 0; i < flock_.size() && !task_.stops; ++i)
      if (under_way_[i]) judge_by_itself(pixel_[i]);
    tile_.valleys = std::move(book_.valleys);
    return std::move(tile_);
  }

 private:
  static std::vector<Vec2> starts(const TileTask& task) {
    std::vector<Vec2> all;
    for (std::size_t i = 0; i < task.count; ++i) all.push_back(task.setting.start(task.first + i));
    return all;
  }

  void look_at(std::size_t i) {
    const Vec2 x = flock_.place(i);
    const std::uint32_t step = flock_.step();
    if (flock_.ended(i)) return finish(i, x, flock_.steps(i), Verdict::diverged);
    Patience& p = patience_[i];
    if (is_whole_look(step) && task_.setting.ends_early) {
      Look seen = look(p, step, x, before_[i], book_.reach());
      if (seen == Look::test) {
        const bool still = is_small(flock_.box(i), book_.reach());
        const auto valley = still ? book_.resting_at(x) : std::nullopt;
        if (valley) return finish(i, x, step, book_.valleys[*valley].verdict, *valley);
        give_up(p, step, still);
        seen = look(p, step, x, before_[i], book_.reach());
      }
      if (seen == Look::watch) {
        begin_watch(p, step);
        flock_.watch(i);
      }
      if (p.watching) flock_.keep_watching(i);
    }
    before_[i].x = x.x;
    before_[i].y = x.y;
  }

  void finish(std::size_t i, Vec2 x, std::uint32_t steps, Verdict verdict,
              std::uint32_t valley = PixelEnd::no_valley) {
    tile_.pixels[pixel_[i]] = {x, f_.value(x), steps, valley, verdict};
    under_way_[i] = 0;
    ++arrived_;
  }

  // Those who have arrived make room once there are many.
  void thin_out() {
    if (arrived_ * 8 < flock_.size()) return;
    flock_.keep(under_way_);
    std::size_t kept = 0;
    for (std::size_t i = 0; i < under_way_.size(); ++i) {
      if (!under_way_[i]) continue;
      pixel_[kept] = pixel_[i];
      before_[kept] = before_[i];
      patience_[kept] = patience_[i];
      ++kept;
    }
    under_way_.assign(kept, 1);
    arrived_ = 0;
  }

  void judge_by_itself(std::size_t pixel) {
    Trajectory walk(course_of(task_.setting, task_.first + pixel));
    walk.extend(task_.setting.steps);
    tile_.pixels[pixel] = judged_end(task_, walk, book_);
  }

  const TileTask& task_;
  ValleyBook book_;
  Evaluator f_;
  Flock flock_;
  BasinTile tile_;
  std::vector<std::size_t> pixel_;  // of the tile, for each walker of the flock
  std::vector<Vec2> before_;        // where they were at the look before
  std::vector<Patience> patience_;
  std::vector<std::uint8_t> under_way_;
  std::size_t arrived_ = 0;
};

Box box_around(const Trajectory& t, std::uint32_t first, std::uint32_t last) {
  Box box{t.at(first).x, t.at(first).x};
  for (std::uint32_t k = first + 1; k <= last; ++k) {
    const Vec2 x = t.at(k).x;
    box = {{std::min(box.low.x, x.x), std::min(box.low.y, x.y)},
           {std::max(box.high.x, x.x), std::max(box.high.y, x.y)}};
  }
  return box;
}

// As TileFlock::look_at, for a walk recorded as far as `step`.
std::optional<std::uint32_t> rest_of(const Trajectory& t, Patience& p, std::uint32_t step,
                                     ValleyBook& book) {
  const Vec2 x = t.at(step).x;
  const Vec2 before = t.at(step - look_every).x;
  Look seen = look(p, step, x, before, book.reach());
  if (seen == Look::test) {
    const bool still = is_small(box_around(t, p.since, step), book.reach());
    if (const auto valley = still ? book.resting_at(x) : std::nullopt) return valley;
    give_up(p, step, still);
    seen = look(p, step, x, before, book.reach());
  }
  if (seen == Look::watch) begin_watch(p, step);
  return std::nullopt;
}

PixelEnd end_alone(const TileTask& task, std::size_t pixel, bool early, ValleyBook& book) {
  const BasinSetting& s = task.setting;
  Trajectory walk(course_of(s, pixel));
  Patience patience;
  for (std::uint32_t step = 0; early && step < s.steps && !walk.ended() && !task.stops;) {
    step = next_look(s, step);
    walk.extend(step);
    if (walk.last() < step || !is_whole_look(step)) continue;
    if (const auto valley = rest_of(walk, patience, step, book)) {
      const Iterate end = walk.at(step);
      return {end.x, end.loss, step, *valley, book.valleys[*valley].verdict};
    }
  }
  if (!early) walk.extend(s.steps);
  if (task.stops) return {};
  const Iterate last = walk.at(walk.last());
  if (early && walk.ended() && walk.last() < s.steps)
    return {last.x, last.loss, walk.last(), PixelEnd::no_valley, Verdict::diverged};
  return judged_end(task, walk, book);
}

}  // namespace

bool may_end_early(const BasinSetting& s) {
  return s.ends_early && s.axes == Axes{} && !drifts(s.landscape) && !info(s.optimizer).random &&
         answer(s.optimizer) == Answer::iterate && !may_decay(gear_of(s));
}

BasinTile walk_in_lanes(const TileTask& task) { return TileFlock(task).walk(); }

BasinTile walk_one_by_one(const TileTask& task) {
  BasinTile tile;
  ValleyBook book(task.map, OwnObjective(evaluator(task.setting.landscape)));
  const bool early = may_end_early(task.setting);
  for (std::size_t i = 0; i < task.count && !task.stops; ++i)
    tile.pixels.push_back(end_alone(task, task.first + i, early, book));
  tile.valleys = std::move(book.valleys);
  return tile;
}

}  // namespace fogline
