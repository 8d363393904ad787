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

// Which question of a walk this is: what the noise of its answer is drawn by.
struct Question {
  std::uint32_t step = 0, draw = 0;
  std::uint32_t age = 0;  // steps since the start, or since the restart that made it forget
};

// What a racer is told in place of the landscape's own loss: regularized, noisy, from a batch,
// clipped. Each function takes what the landscape itself says at x. Borrows what `self` points to,
// which may remember from one question to the next.
struct Objective {
  void* self = nullptr;
  double (*value_of)(void* self, double own, Vec2 x, Question) = nullptr;
  Gradient (*gradient_of)(void* self, const Gradient& own, Vec2 x, Question) = nullptr;
  Jet (*jet_of)(void* self, const Jet& own, Vec2 x, Question) = nullptr;
};

struct Oracle {
  Evaluator landscape;
  Counts counts;
  // The evaluation recorded at the walker's place, so that asking for it there computes nothing
  // twice. It is counted.
  Vec2 place;
  Gradient here;
  const Objective* objective = nullptr;  // null: the landscape itself
  Question question;

  double value(Vec2 x) {
    ++counts.values;
    const double own = x == place ? here.value : landscape.value(x);
    return objective ? objective->value_of(objective->self, own, x, next()) : own;
  }
  Gradient gradient(Vec2 x) {
    ++counts.gradients;
    const Gradient own = x == place ? here : landscape.gradient(x);
    return objective ? objective->gradient_of(objective->self, own, x, next()) : own;
  }
  // Counts one Hessian and the gradient it comes on top of.
  Jet jet(Vec2 x) {
    ++counts.gradients;
    ++counts.hessians;
    const Jet own = landscape.jet(x);
    return objective ? objective->jet_of(objective->self, own, x, next()) : own;
  }
  // Moves the recorded place. Free: the record is for the picture.
  void stand(Vec2 x) {
    place = x;
    here = landscape.gradient(x);
  }

 private:
  Question next() {
    const Question now = question;
    ++question.draw;
    return now;
  }
};

}  // namespace fogline
