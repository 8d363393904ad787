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
  std::optional<double> playhead{};  // of this curve alone
};

// The part of the axes that is seen, in fractions of the whole.
struct PlotZoom {
  double x_low = 0, x_high = 1, y_low = 0, y_high = 1;
  friend bool operator==(const PlotZoom&, const PlotZoom&) = default;
};

// A level across the plot, said at its right.
struct PlotLevel {
  double y = 0;
  std::string_view label;
};

// A point of a curve.
struct PlotPoint {
  std::size_t series = 0, index = 0;
};

struct PlotSpec {
  std::span<const Series> series;
  std::optional<AxisScale> scale{};  // none: the one that shows the values best
  std::optional<Axis> y_axis{};      // a fitted_axis() kept by the caller, for very long curves
  double x_high = 1;                 // the x axis runs from 0 to here
  double playhead = 0;               // in units of x: nothing beyond it is drawn
  ImVec2 size{304, 200};             // pixels
  std::string_view x_unit = "steps";
  std::string_view title{};            // what the y axis counts, said above it
  PlotZoom* zoom = nullptr;            // changed by wheel and drag; none: the whole, unmoved
  std::optional<PlotLevel> level{};    // drawn where it lies on the axes
  std::optional<PlotPoint> pointed{};  // marked while the pointer is not on the plot
  std::string_view empty = "Press Space to see the curves.";  // said while there is nothing
};

// The point under the crosshair: nearest curve, nearest of its points at or before the playhead.
struct PlotHover {
  std::size_t series = 0, index = 0;
  double x = 0, y = 0;
};

// `zoom` narrowed by `factor` around the point at the given fractions of what is seen, at most to a
// millionth, at least to the whole; and moved by fractions of what is seen, kept on the axes.
PlotZoom zoomed(const PlotZoom& zoom, double x, double y, double factor);
PlotZoom panned(const PlotZoom& zoom, double x, double y);

// Noted as <name>. The y axis is fitted to all points, also those beyond the playhead, so that it
// stands still while playing.
std::optional<PlotHover> plot(Ui& ui, std::string_view name, const PlotSpec& spec);

}  // namespace fogline::gui
