// SPDX-License-Identifier: MIT
// The step of Newton-like methods along the direction they choose.
#include "fogline/optimizers/stride.hpp"

namespace fogline {

bool Stride::can_leave(Footing& footing, Oracle& oracle, Vec2 x) {
  return !footing.stuck || footing.look(oracle, x);
}

void Stride::go(Line line, Footing& footing, Oracle& oracle, Vec2& x) const {
  if (!searched || !(rate > 0)) {  // a schedule's rate may be 0 for a while
    x = line.at(rate);
    return;
  }
  if (!(line.slope() < 0) || !is_finite(line.direction)) line.direction = -1.0 * line.here.gradient;
  const Reached end = armijo(line, rate, oracle);
  footing = {.known = true, .stuck = end.found == Found::nothing, .here = line.here};
  if (!footing.stuck) x = end.x;
}

std::vector<Param> stride_params(double& learning_rate, int& line_search) {
  return {real("learning_rate", learning_rate, {0.01, 2, Scale::log}, any_finite,
               "Share of the whole step; 1 ends where the local quadratic is critical."),
          choice("line_search", line_search, Stride::searches,
                 "Take the step as it is, or halve it until the loss has decreased enough.")};
}

}  // namespace fogline
