// SPDX-License-Identifier: MIT
// The ground along one step: the true loss, and the quadratic model that a walker's slope and
// curvature make of it.
#pragma once

#include <vector>

#include "fogline/core/evaluator.hpp"
#include "fogline/core/symmetric2.hpp"

namespace fogline {

struct LocalCut {
  Vec2 from, step;                              // domain units
  Eigen2 curvature;                             // of the Hessian at `from`
  double slope_along = 0, curvature_along = 0;  // per unit of length along the step
  // At from + t step: f there, and f + g.d + d.Hd / 2 with d = t step. Not finite where the loss is
  // not.
  std::vector<double> t, loss, model;
};

// Sampled at `points` >= 2 places, t from -0.5 to 2, so that what overshoots is seen to.
LocalCut local_cut(const Evaluator& f, Vec2 from, Vec2 step, int points);

}  // namespace fogline
