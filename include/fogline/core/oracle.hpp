// SPDX-License-Identifier: MIT
// All that an optimizer sees of a landscape. The Oracle counts what the method asks for; what is
// recorded for the picture is free.
#pragma once

#include <cstdint>

#include "fogline/core/evaluator.hpp"

namespace fogline {

struct Counts {
  std::int64_t values = 0, gradients = 0, hessians = 0;
  friend bool operator==(const Counts&, const Counts&) = default;
};

// What an evaluation costs. A gradient comes with its value; a Hessian is paid on top of its
// gradient, so that by default a Newton step in the plane costs 3.
struct Prices {
  double value = 1.0 / 3.0, gradient = 1, hessian = 2;
  friend bool operator==(const Prices&, const Prices&) = default;
};

inline double cost(const Counts& counts, const Prices& prices) {
  return prices.value * static_cast<double>(counts.values) +
         prices.gradient * static_cast<double>(counts.gradients) +
         prices.hessian * static_cast<double>(counts.hessians);
}

struct Oracle {
  Evaluator landscape;
  Counts counts;
  // The evaluation recorded at the walker's place, so that asking for it there computes nothing
  // twice. It is counted.
  Vec2 place;
  Gradient here;

  double value(Vec2 x) {
    ++counts.values;
    return x == place ? here.value : landscape.value(x);
  }
  Gradient gradient(Vec2 x) {
    ++counts.gradients;
    return x == place ? here : landscape.gradient(x);
  }
  // Counts one Hessian and the gradient it comes on top of.
  Jet jet(Vec2 x) {
    ++counts.gradients;
    ++counts.hessians;
    return landscape.jet(x);
  }
  // Moves the recorded place. Free: the record is for the picture.
  void stand(Vec2 x) {
    place = x;
    here = landscape.gradient(x);
  }
};

}  // namespace fogline
