// SPDX-License-Identifier: MIT
// What the axes make of a landscape: the objective that a racer descends, and what it is told of
// it.
#pragma once

#include <optional>

#include "fogline/core/oracle.hpp"
#include "fogline/optimizers/axes.hpp"

namespace fogline {

// A racer's own objective: the landscape with regularization and the whole training data, without
// noise. `f` is the landscape at the time in question.
class Dressing {
 public:
  Dressing(const Axes& axes, const Box& domain, const Stream& random);

  // True where a racer with these axes is told anything but the landscape's own loss.
  static bool is_worn(const Axes& axes);

  // Borrows this dressing.
  Objective told() const;

  double value(const Evaluator& f, Vec2 x) const;
  Gradient gradient(const Evaluator& f, Vec2 x) const;
  Jet jet(const Evaluator& f, Vec2 x) const;
  // The same with the batch of a step in place of the whole data: "this batch's terrain".
  Gradient batch_gradient(const Evaluator& f, Vec2 x, std::uint32_t step) const;
  // The loss of the held-out copies with regularization; without mini-batches that of the training.
  double validation(const Evaluator& f, Vec2 x) const;

 private:
  template <class P>
  auto added(const P& point, const Copies::Mix* mix) const;
  Jet dressed(Jet f, Vec2 x, const Copies::Mix* mix) const;
  Vec2 disturbed(Vec2 gradient, Question question) const;
  static double told_value(const void* self, const Evaluator& f, Vec2 x, Question question);
  static Gradient told_gradient(const void* self, const Evaluator& f, Vec2 x, Question question);
  static Jet told_jet(const void* self, const Evaluator& f, Vec2 x, Question question);

  Axes axes_;
  Stream random_;
  std::optional<Copies> copies_;
};

}  // namespace fogline
