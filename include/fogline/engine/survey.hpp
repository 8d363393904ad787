// SPDX-License-Identifier: MIT
// What the map knows of a landscape beyond what a walker feels: looked up once, used by every
// judgement.
#pragma once

#include <optional>
#include <vector>

#include "fogline/landscapes/landscape.hpp"

namespace fogline {

struct Survey {
  Box domain;
  double diagonal = 1;           // of the domain
  double relief = 1;             // from the lowest known loss to the median of a lattice; never 0
  std::vector<Vec2> minima;      // every known global minimum
  std::optional<double> lowest;  // the loss there; none where none is known
  double time = 0;               // the step that it is of, where the landscape drifts
};

// `time` is the step, for landscapes that drift: as the map is then, its minima those on it.
Survey survey(const Landscape& landscape, double time = 0);
// Of another box than the landscape's domain.
Survey survey(const Landscape& landscape, const Box& box, double time = 0);

}  // namespace fogline
