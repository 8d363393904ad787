// SPDX-License-Identifier: MIT
// Minima that have no closed form are known roughly and brought to full double precision by
// Newton's method on the landscape itself.
#pragma once

#include <algorithm>
#include <cmath>
#include <vector>

#include "fogline/core/jet.hpp"

namespace fogline {

// H^-1 g, with H's eigenvalues raised until the lowest is `floor`.
inline Vec2 newton_step(const Jet& f, double floor = -HUGE_VAL) {
  const double low = 0.5 * (f.xx + f.yy) - std::hypot(0.5 * (f.xx - f.yy), f.xy);
  const double raise = std::max(0.0, floor - low), xx = f.xx + raise, yy = f.yy + raise;
  const double det = xx * yy - f.xy * f.xy;
  return {(yy * f.x - f.xy * f.y) / det, (xx * f.y - f.xy * f.x) / det};
}

// The critical point next to `x` by Newton's method, as long as the gradient shrinks. On an axis
// where rounding left it a hair beside one.
template <class L>
Vec2 polish(const L& landscape, Vec2 x) {
  Jet f = landscape(jet_point(x));
  for (int i = 0; i < 20; ++i) {
    const Vec2 next = x - newton_step(f);
    const Jet g = landscape(jet_point(next));
    if (!(std::hypot(g.x, g.y) < std::hypot(f.x, f.y))) break;
    x = next;
    f = g;
  }
  const Vec2 on_axis{std::abs(x.x) < 1e-15 ? 0 : x.x, std::abs(x.y) < 1e-15 ? 0 : x.y};
  const Jet g = landscape(jet_point(on_axis));
  return std::hypot(g.x, g.y) <= std::hypot(f.x, f.y) ? on_axis : x;
}

// Every pair of one of `xs` and one of `ys`.
inline std::vector<Vec2> pairs(const std::vector<double>& xs, const std::vector<double>& ys) {
  std::vector<Vec2> all;
  for (const double y : ys)
    for (const double x : xs) all.push_back({x, y});
  return all;
}

// -n step, ..., n step.
inline std::vector<double> multiples(double step, int n) {
  std::vector<double> all;
  for (int k = -n; k <= n; ++k) all.push_back(k * step);
  return all;
}

// The minimum downhill of `x`, by Newton's method with positive curvatures and halved steps.
template <class L>
Vec2 descend(const L& landscape, Vec2 x) {
  Jet f = landscape(jet_point(x));
  for (int i = 0; i < 60; ++i) {
    Vec2 step = newton_step(f, 1e-3 * (std::abs(f.xx) + std::abs(f.yy)));
    for (int k = 0; k < 20 && !(landscape(x - step) < f.v); ++k) step = 0.5 * step;
    if (!(landscape(x - step) < f.v)) break;
    x = x - step;
    f = landscape(jet_point(x));
  }
  return polish(landscape, x);
}

// The critical point of f(x.x, .) next to `x`: for a minimum on an edge of the domain.
template <class L>
Vec2 polish_y(const L& landscape, Vec2 x) {
  Jet f = landscape(jet_point(x));
  for (int i = 0; i < 20; ++i) {
    const Vec2 next{x.x, x.y - f.y / f.yy};
    const Jet g = landscape(jet_point(next));
    if (!(std::abs(g.y) < std::abs(f.y))) break;
    x = next;
    f = g;
  }
  return x;
}

// The minima downhill of `starts`, each once: `lowest` are those whose loss is the least to 1e-12,
// wherever they lie; `higher` the others that lie in the domain and curve upwards, by their losses.
struct Valleys {
  std::vector<Vec2> lowest, higher;
};
template <class L>
Valleys valleys(const L& landscape, const std::vector<Vec2>& starts) {
  std::vector<Vec2> ends;
  double best = HUGE_VAL;
  for (const Vec2 start : starts) {
    const Vec2 x = descend(landscape, start);
    const auto is_x = [x](Vec2 m) { return norm(m - x) < 1e-6; };
    if (std::none_of(ends.begin(), ends.end(), is_x)) ends.push_back(x);
    best = std::min(best, landscape(x));
  }
  Valleys found;
  for (const Vec2 x : ends) {
    const Jet f = landscape(jet_point(x));
    const bool curves_up = f.xx > 0 && f.xx * f.yy > f.xy * f.xy;
    if (f.v <= best + 1e-12 * (1 + std::abs(best)))
      found.lowest.push_back(x);
    else if (curves_up && landscape.domain().contains(x))
      found.higher.push_back(x);
  }
  std::stable_sort(found.higher.begin(), found.higher.end(),
                   [&](Vec2 a, Vec2 b) { return landscape(a) < landscape(b); });
  return found;
}

}  // namespace fogline
