// SPDX-License-Identifier: MIT
// Where on the map of a sweep steps get too long for the valley they lead into.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "fogline/engine/sweep.hpp"

namespace fogline {

// The learning rate's limit on the quadratic model of the racer's own objective (stability.hpp) at
// the minimum downhill of the start, where small steps end; with several starts at the first of the
// best known minima.
struct StabilityLine {
  Vec2 place;            // that minimum
  double curvature = 0;  // the largest there
  // Straight pieces, in shares of the map: 0 in the middle of the first column or row of cells, 1
  // in the middle of the last. Beyond the line, on the side of greater rates, walks cannot rest
  // there.
  using Piece = std::array<Vec2, 2>;
  std::vector<Piece> pieces;
  // Why there are none, as a sentence: the method tells no limit, or a schedule or a drifting
  // landscape leave none, or the slopes' divisors are known only where a walk has been; no smooth
  // minimum is there; or all of the map is on one side. Empty where there are pieces.
  std::string why_none;
};

// Needs two axes and a start.
StabilityLine stability_line(const SweepSetting& setting);

}  // namespace fogline
