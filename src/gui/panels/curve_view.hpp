// SPDX-License-Identifier: MIT
// What the curve section shows, and the curves it has made for that. No part of the session.
#pragma once

#include <optional>
#include <vector>

#include "fogline/engine/curve.hpp"
#include "gui/axis.hpp"
#include "gui/plot.hpp"

namespace fogline::gui {

// Curves of all racers, as they were when the race became known.
struct MadeCurves {
  CurveOf quantity{};
  Unit over{};
  Prices prices;
  std::vector<Curve> of;
};

struct CurveView {
  CurveOf quantity = CurveOf::loss;  // the loss is shown as the gap on a log scale
  AxisScale scale = AxisScale::log;  // wanted; what cannot be shown so is shown symlog
  std::optional<Unit> over;          // none: the budget's unit
  PlotZoom zoom;
  bool open = true;      // drawn out in the panel
  bool pointed = false;  // the pointer was on the plot: the wheel is the plot's
  std::optional<MadeCurves> made;
};

}  // namespace fogline::gui
