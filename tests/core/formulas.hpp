// SPDX-License-Identifier: MIT
// Formulas that together use the whole vocabulary, smooth at the points where tests differentiate.
#pragma once

#include <tuple>

#include "fogline/core/elementary.hpp"

namespace fogline::tests {

inline const auto formulas = std::tuple{
    [](const auto& x, const auto& y) { return x * y + x / y - 3.0 / x + y / 2.0 - (-x) * 2.0; },
    [](const auto& x, const auto& y) { return sq(x - 1.5) * pow(y, 3) + pow(x, -2) + 1.0 - y; },
    [](const auto& x, const auto& y) { return sqrt(sq(x) + sq(y)) * exp(-0.5 * x * y); },
    [](const auto& x, const auto& y) { return sin(x * y) + cos(x - 2.0 * y) * sin(y); },
    [](const auto& x, const auto& y) { return log(x * x + y) + tanh(x - y) * x; },
    [](const auto& x, const auto& y) { return atan2(y * x, x + y) + atan2(x, -y) * y; },
    [](const auto& x, const auto& y) { return abs(x - y * 3.0) * y + floor(x) * x; },
    [](const auto& x, const auto& y) { return min(x * y, x + y) + max(sq(x), y) + max(x, 0.1); },
    [](const auto& x, const auto& y) { return select(x < y, x * x, y * x) + min(y, 100.0); },
    [](const auto& x, const auto& y) {
      const auto both = sincos(x * y);
      return both.sin * both.cos * x;
    },
    [](const auto& x, const auto& y) { return sinpi(x * y) + cospi(x - 2.0 * y) * sinpi(y); },
    [](const auto& x, const auto& y) { return cos_sqrt(sq(x) + 4.0 * sq(y)) * y + cos_sqrt(x); }};

}  // namespace fogline::tests
