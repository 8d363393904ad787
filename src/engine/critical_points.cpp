// SPDX-License-Identifier: MIT
// Lattices, each twice as fine as the one before, until two doublings bring nothing new. In each
// cell along whose corners both slopes change sign Newton's method is tried, from more places where
// the gradient turns round the cell and what was found in it does not account for that.
#include "fogline/engine/critical_points.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <tuple>

#include "critical_root.hpp"
#include "degenerate_sets.hpp"
#include "fogline/core/elementary.hpp"
#include "fogline/landscapes/dimension.hpp"
#include "winding.hpp"

namespace fogline {
namespace {

constexpr double same = 1e-7;          // of the diagonal: two roots so near are one
constexpr int finest_of_plains = 128;  // cells a side of the finest lattice that looks for plains

bool straddles(const std::array<double, 4>& slopes) {
  const auto [low, high] = std::minmax_element(slopes.begin(), slopes.end());
  return *low <= 0 && *high >= 0;
}

int index_of(CriticalKind kind) { return kind == CriticalKind::saddle ? -1 : 1; }

bool is_on(const Box& box, Vec2 x) {
  const Vec2 slack = 1e-12 * box.size();
  return Box{box.low - slack, box.high + slack}.contains(x);
}

bool in_order(const MapPoint& a, const MapPoint& b) {
  return std::tie(a.value, a.x.x, a.x.y) < std::tie(b.value, b.x.x, b.x.y);
}

MapPoint* stands_for(std::vector<MapPoint>& sets, Vec2 x, double reach) {
  for (MapPoint& set : sets) {
    if (norm(set.x - x) <= reach) return &set;
    for (const Vec2 other : set.along)
      if (norm(other - x) <= reach) return &set;
  }
  return nullptr;
}

}  // namespace

std::string_view word(CriticalKind kind) {
  constexpr std::string_view words[] = {"minimum", "saddle", "maximum", "degenerate"};
  return words[static_cast<std::size_t>(kind)];
}

CriticalKind kind_told(const Landscape& landscape, CriticalKind kind) {
  return dimension(landscape) == 1 && kind == CriticalKind::saddle ? CriticalKind::maximum : kind;
}

CriticalPoints::CriticalPoints(const Landscape& landscape, const Box& box)
    : landscape_(landscape), map_(fogline::survey(landscape, box)), done_(false) {
  begin_lattice();
}

bool CriticalPoints::advance(Clock::time_point deadline) {
  while (!done_) {
    search_cells(64);
    if (!done_ && row_ == cells_) end_lattice();
    if (Clock::now() >= deadline) break;
  }
  return done_;
}

// The slopes along horizontal line number `row` of the lattice.
CriticalPoints::Row CriticalPoints::sampled(int row) const {
  const auto n = static_cast<std::size_t>(cells_) + 1;
  Row line{std::vector<double>(n), std::vector<double>(n), std::vector<double>(n),
           std::vector<double>(n)};
  for (std::size_t i = 0; i < n; ++i) {
    const Vec2 p =
        map_.domain.at(static_cast<double>(i) / cells_, static_cast<double>(row) / cells_);
    line.x[i] = p.x;
    line.y[i] = p.y;
  }
  sample(landscape_, line.x, line.y, {}, line.gx, line.gy);
  return line;
}

std::uint32_t CriticalPoints::cell_of(Vec2 x) const {
  const Vec2 size = map_.domain.size(), p = x - map_.domain.low;
  const auto place = [&](double share) {
    return static_cast<std::uint32_t>(std::clamp(share * cells_, 0.0, cells_ - 1.0));
  };
  return place(p.y / size.y) * static_cast<std::uint32_t>(cells_) + place(p.x / size.x);
}

void CriticalPoints::begin_lattice() {
  row_ = column_ = 0;
  fresh_ = false;
  below_ = sampled(0);
  above_ = sampled(1);
  std::erase_if(roots_,
                [&](const CriticalRoot& r) { return !r.flat || cells_ <= finest_of_plains; });
  by_cell_.clear();
  for (std::size_t i = 0; i < isolated_.size(); ++i)
    by_cell_.emplace(cell_of(isolated_[i].x), static_cast<std::uint32_t>(i));
}

// So many cells on, or to the end of the row.
void CriticalPoints::search_cells(int columns) {
  const int last = std::min(cells_, column_ + columns);
  for (; column_ < last; ++column_) search_cell(column_);
  if (isolated_.size() > most_points || jets_ > most_jets) {
    completeness_.given_up = true;
    return end();
  }
  if (column_ < cells_) return;
  column_ = 0;
  if (++row_ == cells_) return;
  below_ = std::move(above_);
  above_ = sampled(row_ + 1);
}

void CriticalPoints::search_cell(int column) {
  const auto i = static_cast<std::size_t>(column);
  const Row& above = above_;
  const std::array<double, 4> gx{below_.gx[i], below_.gx[i + 1], above.gx[i + 1], above.gx[i]};
  const std::array<double, 4> gy{below_.gy[i], below_.gy[i + 1], above.gy[i + 1], above.gy[i]};
  if (!straddles(gx) || !straddles(gy)) return;
  const Vec2 low{below_.x[i], below_.y[i]}, size{above.x[i + 1] - low.x, above.y[i + 1] - low.y};
  std::array<Vec2, 4> slopes;
  double steepest = 0;
  for (std::size_t k = 0; k < 4; ++k) {
    slopes[k] = {gx[k], gy[k]};
    steepest = max(steepest, norm(slopes[k]));
  }
  const Vec2 middle = low + 0.5 * size;
  if (steepest <= 10 * level_slope(map_)) {
    if (cells_ > finest_of_plains) return;
    const Evaluator f = evaluator(landscape_);
    roots_.push_back({.x = middle, .value = f.value(middle), .curvature = {}, .flat = true});
    return;
  }
  const int turns = turns_around_cell(slopes);
  if (explained(column, turns)) return;
  try_from(middle);
  if (turns == 0) return;
  for (const Vec2 share : {Vec2{-1, -1}, {1, -1}, {1, 1}, {-1, 1}}) {
    if (explained(column, turns)) return;
    try_from(middle + Vec2{0.25 * share.x * size.x, 0.25 * share.y * size.y});
  }
}

// Whether the points known in a cell make the gradient turn so often around it.
bool CriticalPoints::explained(int column, int turns) const {
  const auto cell = static_cast<std::uint32_t>(row_ * cells_ + column);
  const auto [first, end] = by_cell_.equal_range(cell);
  int sum = 0;
  for (auto known = first; known != end; ++known) sum += *isolated_[known->second].index;
  return first != end && sum == turns;
}

void CriticalPoints::try_from(Vec2 x) {
  const double reach = 1.5 * map_.diagonal / cells_;
  const auto root = critical_root(evaluator(landscape_), map_, x, reach, jets_);
  if (root && is_on(map_.domain, root->x)) add(*root);
}

// False for one that is known.
bool CriticalPoints::add(const CriticalRoot& root) {
  const CriticalKind kind = kind_of(root.curvature, map_);
  if (kind == CriticalKind::degenerate) {
    roots_.push_back(root);
    return true;
  }
  const double near = same * map_.diagonal;
  for (const double dy : {-near, 0.0, near})
    for (const double dx : {-near, 0.0, near}) {
      const auto [first, end] = by_cell_.equal_range(cell_of(root.x + Vec2{dx, dy}));
      for (auto known = first; known != end; ++known)
        if (norm(isolated_[known->second].x - root.x) <= near) return false;
    }
  by_cell_.emplace(cell_of(root.x), static_cast<std::uint32_t>(isolated_.size()));
  isolated_.push_back({kind, root.x, root.value, root.curvature, index_of(kind), {}});
  fresh_ = true;
  return true;
}

void CriticalPoints::end_lattice() {
  const bool plains = std::any_of(roots_.begin(), roots_.end(), [](auto& r) { return r.flat; });
  const int cells = plains ? std::min(cells_, finest_of_plains) : cells_;
  const double reach = 2 * map_.diagonal / cells;
  std::vector<MapPoint> sets = connected_sets(evaluator(landscape_), map_, roots_, reach);
  fresh_ = fresh_ || sets.size() != degenerate_.size();
  degenerate_ = std::move(sets);
  quiet_ = fresh_ || cells_ == coarsest ? 0 : quiet_ + 1;
  completeness_.lattice = cells_;
  completeness_.quiet_doublings = quiet_;
  if (quiet_ == 2 || cells_ == finest) return end();
  publish();
  cells_ *= 2;
  begin_lattice();
}

void CriticalPoints::publish() {
  points_ = isolated_;
  points_.insert(points_.end(), degenerate_.begin(), degenerate_.end());
  std::sort(points_.begin(), points_.end(), in_order);
}

void CriticalPoints::end() {
  done_ = true;
  add_listed();
  publish();
  count_turns();
}

// Minima that the landscape lists and no lattice met: tips of cones, needles. One where the slope
// neither vanishes nor jumps, a minimum of the edge, is no critical point.
void CriticalPoints::add_listed() {
  const Evaluator f = evaluator(landscape_);
  std::vector<Vec2> listed = minima(landscape_);
  const std::vector<Vec2> higher = local_minima(landscape_);
  listed.insert(listed.end(), higher.begin(), higher.end());
  for (const Vec2 x : listed) {
    if (!map_.domain.contains(x)) continue;
    const CriticalRoot root = root_at(f, map_, x);
    const CriticalKind kind = kind_of(root.curvature, map_);
    const bool kink = !std::isfinite(root.curvature.low) || !std::isfinite(root.curvature.high);
    if (!kink && norm(f.gradient(x).gradient) > 1e4 * level_slope(map_)) continue;
    if (kind != CriticalKind::degenerate) {
      add(root);
      continue;
    }
    MapPoint point{kind, x, root.value, root.curvature, {}, {}};
    MapPoint* set = stands_for(degenerate_, x, 1.5 * map_.diagonal / cells_);
    if (set) point.along = set->along;
    if (!set || set->index) point.index = turns_around(f, x, map_.diagonal / cells_ / 8);
    if (set)
      *set = point;
    else
      degenerate_.push_back(point);
  }
}

void CriticalPoints::count_turns() {
  completeness_.turns = turns_along_edge(evaluator(landscape_), map_.domain, cells_);
  completeness_.index_sum = 0;
  for (const MapPoint& point : points_) {
    if (!point.index) {
      completeness_.index_sum.reset();
      return;
    }
    *completeness_.index_sum += *point.index;
  }
}

}  // namespace fogline
