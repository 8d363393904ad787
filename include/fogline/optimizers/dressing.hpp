// SPDX-License-Identifier: MIT
// What the axes make of a landscape: the objective that a racer descends, and what it is told of
// it.
#pragma once

#include <optional>

#include "fogline/core/oracle.hpp"
#include "fogline/optimizers/axes.hpp"

namespace fogline {

// Makes a racer's objective of a landscape: adds regularization and the data. Functions of a place
// take what the landscape itself says there.
class Dressing {
 public:
  using Data = Copies::Mix;

  Dressing(const Axes& axes, const Box& domain, const Stream& random);

  // True where a racer with these axes is told anything but the landscape's own loss.
  static bool is_worn(const Axes& axes);

  // The data to put in: all the training data, the held-out data, the batch of a step. Zeros
  // without mini-batches.
  Data training() const { return copies_ ? copies_->full() : Data{}; }
  Data held_out() const { return copies_ ? copies_->held_out() : Data{}; }
  Data batch(std::uint32_t step, Copies::Decks& decks) const {
    return copies_ ? copies_->batch(step, decks) : Data{};
  }

  double value(double own, Vec2 x, const Data& data) const;
  Gradient gradient(const Gradient& own, Vec2 x, const Data& data) const;
  Jet jet(const Jet& own, Vec2 x, const Data& data) const;

  // The racer's own objective: with all the training data, without noise.
  double objective(double own, Vec2 x) const { return value(own, x, training()); }
  // What early stopping watches: the loss of the held-out data, or the racer's own objective.
  double validation(double own, Vec2 x) const {
    return copies_ ? value(own, x, held_out()) : objective(own, x);
  }
  // The slope that the method is told for this one: noisy, masked, clipped.
  Vec2 disturbed(Vec2 gradient, Question question) const;

 private:
  template <class T, class P>
  T dressed(T own, const P& point, const Data& data) const;

  Axes axes_;
  Stream random_;
  std::optional<Copies> copies_;
};

// A dressing at work on one walk: answers an Oracle's questions and remembers the batch of the
// step. Borrows the dressing.
class Teller {
 public:
  explicit Teller(const Dressing& dressing) : dressing_(dressing) {}
  Objective objective();  // borrows this

 private:
  const Dressing::Data& data(std::uint32_t step);

  const Dressing& dressing_;
  Copies::Decks decks_;
  Dressing::Data data_{};
  std::optional<std::uint32_t> step_;  // whose batch data_ is
};

}  // namespace fogline
