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

// `share` is what is paid of each price: a batch of b of n copies costs b / n.
inline double cost(const Counts& counts, const Prices& prices, double share = 1) {
  return share * (prices.value * static_cast<double>(counts.values) +
                  prices.gradient * static_cast<double>(counts.gradients) +
                  prices.hessian * static_cast<double>(counts.hessians));
}

// Which question of a walk this is: what the noise of its answer is drawn by.
struct Question {
  std::uint32_t step = 0, draw = 0;
};

// What a racer is told in place of the landscape's own loss: regularized, noisy, from a batch,
// clipped. Borrows what it is made from; the Evaluator is the landscape at the question's time.
struct Objective {
  const void* self = nullptr;
  double (*value_of)(const void* self, const Evaluator&, Vec2, Question) = nullptr;
  Gradient (*gradient_of)(const void* self, const Evaluator&, Vec2, Question) = nullptr;
  Jet (*jet_of)(const void* self, const Evaluator&, Vec2, Question) = nullptr;
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
    if (objective) return objective->value_of(objective->self, landscape, x, next_question());
    return x == place ? here.value : landscape.value(x);
  }
  Gradient gradient(Vec2 x) {
    ++counts.gradients;
    if (objective) return objective->gradient_of(objective->self, landscape, x, next_question());
    return x == place ? here : landscape.gradient(x);
  }
  // Counts one Hessian and the gradient it comes on top of.
  Jet jet(Vec2 x) {
    ++counts.gradients;
    ++counts.hessians;
    if (objective) return objective->jet_of(objective->self, landscape, x, next_question());
    return landscape.jet(x);
  }
  // Moves the recorded place. Free: the record is for the picture.
  void stand(Vec2 x) {
    place = x;
    here = landscape.gradient(x);
  }

 private:
  Question next_question() { return {question.step, question.draw++}; }
};

}  // namespace fogline
