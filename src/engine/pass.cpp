// SPDX-License-Identifier: MIT
// ValleyGraph are the nodes and saddles the edges of a graph; its minimum spanning tree (Kruskal
// 1956, Proc. AMS 7:48) holds the lowest way between any two.
#include "fogline/engine/pass.hpp"

#include <algorithm>
#include <cmath>

#include "fogline/core/elementary.hpp"
#include "fogline/engine/streamline.hpp"
#include "union_find.hpp"

namespace fogline {
namespace {

constexpr double first_step = 1e-4;  // of the diagonal, off the saddle
constexpr double near_floor = 0.02;  // of the diagonal: how near a line of descent ends

// Where on the floor of a set the place next to x is.
Vec2 nearest_of(const MapPoint& floor, Vec2 x) {
  Vec2 best = floor.x;
  for (const Vec2 other : floor.along)
    if (norm(other - x) < norm(best - x)) best = other;
  return best;
}

bool falls_along(const Evaluator& f, Vec2 x, Vec2 end) {
  constexpr int pieces = 16;
  double before = f.value(x);
  for (int k = 1; k <= pieces; ++k) {
    const double here = f.value(x + (static_cast<double>(k) / pieces) * (end - x));
    if (!(here <= before + 1e-12 * abs(before))) return false;
    before = here;
  }
  return true;
}

double lowest_along_edge(const Landscape& landscape, const Box& box) {
  constexpr int pieces = 1024;
  std::vector<double> x, y, value(4 * pieces);
  for (int k = 0; k < pieces; ++k)
    for (const Vec2 share :
         {Vec2{k + 0.5, 0}, {k + 0.5, pieces}, {0, k + 0.5}, {pieces, k + 0.5}}) {
      const Vec2 p = box.at(share.x / pieces, share.y / pieces);
      x.push_back(p.x);
      y.push_back(p.y);
    }
  sample(landscape, x, y, value, {}, {});
  return *std::min_element(value.begin(), value.end());
}

// A step of the way: over a crossing, to the valley on its other side.
struct Step {
  const Crossing* crossing = nullptr;
  int side = 0;  // on which one arrives
};

using Tree = std::vector<std::vector<Step>>;

// The rising crossings that join valleys, until `from` and `to` are joined.
Tree joined(const ValleyGraph& valleys, std::size_t from, std::size_t to) {
  Tree tree(valleys.floors().size());
  UnionFind sets(tree.size());
  for (const Crossing& c : valleys.crossings()) {
    if (!c.valleys[0] || !c.valleys[1] || !sets.join(*c.valleys[0], *c.valleys[1])) continue;
    tree[*c.valleys[0]].push_back({&c, 1});
    tree[*c.valleys[1]].push_back({&c, 0});
    if (sets.root(from) == sets.root(to)) break;
  }
  return tree;
}

// Breadth first; empty where there is no way.
std::vector<Step> way(const Tree& tree, std::size_t from, std::size_t to) {
  std::vector<std::optional<Step>> arrival(tree.size());
  std::vector<std::size_t> reached{from};
  for (std::size_t k = 0; k < reached.size(); ++k)
    for (const Step& step : tree[reached[k]]) {
      const std::size_t there = *step.crossing->valleys[step.side];
      if (there == from || arrival[there]) continue;
      arrival[there] = step;
      reached.push_back(there);
    }
  std::vector<Step> steps;
  for (std::size_t at = to; at != from && arrival[at];
       at = *arrival[at]->crossing->valleys[1 - arrival[at]->side])
    steps.insert(steps.begin(), *arrival[at]);
  return steps;
}

void append(std::vector<Vec2>& path, const Step& step) {
  const auto& up = step.crossing->ways[1 - step.side];
  const auto& down = step.crossing->ways[step.side];
  path.insert(path.end(), up.rbegin(), up.rend());
  path.insert(path.end(), down.begin() + 1, down.end());
}

}  // namespace

ValleyGraph::ValleyGraph(const CriticalPoints& search)
    : landscape_(search.landscape()),
      box_(search.box()),
      lowest_on_edge_(lowest_along_edge(search.landscape(), search.box())) {
  for (const MapPoint& p : search.points()) {
    if (p.kind == CriticalKind::saddle) saddles_.push_back(p);
    if (p.kind == CriticalKind::minimum || p.kind == CriticalKind::degenerate) floors_.push_back(p);
  }
}

bool ValleyGraph::advance(Clock::time_point deadline) {
  while (!done()) {
    const MapPoint& saddle = saddles_[next_++];
    Crossing crossing{.saddle = saddle.x, .height = saddle.value};
    const Vec2 off = first_step * box_.diagonal() * saddle.curvature.low_direction;
    for (const int side : {0, 1}) {
      crossing.ways[side] = {saddle.x};
      crossing.valleys[side] =
          follow(side == 0 ? saddle.x + off : saddle.x - off, crossing.ways[side]);
    }
    crossings_.push_back(std::move(crossing));
    if (Clock::now() >= deadline) break;
  }
  return done();
}

std::optional<std::size_t> ValleyGraph::valley_of(Vec2 x) const {
  std::vector<Vec2> way;
  return follow(x, way);
}

// Appends the line of descent and the floor it ends on.
std::optional<std::size_t> ValleyGraph::follow(Vec2 start, std::vector<Vec2>& way) const {
  if (!box_.contains(start)) return std::nullopt;
  const Evaluator f = evaluator(landscape_);
  const Streamline line = steepest_descent(f, box_, start);
  way.insert(way.end(), line.points.begin(), line.points.end());
  const Vec2 end = way.back();
  std::optional<std::size_t> nearest;
  double distance = near_floor * box_.diagonal();
  for (std::size_t k = 0; k < floors_.size(); ++k) {
    const Vec2 floor = nearest_of(floors_[k], end);
    if (norm(floor - end) < distance && falls_along(f, end, floor)) {
      nearest = k;
      distance = norm(floor - end);
    }
  }
  if (nearest) way.push_back(nearest_of(floors_[*nearest], end));
  return nearest;
}

std::optional<Pass> lowest_pass(const ValleyGraph& valleys, std::size_t from, std::size_t to) {
  const std::vector<Step> steps = way(joined(valleys, from, to), from, to);
  if (steps.empty()) return std::nullopt;
  Pass pass{.height = -HUGE_VAL};
  for (const Step& step : steps) {
    append(pass.path, step);
    if (step.crossing->height <= pass.height) continue;
    pass.height = step.crossing->height;
    pass.saddle = step.crossing->saddle;
  }
  pass.proven = pass.height <= valleys.lowest_on_edge();
  return pass;
}

}  // namespace fogline
