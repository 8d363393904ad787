// SPDX-License-Identifier: MIT
// Maps values to places on a slider and back.
#include "gui/slider_scale.hpp"

#include <algorithm>
#include <cmath>

#include "gui/number.hpp"

namespace fogline::gui {

namespace {

bool is_log(const Range& range) { return range.scale == Scale::log && range.min > 0; }

// The largest power of ten of which the range holds at least 500.
double step_of(const Range& range) {
  return std::pow(10, std::floor(std::log10((range.max - range.min) / 500)));
}

}  // namespace

double fraction_of(const Range& range, double value) {
  if (std::isnan(value) || !(range.max > range.min)) return 0;
  const double inside = std::clamp(value, range.min, range.max);
  if (is_log(range)) return std::log(inside / range.min) / std::log(range.max / range.min);
  return (inside - range.min) / (range.max - range.min);
}

double value_at(const Range& range, double fraction) {
  if (!(fraction > 0) || !(range.max > range.min)) return range.min;
  if (fraction >= 1) return range.max;
  double value = 0;
  if (is_log(range)) {
    value = rounded(range.min * std::pow(range.max / range.min, fraction), 3);
  } else {
    const double exact = range.min + fraction * (range.max - range.min), step = step_of(range);
    value = rounded(std::round(exact / step) * step, 12);
  }
  return std::clamp(value, range.min, range.max);
}

}  // namespace fogline::gui
