// SPDX-License-Identifier: MIT
// A line plot on the dark curve plate: several curves over steps or cost, revealed up to the
// playhead, read by hovering.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

#include "gui/axis.hpp"
#include "gui/ui.hpp"

namespace fogline::gui {

// `y[i]` belongs to x[i], or to i where `x` is empty; x never decreases. NaN is a gap.
struct Series {
  std::span<const double> y;
  std::span<const double> x{};
  int mark = 0;  // its colour and the mark at its end
  float opacity = 1;
};

struct PlotSpec {
  std::span<const Series> series;
  std::optional<AxisScale> scale{};  // none: the one that shows the values best
  std::optional<Axis> y_axis{};      // a fitted_axis() kept by the caller, for very long curves
  double x_high = 1;                 // the x axis runs from 0 to here
  double playhead = 0;               // in units of x: nothing beyond it is drawn
  ImVec2 size{304, 200};             // pixels
  std::string_view x_unit = "steps";
  std::string_view empty = "Press Space to see the curves.";  // said while there is nothing
};

// The point under the crosshair: nearest curve, nearest of its points at or before the playhead.
struct PlotHover {
  std::size_t series = 0, index = 0;
  double x = 0, y = 0;
};

// Noted as <name>. The y axis is fitted to all points, also those beyond the playhead, so that it
// stands still while playing.
std::optional<PlotHover> plot(Ui& ui, std::string_view name, const PlotSpec& spec);

}  // namespace fogline::gui
