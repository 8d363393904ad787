// SPDX-License-Identifier: MIT
// Where a landscape is exempt from what all others promise, and why: as narrow as can be.
#pragma once

#include <algorithm>
#include <cmath>
#include <string_view>

#include "fogline/landscapes/landscape.hpp"

namespace fogline::tests {

// A band around places without derivatives, some hundred times as wide as the differences taken.
struct Kink {
  std::string_view id;
  bool (*at)(Vec2);
  std::string_view reason;
};

inline constexpr double band = 2e-3;

inline const Kink kinks[] = {
    {"ackley", [](Vec2 p) { return norm(p) < band; }, "the tip of a cone"},
    {"salomon", [](Vec2 p) { return norm(p) < band; }, "the tip of a cone"},
    {"flower", [](Vec2 p) { return norm(p) < 0.02; },
     "the origin, where the petals meet without a limit"},
    {"schwefel", [](Vec2 p) { return std::min(std::abs(p.x), std::abs(p.y)) < band; },
     "sqrt(|x|) at 0: the curvature is infinite"},
    {"eggholder",
     [](Vec2 p) {
       const double v = p.y + 47;
       return std::min(std::abs(p.x / 2 + v), std::abs(p.x - v)) < band;
     },
     "sqrt(|u|) at 0: the slope is infinite"},
    {"cross_in_tray",
     [](Vec2 p) { return std::min(std::abs(std::sin(p.x)), std::abs(std::sin(p.y))) < band; },
     "ridges where |sin| is 0"},
    {"holder_table",
     [](Vec2 p) {
       return std::min({std::abs(std::sin(p.x)), std::abs(std::cos(p.y)),
                        std::abs(norm(p) - 3.141592653589793)}) < band;
     },
     "ridges where |sin| or |cos| is 0, and a crease at r = pi"},
    {"bukin6",
     [](Vec2 p) { return std::min(std::abs(p.y - 0.01 * p.x * p.x), std::abs(p.x + 10)) < band; },
     "the bottom of the valley, where the slope is infinite, and |x + 10| at 0"},
    {"alpine",
     [](Vec2 p) {
       const auto fold = [](double t) { return std::abs(t * (std::sin(t) + 0.1)); };
       return std::min(fold(p.x), fold(p.y)) < band;
     },
     "|u| at 0"}};

inline bool has_kink(const Landscape& landscape, Vec2 p) {
  return std::any_of(std::begin(kinks), std::end(kinks),
                     [&](const Kink& k) { return k.id == info(landscape).id && k.at(p); });
}

struct Exception {
  std::string_view id, reason;
};

inline constexpr Exception without_minima[] = {
    {"saddle", "unbounded below"},
    {"monkey_saddle", "unbounded below"},
    {"cubic_1d", "unbounded below"},
    {"flower", "its infimum is approached at the origin and not attained"}};

inline constexpr Exception slope_at_the_minimum[] = {
    {"eggholder", "the minimum lies on the edge of the domain; slope points out of it"},
    {"alpine", "the minima are kinks"}};

// Whether `landscape` is in one of the lists above.
template <std::size_t n>
bool is_among(const Exception (&exceptions)[n], const Landscape& landscape) {
  return std::any_of(std::begin(exceptions), std::end(exceptions),
                     [&](const Exception& e) { return e.id == info(landscape).id; });
}

}  // namespace fogline::tests
