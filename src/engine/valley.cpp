// SPDX-License-Identifier: MIT
// Downhill by Newton's method, or straight to a listed cusp.
#include "valley.hpp"

#include <cmath>

#include "hover.hpp"

namespace fogline {

double reach(const Case& c) { return 1e-3 * c.map.diagonal; }

std::optional<CriticalPoint> listed_near(const Case& c, Vec2 x, double radius) {
  std::optional<CriticalPoint> found;
  for (const Vec2 m : c.map.minima) {
    const double distance = norm(m - x);
    if (!(distance < radius) || !(c.f.value(m) <= c.f.value(x))) continue;
    radius = distance;
    found = CriticalPoint{.place = Place::minimum, .x = m, .loss = c.f.value(m), .cusp = true};
  }
  return found;
}

std::optional<CriticalPoint> valley_of(const Case& c, Vec2 x) {
  if (const auto p = valley_below(c.f, c.map, x)) return p;
  const auto p = listed_near(c, x, hover_share * c.map.diagonal);
  return p && leads_down(c.f, x, p->x) ? p : std::nullopt;
}

bool same_valley(const Case& c, const CriticalPoint& a, const CriticalPoint& b) {
  if (norm(a.x - b.x) < reach(c)) return true;
  return a.degenerate && b.degenerate && std::abs(a.loss - b.loss) <= 1e-9 * c.map.relief;
}

bool is_lowest(const Case& c, const CriticalPoint& p) {
  return p.place == Place::minimum && c.map.lowest &&
         c.f.landscape().value(p.x) <= *c.map.lowest + 1e-10 * c.map.relief;
}

}  // namespace fogline
