// SPDX-License-Identifier: MIT
// Short ways to have a walk judged.
#pragma once

#include "fogline/engine/verdict.hpp"
#include "optimizers/courses.hpp"

namespace fogline::tests {

inline Judgement judged(const Trajectory& t, std::uint32_t step, bool budget_spent = false) {
  return judge(survey(t.course().landscape), t, step, budget_spent);
}

// Of the walk over `steps` steps, with budget left.
inline Judgement judged(const Landscape& l, const Optimizer& o, Vec2 start, std::uint32_t steps,
                        const Axes& axes = {}, std::uint64_t seed = 1) {
  const Trajectory t = walked(l, o, start, steps, axes, seed);
  return judged(t, t.last());
}
inline Verdict verdict(const Landscape& l, const Optimizer& o, Vec2 start, std::uint32_t steps,
                       const Axes& axes = {}) {
  return judged(l, o, start, steps, axes).verdict;
}

inline Optimizer descent(double rate) { return GradientDescent{.learning_rate = rate}; }

}  // namespace fogline::tests
