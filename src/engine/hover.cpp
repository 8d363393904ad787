// SPDX-License-Identifier: MIT
// Windows of the walk that stay in one valley.
#include "hover.hpp"

#include <algorithm>
#include <cmath>

#include "evidence.hpp"
#include "valley.hpp"

namespace fogline {
namespace {

bool all_in_valley(const Case& c, const Window& w, const CriticalPoint& valley, double clear) {
  constexpr std::size_t looked_at = 12;
  const std::size_t every = std::max<std::size_t>(1, w.samples() / looked_at);
  const auto is_in = [&](Vec2 x) {
    if (norm(x - valley.x) < clear) return true;
    const auto p = valley_of(c, x);
    return p && same_valley(c, *p, valley);
  };
  for (std::size_t i = 0; i < w.samples(); i += every)
    if (!is_in(w[i].x)) return false;
  return is_in(w.mean);
}

// Whether the ridge around the valley holds the walker: it stands, on average, as high above the
// bottom as heat would keep it, by its temperature. Who was elsewhere not long ago may have been
// thrown here by chance, and may be again.
bool is_held(const Case& c, const Window& w, const CriticalPoint& valley,
             std::optional<double> ridge, bool long_here) {
  const double heat = w.mean_loss() - valley.loss;
  return !ridge || heat < *ridge / (long_here || !c.random ? 1 : 6);
}

// A valley that a walker may hover in, or, at its rate, is thrown out of.
struct Hollow {
  CriticalPoint valley;
  Surroundings around;
  bool throws_out = false;

  // Whether the way down from x surely ends there. Along a ring of minima it ends elsewhere.
  bool holds(Vec2 x) const { return !valley.degenerate && norm(x - valley.x) < around.clear; }
};

std::optional<Hollow> hollow_of(const Case& c, Vec2 x) {
  const auto valley = valley_of(c, x);
  if (!valley) return std::nullopt;
  return Hollow{*valley, surroundings(c, *valley), !c.returns_best && swings_about(c, *valley)};
}

// The last `steps` steps as a hover; `most` are the later half of the walk. `hollow` is where the
// window before was in, if anywhere, and becomes where this one is.
std::optional<Rest> hover_of(const Case& c, std::uint32_t steps, std::uint32_t most,
                             std::optional<Hollow>& hollow) {
  const Window w = look_back(c.t, c.f, for_hovers(c.step, steps));
  const double d = c.map.diagonal;
  const double widest = w.reach();
  if (widest > hover_share * d) return std::nullopt;
  const double spread = w.spread();
  if (norm(w.drift()) > spread || w.falls()) return std::nullopt;
  const Vec2 best = w.best().x;
  if (!hollow || !hollow->holds(best)) hollow = hollow_of(c, best);
  if (!hollow || hollow->throws_out) return std::nullopt;
  const auto& [valley, around, _] = *hollow;
  if (!is_held(c, w, valley, around.ridge, steps == most)) return std::nullopt;
  // Frozen on a slope a method that returns its best is still trapped, but not at the lowest place.
  const double off = norm(valley.x - w.mean);
  // Down the bottom of a bent crease a walker may creep for long beside the cusp that it leads to.
  const bool about_it = off <= (valley.cusp ? 0.5 : 2) * spread + reach(c);
  if (!about_it && (!c.returns_best || is_lowest(c, valley))) return std::nullopt;
  if (!all_in_valley(c, w, valley, around.clear)) return std::nullopt;
  return Rest{valley, best, std::max(widest, off)};
}

}  // namespace

// Over the later half of the walk, or less of it, where it arrived later.
std::optional<Rest> hover_of(const Case& c) {
  const std::uint32_t most = later_half(c.t, c.step, hover_steps);
  std::optional<Hollow> hollow;
  for (std::uint32_t steps = most; steps >= still_steps; steps /= 2)
    if (const auto rest = hover_of(c, steps, most, hollow)) return rest;
  return std::nullopt;
}

}  // namespace fogline
