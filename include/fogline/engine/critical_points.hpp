// SPDX-License-Identifier: MIT
// The critical points of a landscape within a box: found by a lattice and Newton's method, told
// apart by curvature, with an honest word on what may be missing.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "fogline/core/symmetric2.hpp"
#include "fogline/engine/survey.hpp"
#include "fogline/engine/trajectory.hpp"

namespace fogline {

// Degenerate: an eigenvalue is about 0 (less than 1e-9 of the other, or bends the loss by less than
// 1e-7 of the relief across the whole box) or not finite (a kink).
enum class CriticalKind { minimum, saddle, maximum, degenerate };

std::string_view word(CriticalKind kind);  // "minimum"
// As people are told: what holds a curve at y = 0 makes its tops saddles of the plane.
CriticalKind kind_told(const Landscape& landscape, CriticalKind kind);

// A critical point of the map.
struct MapPoint {
  CriticalKind kind = CriticalKind::minimum;
  Vec2 x;
  double value = 0;
  Eigen2 curvature;          // of the Hessian; infinite along which the slope jumps
  std::optional<int> index;  // turns of the gradient around it; none of a curve or a plain
  // Where it stands for a connected set of such points, a curve or a plain: others of it, at most
  // 1,024, in no order.
  std::vector<Vec2> along;
};

// What is known of what is not known.
struct Completeness {
  int lattice = 0;          // cells a side of the finest lattice searched through; 0: none yet
  int quiet_doublings = 0;  // of the lattice, in a row, that found nothing new; 2 end the search
  bool given_up = false;    // too many points, or too much to try
  // Poincare and Hopf: where the gradient turns w times along the edge of the box, the indices
  // inside (+1 an extremum, -1 a saddle) sum up to w. None where a critical point or a kink lies on
  // the edge, or inside there are curves or plains of critical points.
  std::optional<int> turns, index_sum;

  bool adds_up() const { return turns && index_sum && *turns == *index_sum; }
};

// In a sentence or two: "Lattice 128 x 128, ...: complete as far as the index tells."
std::string sentence(const Completeness& completeness);

// Where Newton's method found no slope.
struct CriticalRoot {
  Vec2 x;
  double value = 0;
  Eigen2 curvature;
  bool flat = false;  // the middle of a cell in which nothing slopes
};

// The search, as a value that goes on where it stopped. Of a landscape that drifts, at step 0.
class CriticalPoints {
 public:
  static constexpr int coarsest = 32, finest = 8192;  // cells a side
  // Where a search gives up: isolated points, and jets evaluated by Newton's method.
  static constexpr std::size_t most_points = 100'000, most_jets = 8'000'000;

  CriticalPoints() = default;
  CriticalPoints(const Landscape& landscape, const Box& box);

  // Searches on until the deadline, some cells of the lattice at least. True when done.
  bool advance(Clock::time_point deadline = Clock::time_point::max());
  bool done() const { return done_; }
  // Found by now, the lowest first, those of one value by x, then y; brought up to date after each
  // lattice.
  const std::vector<MapPoint>& points() const { return points_; }
  const Completeness& completeness() const { return completeness_; }
  const Landscape& landscape() const { return landscape_; }
  const Box& box() const { return map_.domain; }

 private:
  struct Row {
    std::vector<double> x, y, gx, gy;
  };
  Row sampled(int row) const;
  std::uint32_t cell_of(Vec2 x) const;
  void begin_lattice();
  void search_cells(int columns);
  void search_cell(int column);
  void try_from(Vec2 x);
  bool add(const CriticalRoot& root);
  bool explained(int column, int turns) const;
  void end_lattice();
  void end();
  void add_listed();
  void publish();
  void count_turns();

  Landscape landscape_;
  Survey map_;
  int cells_ = coarsest, row_ = 0, column_ = 0;
  int quiet_ = 0;  // doublings in a row that found nothing new
  std::size_t jets_ = 0;
  Row below_, above_;  // slopes along the edges of the row
  bool fresh_ = false;
  std::vector<MapPoint> isolated_, degenerate_;
  std::unordered_multimap<std::uint32_t, std::uint32_t> by_cell_;  // the isolated ones
  std::vector<CriticalRoot> roots_;  // degenerate ones, of this lattice
  std::vector<MapPoint> points_;
  Completeness completeness_;
  bool done_ = true;
};

}  // namespace fogline
