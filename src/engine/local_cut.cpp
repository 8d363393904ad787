// SPDX-License-Identifier: MIT
// One jet and a row of values.
#include "fogline/engine/local_cut.hpp"

namespace fogline {

LocalCut local_cut(const Evaluator& f, Vec2 from, Vec2 step, int points) {
  const Jet here = f.jet(from);
  const Vec2 slope{here.x, here.y};
  const double first = dot(slope, step);
  const double second =
      here.xx * step.x * step.x + 2 * here.xy * step.x * step.y + here.yy * step.y * step.y;
  const double length = norm(step);
  LocalCut cut{.from = from, .step = step, .curvature = eigen(here.xx, here.xy, here.yy)};
  if (length > 0) {
    cut.slope_along = first / length;
    cut.curvature_along = second / (length * length);
  }
  for (int i = 0; i < points; ++i) {
    const double t = -0.5 + 2.5 * i / (points - 1);
    cut.t.push_back(t);
    cut.loss.push_back(f.value(from + t * step));
    cut.model.push_back(here.v + t * first + 0.5 * t * t * second);
  }
  return cut;
}

}  // namespace fogline
