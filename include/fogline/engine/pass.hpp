// SPDX-License-Identifier: MIT
// The lowest pass between two valleys: how high one must climb at least, and along which way. A
// straight profile shows a higher barrier.
#pragma once

#include <optional>
#include <vector>

#include "fogline/engine/critical_points.hpp"

namespace fogline {

// A saddle with the ways down from it on both sides.
struct Crossing {
  Vec2 saddle;
  double height = 0;
  // Indices of valleys; a valley that lies off the map, or whose floor was not reached, is none.
  std::optional<std::size_t> valleys[2];
  std::vector<Vec2> ways[2];  // from the saddle to the floor
};

// All valleys of a map and the saddles between them.
class ValleyGraph {
 public:
  ValleyGraph() = default;
  // Of a search that is done, or as far as it is.
  explicit ValleyGraph(const CriticalPoints& search);

  // Goes down from the saddles until the deadline, from one at least. True when done.
  bool advance(Clock::time_point deadline = Clock::time_point::max());
  bool done() const { return next_ == saddles_.size(); }
  // Minima and degenerate points in which descents may end.
  const std::vector<MapPoint>& floors() const { return floors_; }
  const std::vector<Crossing>& crossings() const { return crossings_; }  // the lowest first
  const Landscape& landscape() const { return landscape_; }
  double lowest_on_edge() const { return lowest_on_edge_; }  // of 4,096 points
  // In which valley steepest descent from `x` ends.
  std::optional<std::size_t> valley_of(Vec2 x) const;

 private:
  std::optional<std::size_t> follow(Vec2 start, std::vector<Vec2>& way) const;

  Landscape landscape_;
  Box box_;
  std::vector<MapPoint> floors_, saddles_;
  std::vector<Crossing> crossings_;
  std::size_t next_ = 0;
  double lowest_on_edge_ = HUGE_VAL;
};

struct Pass {
  Vec2 saddle;  // the highest on the way
  double height = 0;
  std::vector<Vec2> path;  // from the floor of the one valley to that of the other
  bool proven = false;     // no way along the edge of the map is lower, as the whole edge is higher
};

// Between two valleys by their indices: the way on which the highest point is lowest. None where
// no way between them stays on the map, as far as its saddles are known, or where they are one.
std::optional<Pass> lowest_pass(const ValleyGraph& valleys, std::size_t from, std::size_t to);

}  // namespace fogline
