// SPDX-License-Identifier: MIT
// Short ways to say what is walked: a landscape, an optimizer with some hyperparameters, a start.
#pragma once

#include <bit>
#include <cstdint>
#include <string_view>

#include "fogline/engine/trajectory.hpp"
#include "settings.hpp"

namespace fogline::tests {

inline Optimizer optimizer(std::string_view id, const Settings& settings = {}) {
  return with(make_optimizer(id), settings);
}
inline Landscape landscape(std::string_view id, const Settings& settings = {}) {
  return with(make_landscape(id), settings);
}

// The same, but with few evaluations where it is the method that limits them: it soon rests.
inline Optimizer brief(Optimizer o) {
  for (const Param& p : params(o))
    if (p.name == "evaluations") p.set(50);
  return o;
}

// The walk from `start` over its first `steps` steps, or fewer where it ends.
inline Trajectory walked(const Landscape& l, const Optimizer& o, Vec2 start, std::uint32_t steps,
                         const Axes& axes = {}, std::uint64_t seed = 1) {
  Trajectory t({.landscape = l, .optimizer = o, .axes = axes, .start = start, .seed = seed});
  t.extend(steps);
  return t;
}

inline bool same_bits(double a, double b) {
  return std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b);
}
inline bool same_bits(Vec2 a, Vec2 b) { return same_bits(a.x, b.x) && same_bits(a.y, b.y); }
inline bool same_bits(const Iterate& a, const Iterate& b) {
  return a.step == b.step && same_bits(a.x, b.x) && same_bits(a.loss, b.loss) &&
         same_bits(a.gradient_norm, b.gradient_norm) && a.counts == b.counts &&
         a.best_step == b.best_step && a.event == b.event;
}

}  // namespace fogline::tests
