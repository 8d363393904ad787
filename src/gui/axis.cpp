// SPDX-License-Identifier: MIT
// Transforms and ticks of an axis.
#include "gui/axis.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "gui/number.hpp"

namespace fogline::gui {

namespace {

constexpr double room = 0.05;  // above and below the data, of the axis

// The axis unrolled: a straight line on it is a straight line on the screen.
double unrolled(const Axis& axis, double value) {
  switch (axis.scale) {
    case AxisScale::linear:
      return value;
    case AxisScale::log:
      return value > 0 ? std::log10(value) : std::numeric_limits<double>::quiet_NaN();
    case AxisScale::symlog:
      break;
  }
  const double size = std::abs(value) / axis.threshold;
  return std::copysign(size <= 1 ? size : 1 + std::log10(size), value);
}

double rolled(const Axis& axis, double place) {
  switch (axis.scale) {
    case AxisScale::linear:
      return place;
    case AxisScale::log:
      return std::pow(10, place);
    case AxisScale::symlog:
      break;
  }
  const double size = std::abs(place);
  return std::copysign(axis.threshold * (size <= 1 ? size : std::pow(10, size - 1)), place);
}

struct Extent {
  double low = std::numeric_limits<double>::infinity();
  double high = -std::numeric_limits<double>::infinity();
  double smallest = std::numeric_limits<double>::infinity();  // of the sizes above 0
};

Extent extent_of(std::span<const double> values) {
  Extent extent;
  for (double v : values) {
    if (!std::isfinite(v)) continue;
    extent.low = std::min(extent.low, v);
    extent.high = std::max(extent.high, v);
    if (v != 0) extent.smallest = std::min(extent.smallest, std::abs(v));
  }
  return extent;
}

void widen(Axis& axis) {
  const double low = unrolled(axis, axis.low), high = unrolled(axis, axis.high);
  double margin = (high - low) * room;
  if (!(margin > 1e-9 * std::max(std::abs(low), std::abs(high))))
    margin = axis.scale == AxisScale::linear ? std::max(std::abs(high), 1.) * 0.1 : 0.5;
  const double limit = std::numeric_limits<double>::max();
  axis.low = std::clamp(rolled(axis, low - margin), -limit, limit);
  axis.high = std::clamp(rolled(axis, high + margin), -limit, limit);
  if (axis.scale == AxisScale::log) axis.low = std::max(axis.low, 1e-307);
}

AxisTick tick_at(double value) { return {value, short_number(value)}; }

std::vector<AxisTick> linear_ticks(double low, double high, double step) {
  std::vector<AxisTick> ticks;
  const double first = std::ceil(low / step);
  for (int i = 0; (first + i) * step <= high * (high > 0 ? 1 + 1e-12 : 1) && i < 100; ++i)
    ticks.push_back(tick_at(rounded((first + i) * step, 12)));
  return ticks;
}

// Powers of ten 10^from .. 10^to in steps of `stride`, with a sign, where the axis shows them.
void add_powers(std::vector<AxisTick>& ticks, const Axis& axis, int from, int to, int stride,
                double sign) {
  const int first = static_cast<int>(std::ceil(static_cast<double>(from) / stride)) * stride;
  for (int power = first; power <= to; power += stride) {
    const double value = sign * rounded(std::pow(10, power), 1);
    if (value >= axis.low && value <= axis.high) ticks.push_back(tick_at(value));
  }
}

int stride_for(double decades, int wanted) {
  return std::max(1, static_cast<int>(std::ceil(decades / std::max(wanted, 1))));
}

int power_of(double value) { return static_cast<int>(std::floor(std::log10(value))); }

std::vector<AxisTick> log_ticks(const Axis& axis, int wanted) {
  const double decades = std::log10(axis.high) - std::log10(axis.low);
  std::vector<AxisTick> ticks;
  add_powers(ticks, axis, power_of(axis.low), power_of(axis.high) + 1, stride_for(decades, wanted),
             1);
  return ticks;
}

std::vector<AxisTick> symlog_ticks(const Axis& axis, int wanted) {
  const double span = unrolled(axis, axis.high) - unrolled(axis, axis.low);
  const int stride = stride_for(span, wanted), bottom = power_of(axis.threshold);
  std::vector<AxisTick> ticks;
  if (axis.low < 0) add_powers(ticks, axis, bottom, power_of(-axis.low) + 1, stride, -1);
  if (axis.low <= 0 && axis.high >= 0) ticks.push_back(tick_at(0));
  if (axis.high > 0) add_powers(ticks, axis, bottom, power_of(axis.high) + 1, stride, 1);
  std::ranges::sort(ticks, {}, &AxisTick::value);
  return ticks;
}

}  // namespace

double axis_fraction(const Axis& axis, double value) {
  if (std::isnan(value)) return value;
  const double low = unrolled(axis, axis.low), high = unrolled(axis, axis.high);
  return (unrolled(axis, value) - low) / (high - low);
}

double axis_value(const Axis& axis, double fraction) {
  const double low = unrolled(axis, axis.low), high = unrolled(axis, axis.high);
  return rolled(axis, low + fraction * (high - low));
}

AxisScale natural_scale(std::span<const double> values) {
  const Extent extent = extent_of(values);
  if (!(extent.low < extent.high)) return AxisScale::linear;
  const double largest = std::max(std::abs(extent.low), std::abs(extent.high));
  if (!(largest > 50 * extent.smallest)) return AxisScale::linear;
  if (extent.low > 0) return AxisScale::log;
  return largest > 1000 ? AxisScale::symlog : AxisScale::linear;
}

Axis fitted_axis(std::span<const double> values, AxisScale wanted) {
  const Extent extent = extent_of(values);
  Axis axis{.scale = wanted};
  if (!(extent.low <= extent.high)) return {};
  if (wanted == AxisScale::log && extent.low <= 0) axis.scale = AxisScale::symlog;
  axis.low = extent.low;
  axis.high = extent.high;
  const double largest = std::max(std::abs(axis.low), std::abs(axis.high));
  if (largest > 0) {
    const double smallest = std::max(extent.smallest, largest * 1e-8);
    axis.threshold = std::pow(10, std::floor(std::log10(smallest)));
  }
  widen(axis);
  return axis;
}

double nice_step(double span, int at_most) {
  const double raw = span / std::max(at_most, 1);
  const double power = std::pow(10, std::floor(std::log10(raw)));
  for (double factor : {1., 2., 5.})
    if (factor * power >= raw * (1 - 1e-12)) return factor * power;
  return 10 * power;
}

std::vector<AxisTick> axis_ticks(const Axis& axis, int wanted) {
  if (!(axis.high > axis.low) || !std::isfinite(axis.high - axis.low)) return {};
  std::vector<AxisTick> ticks;
  if (axis.scale == AxisScale::log) ticks = log_ticks(axis, wanted);
  if (axis.scale == AxisScale::symlog) ticks = symlog_ticks(axis, wanted);
  if (ticks.size() >= 2) return ticks;
  // Within one decade a log axis is nearly straight: ordinary round numbers say more.
  return linear_ticks(axis.low, axis.high, nice_step(axis.high - axis.low, wanted));
}

std::vector<AxisTick> whole_ticks(double low, double high, int wanted) {
  if (!(high > low) || !std::isfinite(high - low)) return {};
  auto ticks = linear_ticks(low, high, std::max(1., nice_step(high - low, wanted)));
  for (AxisTick& tick : ticks) tick.label = whole_number(tick.value);
  return ticks;
}

}  // namespace fogline::gui
