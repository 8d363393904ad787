// SPDX-License-Identifier: MIT
// Each iterate, and between distant ones points of the exact terrain.
#include "scene/draped_walk.hpp"

#include <algorithm>

namespace fogline::scene {
namespace {

constexpr int most_pieces = 48;  // of one step's line over the terrain

// Names a walk for the renderer, which runs on one thread.
std::uint64_t next_id() {
  static std::uint64_t id = 0;
  return ++id;
}

}  // namespace

void DrapedWalk::begin(const Course& course, const std::shared_ptr<const Ground>& ground) {
  course_ = course;
  ground_ = ground;
  piece_ = domain(course.landscape).diagonal() / 96;
  id_ = next_id();
  points_.clear(), breaks_.clear(), steps_.clear(), ends_.clear();
}

void DrapedWalk::follow(const Trajectory& walk, const std::shared_ptr<const Ground>& ground,
                        std::uint32_t last) {
  // Of a long walk only an outline is drawn, which changes as the walk grows.
  const bool same = course_ && *course_ == walk.course() && ground_ == ground;
  const bool outline = !walk.keeps_every_iterate(), grown = walk.last() != known_ || last != shown_;
  known_ = walk.last();
  shown_ = last;
  if (!same || (outline && grown)) begin(walk.course(), ground);
  if (!steps_.empty() && last <= steps_.back()) return;
  const Evaluator f = ground_->evaluator();
  walk.for_each_glimpse(last, [&](const Glimpse& g) {
    if (steps_.empty() || g.step > steps_.back()) go_to(f, g);
  });
}

void DrapedWalk::go_to(const Evaluator& f, const Glimpse& g) {
  if (has(g.event, Event::restart)) {
    breaks_.push_back(points_.size());
  } else if (!points_.empty()) {
    const Vec2 from = last_;
    const int pieces = static_cast<int>(std::min<double>(most_pieces, norm(g.x - from) / piece_));
    for (int i = 1; i <= pieces; ++i)
      add(f, from + (static_cast<double>(i) / (pieces + 1)) * (g.x - from));
  }
  add(f, g.x);
  steps_.push_back(g.step);
  ends_.push_back(points_.size());
}

void DrapedWalk::add(const Evaluator& f, Vec2 x) {
  // Far off the map means far above or below it; forty heights are enough to leave any picture.
  const double height = std::clamp(height_at(f, ground_->relief(), x), -40.0, 40.0);
  points_.emplace_back(x.x, x.y, height);
  last_ = x;
}

std::size_t DrapedWalk::points_to(std::uint32_t step) const {
  const auto after = std::upper_bound(steps_.begin(), steps_.end(), step) - steps_.begin();
  return after == 0 ? 0 : ends_[static_cast<std::size_t>(after) - 1];
}

render::Path DrapedWalk::path(std::uint32_t first, std::uint32_t last) const {
  const std::size_t end = points_to(last),
                    begin = std::min(end, std::max<std::size_t>(1, points_to(first)) - 1);
  render::Path path{.points = {points_.begin() + static_cast<std::ptrdiff_t>(begin),
                               points_.begin() + static_cast<std::ptrdiff_t>(end)}};
  for (const std::size_t b : breaks_)
    if (b > begin && b < end) path.breaks.push_back(b - begin);
  if (first == 0) path.walk = id_;
  return path;
}

}  // namespace fogline::scene
