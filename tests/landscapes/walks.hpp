// SPDX-License-Identifier: MIT
// Landscapes with some params set, and walks on them written out, for what the notes claim.
#pragma once

#include <algorithm>
#include <cmath>
#include <string_view>

#include "fogline/landscapes/landscape.hpp"
#include "settings.hpp"

namespace fogline::tests {

inline Landscape made(std::string_view id, const Settings& settings = {}) {
  return with(make_landscape(id), settings);
}

inline double value_at(const Landscape& landscape, Vec2 x) { return evaluator(landscape).value(x); }
inline Jet jet_at(const Landscape& landscape, Vec2 x) { return evaluator(landscape).jet(x); }
inline Vec2 slope_at(const Landscape& landscape, Vec2 x) {
  return evaluator(landscape).gradient(x).gradient;
}

// Heavy ball as in torch; plain descent for momentum 0. A slope longer than `longest` is cut to it.
struct Gait {
  double learning_rate = 0.01, momentum = 0, longest = HUGE_VAL;
};
// Where the walk ends, and how far from the domain's centre it came.
struct Walked {
  Vec2 end;
  double furthest = 0;
};
inline Walked walk(const Landscape& landscape, const Gait& gait, Vec2 x, int steps) {
  const Evaluator f = evaluator(landscape);
  const Vec2 center = domain(landscape).center();
  Walked walked{x, norm(x - center)};
  Vec2 v{};
  for (int k = 0; k < steps; ++k) {
    const Vec2 g = f.gradient(walked.end).gradient;
    const double cut = std::min(1.0, gait.longest / norm(g));  // norm 0 gives 1
    v = gait.momentum * v + cut * g;
    walked.end = walked.end - gait.learning_rate * v;
    walked.furthest = std::max(walked.furthest, norm(walked.end - center));
  }
  return walked;
}

// Adam with its usual decay rates.
inline Vec2 walk_adam(const Landscape& landscape, double learning_rate, Vec2 x, int steps) {
  const Evaluator f = evaluator(landscape);
  Vec2 m{}, v{};
  double power1 = 1, power2 = 1;
  for (int k = 0; k < steps; ++k) {
    const Vec2 g = f.gradient(x).gradient;
    power1 *= 0.9;
    power2 *= 0.999;
    for (std::size_t i = 0; i < 2; ++i) {
      m[i] = 0.9 * m[i] + 0.1 * g[i];
      v[i] = 0.999 * v[i] + 0.001 * g[i] * g[i];
      x[i] -= learning_rate * m[i] / (1 - power1) / (std::sqrt(v[i] / (1 - power2)) + 1e-8);
    }
  }
  return x;
}

}  // namespace fogline::tests
