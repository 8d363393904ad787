// SPDX-License-Identifier: MIT
// An axis of a plot: where a value stands on it and which ticks it carries; no drawing.
#pragma once

#include <span>
#include <string>
#include <vector>

namespace fogline::gui {

// symlog: linear around 0 up to `threshold`, logarithmic in both directions beyond.
enum class AxisScale { linear, log, symlog };

struct Axis {
  AxisScale scale = AxisScale::linear;
  double low = 0, high = 1;  // low < high; both above 0 on a log axis
  double threshold = 1e-3;   // of symlog only
};

struct AxisTick {
  double value = 0;
  std::string label;
};

// 0 at `low`, 1 at `high`, beyond outside. NaN where the axis does not know the value (NaN, or
// what is not above 0 on a log axis); infinities stay infinite.
double axis_fraction(const Axis& axis, double value);

// The inverse for fractions in 0..1.
double axis_value(const Axis& axis, double fraction);

// An axis over all finite values with a little room; never empty: a constant gets some height and
// no value at all 0..1. Log is taken only if every finite value is above 0, else symlog.
Axis fitted_axis(std::span<const double> values, AxisScale wanted);

// The scale that shows these values best: linear within a factor of 50, else log or symlog.
AxisScale natural_scale(std::span<const double> values);

// The 1, 2 or 5 times a power of ten that divides `span` into at most `at_most` steps.
double nice_step(double span, int at_most);

// Round values inside the axis, ascending, about `wanted` of them, never more than twice as many.
std::vector<AxisTick> axis_ticks(const Axis& axis, int wanted);

// The same at whole numbers only: for steps.
std::vector<AxisTick> whole_ticks(double low, double high, int wanted);

}  // namespace fogline::gui
