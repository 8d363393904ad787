// SPDX-License-Identifier: MIT
// A local minimisation in one go, for methods that make one within a step: BFGS with a weak Wolfe
// line search. Each of its gradients is counted by the Oracle.
#pragma once

#include "fogline/core/oracle.hpp"

namespace fogline {

struct DescentLimits {
  double slope = 1e-6;  // rests where the slope is no longer than this
  int gradients = 100;  // asks for at most so many
  double length = 1;    // of the first trial of a line search at most, in domain units
};

// Where it came to rest, or the lowest place it knew when it ran out of gradients or found no lower
// place. BFGS: Nocedal and Wright 2006, (6.17), first scaled by (6.20), skipped where s'y <= 0.
// Line search: the doubling and halving of Lewis and Overton 2013, Math. Program. 141:135,
// algorithm 2.6, c1 = 1e-4, c2 = 0.9; given up after 40 trials. Losses that are not finite count as
// too high.
struct Rest {
  Vec2 x;
  Gradient here;
};
Rest descend(Oracle& oracle, Vec2 start, const DescentLimits& limits);

}  // namespace fogline
