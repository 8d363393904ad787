// SPDX-License-Identifier: MIT
// Lines of steepest descent, as polylines in domain coordinates, and the slope on a lattice.
#pragma once

#include <cstdint>
#include <vector>

#include "fogline/engine/trajectory.hpp"
#include "fogline/landscapes/landscape.hpp"

namespace fogline {

enum class LineEnd { critical_point, edge, spent };

struct Streamline {
  std::vector<Vec2> points;  // from its start on
  LineEnd end = LineEnd::spent;
};

// From `start` along the gradient, or down against it, until a critical point, the edge of the box
// (the last point lies on it), or `longest`, a length in domain units. Integrates x' = -g / |g| by
// Dormand and Prince's method (1980, J. Comput. Appl. Math. 6:19) to 1e-6 of the box's diagonal a
// step. Where a narrow floor lets it make short steps only, it is spent after 20,000.
Streamline steepest_descent(const Evaluator& f, const Box& box, Vec2 start,
                            double longest = HUGE_VAL);
Streamline steepest_ascent(const Evaluator& f, const Box& box, Vec2 start,
                           double longest = HUGE_VAL);

// Lines of steepest descent over a whole box, about evenly spaced: after Jobard and Lefer 1997,
// Visualization in Scientific Computing: 43. Seeds lie on a lattice; a line ends where it would
// come nearer than half the spacing to another one.
class Streamlines {
 public:
  Streamlines() = default;
  // `across`: how many spacings fit into the longer side of the box.
  Streamlines(const Landscape& landscape, const Box& box, int across = 28);

  // Traces on until the deadline, one line at least. True when done.
  bool advance(Clock::time_point deadline = Clock::time_point::max());
  bool done() const { return seed_ == seeds_.size(); }
  // Each from high to low.
  const std::vector<std::vector<Vec2>>& lines() const { return lines_; }
  const Landscape& landscape() const { return landscape_; }
  const Box& box() const { return box_; }

 private:
  bool is_free(Vec2 x) const;
  void occupy(const std::vector<Vec2>& line);
  void trace(Vec2 seed);

  Landscape landscape_;
  Box box_;
  double spacing_ = 1;
  std::size_t seed_ = 0;
  std::vector<Vec2> seeds_;
  int columns_ = 0, rows_ = 0;
  std::vector<std::vector<Vec2>> taken_;  // points of lines, by square cells as wide as the spacing
  std::vector<std::vector<Vec2>> lines_;
};

struct SlopeAt {
  Vec2 x, gradient;
};

// At the centres of nx x ny cells, row by row from the lower left; cells where the slope is not
// finite are left out.
std::vector<SlopeAt> slope_field(const Landscape& landscape, const Box& box, int nx, int ny);

}  // namespace fogline
