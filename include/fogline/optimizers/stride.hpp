// SPDX-License-Identifier: MIT
// A Newton-like step: a rate times a direction whose own length is right where the local quadratic
// is, or, if a search is asked for, the first of halved steps that descends.
#pragma once

#include "fogline/optimizers/line_search.hpp"

namespace fogline {

struct Stride {
  static constexpr std::string_view searches[] = {"none", "armijo"};

  double rate = 1;
  bool searched = false;

  // Whether a step can be made at all: not where the last search was in vain and the slope is still
  // the same. Asks for a gradient only after such a search.
  static bool can_leave(Footing& footing, Oracle& oracle, Vec2 x);
  // Moves x along `line`. A search goes along -g where the line does not lead downhill; there is
  // none where the rate is not positive.
  void go(Line line, Footing& footing, Oracle& oracle, Vec2& x) const;
};

// The hyperparameters of methods that stride.
std::vector<Param> stride_params(double& learning_rate, int& line_search);

}  // namespace fogline
