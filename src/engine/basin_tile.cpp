// SPDX-License-Identifier: MIT
// A tile walked as a flock, or one walk after the other.
#include "basin_tile.hpp"

#include <algorithm>

#include "bare_judgement.hpp"
#include "fogline/optimizers/stability.hpp"
#include "lane_walk.hpp"
#include "resting.hpp"

namespace fogline {
namespace {

Gear gear_of(const BasinSetting& s) {
  return equip(s.optimizer, s.axes, evaluator(s.landscape), domain(s.landscape), {s.seed, 0},
               drifts(s.landscape));
}

// Whether walks can be over early. Who lies still will stay only where no step can become much
// longer than what counts as still.
bool may_end_early(const TileTask& task) {
  const BasinSetting& s = task.setting;
  return s.ends_early && s.axes == Axes{} && !drifts(s.landscape) && !info(s.optimizer).random &&
         answer(s.optimizer) == Answer::iterate && unrest(s.optimizer) <= 4e-3 * task.map.diagonal;
}

// Whether a walker that lies still at a minimum stays there.
bool stays(const Optimizer& optimizer, ValleyBook& book, const Arrival& at) {
  if (strays(optimizer) && at.degenerate) return false;
  const double longest = unrest(optimizer);
  return longest == 0 || book.holds(at, longest);
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

// Walkers of a tile that walk together.
struct Group {
  Flock flock;
  std::vector<std::size_t> pixel;  // of the tile, for each of them
  std::vector<Vec2> before;        // where they were at the look before
  std::vector<Patience> patience;
  std::vector<std::uint8_t> under_way;  // 0: its end is known
  std::size_t arrived = 0;              // how many of these there are

  bool is_done() const { return arrived == flock.size(); }
  // Those who have arrived make room.
  void thin_out() {
    flock.keep(under_way);
    std::size_t kept = 0;
    for (std::size_t i = 0; i < under_way.size(); ++i) {
      if (!under_way[i]) continue;
      pixel[kept] = pixel[i];
      before[kept] = before[i];
      patience[kept] = patience[i];
      ++kept;
    }
    pixel.resize(kept);
    before.resize(kept);
    patience.resize(kept);
    under_way.assign(kept, 1);
    arrived = 0;
  }
  Group part(std::size_t first, std::size_t count) const {
    const auto some = [&](const auto& all) {
      const auto begin = all.begin() + static_cast<std::ptrdiff_t>(first);
      return std::decay_t<decltype(all)>(begin, begin + static_cast<std::ptrdiff_t>(count));
    };
    return {flock.part(first, count), some(pixel), some(before), some(patience), some(under_way)};
  }
};

class TileFlock {
 public:
  explicit TileFlock(const TileTask& task)
      : task_(task),
        gear_(gear_of(task.setting)),
        book_(task.map, OwnObjective(gear_.at(task.setting.steps))),
        course_(course_of(task.setting, task.pixel(0))),
        ends_early_(may_end_early(task)) {
    notes_.want(judged_steps(task.setting.steps));
    tile_.pixels.resize(task.count());
  }

  // What a judge looks back on is noted, of few walkers at a time.
  BasinTile walk() {
    Group all = everybody();
    walk_to(notes_.begin() / look_every * look_every, all);
    all.thin_out();
    for (std::size_t i = 0; i < all.flock.size() && !task_.stops; i += noted_at_once)
      finish(all.part(i, std::min(noted_at_once, all.flock.size() - i)));
    tile_.valleys = std::move(book_.valleys);
    return std::move(tile_);
  }

 private:
  Vec2 start(std::size_t pixel) const { return task_.setting.start(task_.pixel(pixel)); }

  Group everybody() const {
    std::vector<Vec2> starts;
    std::vector<std::size_t> pixels;
    for (std::size_t i = 0; i < task_.count(); ++i) {
      starts.push_back(start(i));
      pixels.push_back(i);
    }
    const BlockEvaluator block = block_evaluator(task_.setting.landscape, *task_.instructions);
    return {Flock(task_.setting.optimizer, task_.setting.axes, block, *task_.instructions, starts),
            std::move(pixels), std::move(starts), std::vector<Patience>(task_.count()),
            std::vector<std::uint8_t>(task_.count(), 1)};
  }

  // As far as a step at which walkers are looked at.
  void walk_to(std::uint32_t last, Group& g) {
    while (g.flock.step() < last && !g.is_done() && !task_.stops) {
      g.flock.walk(next_look(task_.setting, g.flock.step()) - g.flock.step());
      look_at_all(g);
      if (g.arrived * 8 >= g.flock.size()) g.thin_out();
    }
  }

  // To the last step. Who is still under way then is judged.
  void finish(Group g) {
    while (g.flock.step() < task_.setting.steps && !g.is_done() && !task_.stops) {
      notes_.walk(g.flock, next_look(task_.setting, g.flock.step()));
      look_at_all(g);
    }
    if (g.is_done() || task_.stops) return;
    LaneWalk walk(g.flock, notes_, course_, gear_);
    for (std::size_t i = 0; i < g.flock.size(); ++i) {
      if (!g.under_way[i]) continue;
      walk.follow(i, start(g.pixel[i]));
      tile_.pixels[g.pixel[i]] = judged_end(task_, walk, book_, memo_);
    }
  }

  void look_at_all(Group& g) {
    g.flock.watch_none();
    for (std::size_t i = 0; i < g.flock.size(); ++i)
      if (g.under_way[i]) look_at(i, g);
  }

  void look_at(std::size_t i, Group& g) {
    const Vec2 x = g.flock.place(i);
    const std::uint32_t step = g.flock.step();
    if (g.flock.ended(i)) return arrive(i, g, x, g.flock.steps(i), Verdict::diverged);
    Patience& p = g.patience[i];
    if (is_whole_look(step) && ends_early_) {
      Look seen = look(p, step, x, g.before[i], book_.reach());
      if (seen == Look::test) {
        const bool still = is_small(g.flock.box(i), book_.reach());
        const auto end =
            still ? book_.resting_at(own_objective(g.flock, i, gear_), x) : std::nullopt;
        if (end && stays(task_.setting.optimizer, book_, *end))
          return arrive(i, g, x, step, end->verdict, end->valley);
        give_up(p, step, still);
        seen = look(p, step, x, g.before[i], book_.reach());
      }
      if (seen == Look::watch) {
        begin_watch(p, step);
        g.flock.watch(i);
      }
      if (p.watching) g.flock.keep_watching(i);
    }
    g.before[i] = x;
  }

  void arrive(std::size_t i, Group& g, Vec2 x, std::uint32_t steps, Verdict verdict,
              std::uint32_t valley = PixelEnd::no_valley) {
    tile_.pixels[g.pixel[i]] = {x, gear_.at(steps).value(x), steps, valley, verdict};
    g.under_way[i] = 0;
    ++g.arrived;
  }

  const TileTask& task_;
  Gear gear_;
  ValleyBook book_;
  SurroundingsMemo memo_;
  Course course_;
  bool ends_early_ = true;
  LaneNotes notes_;
  BasinTile tile_;
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
std::optional<Arrival> rest_of(const Trajectory& t, Patience& p, std::uint32_t step,
                               ValleyBook& book) {
  const Vec2 x = t.at(step).x;
  const Vec2 before = t.at(step - look_every).x;
  Look seen = look(p, step, x, before, book.reach());
  if (seen == Look::test) {
    const bool still = is_small(box_around(t, p.since, step), book.reach());
    const auto end = still ? book.resting_at(OwnObjective(t, step), x) : std::nullopt;
    if (end && stays(t.course().optimizer, book, *end)) return end;
    give_up(p, step, still);
    seen = look(p, step, x, before, book.reach());
  }
  if (seen == Look::watch) begin_watch(p, step);
  return std::nullopt;
}

PixelEnd end_alone(const TileTask& task, std::size_t pixel, bool early, ValleyBook& book,
                   SurroundingsMemo& memo) {
  const BasinSetting& s = task.setting;
  Trajectory walk(course_of(s, pixel));
  Patience patience;
  for (std::uint32_t step = 0; early && step < s.steps && !walk.ended() && !task.stops;) {
    step = next_look(s, step);
    walk.extend(step);
    if (walk.last() < step || !is_whole_look(step)) continue;
    if (const auto end = rest_of(walk, patience, step, book)) {
      const Iterate last = walk.at(step);
      return {last.x, last.loss, step, end->valley, end->verdict};
    }
  }
  if (!early) walk.extend(s.steps);
  if (task.stops) return {};
  const Iterate last = walk.at(walk.last());
  if (early && walk.ended() && walk.last() < s.steps)
    return {last.x, last.loss, walk.last(), PixelEnd::no_valley, Verdict::diverged};
  return judged_end(task, walk, book, memo);
}

}  // namespace

BasinTile walk_in_lanes(const TileTask& task) { return TileFlock(task).walk(); }

BasinTile walk_one_by_one(const TileTask& task) {
  BasinTile tile;
  ValleyBook book(task.map, OwnObjective(gear_of(task.setting).at(task.setting.steps)));
  SurroundingsMemo memo;
  const bool early = may_end_early(task);
  for (std::size_t i = 0; i < task.count() && !task.stops; ++i)
    tile.pixels.push_back(end_alone(task, task.pixel(i), early, book, memo));
  tile.valleys = std::move(book.valleys);
  return tile;
}

}  // namespace fogline
