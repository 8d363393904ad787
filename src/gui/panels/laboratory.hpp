// SPDX-License-Identifier: MIT
// The laboratory of many dimensions: what it shows, and what it has computed so far. No part of the
// session.
#pragma once

#include <optional>
#include <vector>

#include "fogline/engine/laboratory/critical_shares.hpp"
#include "fogline/engine/laboratory/principal_plane.hpp"
#include "fogline/engine/laboratory/saddle_escape.hpp"
#include "fogline/engine/lesson.hpp"

namespace fogline::gui {

// Shares of minima for 1, 2, ... variables, and what the losses of critical points tell.
struct MinimaPage {
  static constexpr int most = 14;  // variables
  std::vector<FieldCensus> censuses;
  std::vector<NewtonCensus> newton;
  FieldCensus levels{40, 1, 1500};
};

// A race on the plane of its paths.
struct PlanePage {
  int landscape = 3;  // among space_ids()
  int dimensions = 100;
  bool control = false;           // shows the random walk instead
  std::optional<PlaneRace> race;  // empty: not begun, or another one is wanted
};

struct SaddlePage {
  EscapeTimes quiet{0}, noisy{0.03};
};

struct Laboratory {
  enum Page : int { minima, plane, saddles };
  int page = minima;
  bool known = false;  // nothing remains to be computed for the page that is open
  MinimaPage minima_page;
  PlanePage plane_page;
  SaddlePage saddle_page;
};

// Turns to the page that a lesson's step opens; what was computed for it stays.
void show_page(Laboratory& laboratory, const LaboratoryPage& shown);
// Computes on for the page that is open. True when nothing of it remains to be done.
bool advance(Laboratory& laboratory, Clock::time_point deadline);

}  // namespace fogline::gui
