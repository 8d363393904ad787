// SPDX-License-Identifier: MIT
// Ways out of a minimum, followed by steps that grow by a tenth.
#include "surroundings.hpp"

#include <algorithm>
#include <cmath>

#include "fogline/core/elementary.hpp"

namespace fogline {
namespace {

constexpr double first_step = 1e-3, farthest = 0.2;  // of the diagonal

Vec2 on_lattice(Vec2 x, const Survey& map) {
  const double unit = 1e-9 * map.diagonal;
  return {unit * std::round(x.x / unit), unit * std::round(x.y / unit)};
}

// Along one way.
void look_along(const OwnObjective& f, const Survey& map, Vec2 from, Vec2 direction,
                Surroundings& s) {
  const double bottom = f.value(from);
  double top = 0, before = 0;
  bool falls = false;
  for (double r = first_step * map.diagonal;; r *= 1.1) {
    const Vec2 x = from + r * direction;
    if (!map.domain.contains(x)) break;
    const double rise = f.value(x) - bottom;
    falls = falls || !(rise > top);
    if (!falls) before = r;
    if (rise < 0.9 * top) {
      s.ridge = std::min(top, s.ridge.value_or(top));
      break;
    }
    top = std::max(top, rise);
  }
  s.clear = std::min(s.clear, before);
}

Surroundings around(const OwnObjective& f, const Survey& map, Vec2 x) {
  Surroundings s{.clear = farthest * map.diagonal};
  for (int k = 0; k < 16; ++k) {
    const auto [sine, cosine] = sincos(pi / 8 * k);
    look_along(f, map, x, {cosine, sine}, s);
  }
  s.clear *= 0.5;
  return s;
}

}  // namespace

Surroundings surroundings(const OwnObjective& f, const Survey& map, Vec2 x) {
  return around(f, map, on_lattice(x, map));
}

const Surroundings& SurroundingsMemo::at(const OwnObjective& f, const Survey& map, Vec2 minimum) {
  const Vec2 x = on_lattice(minimum, map);
  for (std::size_t i = 0; i < std::min(count_, known_.size()); ++i)
    if (known_[i].x == x) return known_[i].found;
  Known& next = known_[count_++ % known_.size()];
  next = {x, around(f, map, x)};
  return next.found;
}

}  // namespace fogline
