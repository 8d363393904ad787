// SPDX-License-Identifier: MIT
// A walk as those see it who judge it, whether it was recorded or made in lanes beside others.
#pragma once

#include <cstdint>
#include <span>

#include "fogline/engine/course.hpp"
#include "fogline/optimizers/walker.hpp"

namespace fogline {

// An iterate in short.
struct Glimpse {
  std::uint32_t step = 0;
  Vec2 x;
  double loss = 0;            // the landscape's own: without weight decay, regularization or noise
  Event event = Event::none;  // of the step that led here
};

class Walk {
 public:
  virtual const Course& course() const = 0;
  // What it is walked with.
  virtual const Gear& gear() const = 0;
  // The last step known.
  virtual std::uint32_t last() const = 0;
  // True when no iterate follows last(): the next would not be finite, or the walk has stopped
  // early.
  virtual bool ended() const = 0;
  // True when early stopping ended the walk at last().
  virtual bool stopped_early() const = 0;
  virtual Glimpse glimpse(std::uint32_t step) const = 0;
  // Places and losses of the glimpses at `steps`, into as many numbers each.
  virtual void track(std::span<const std::uint32_t> steps, std::span<double> x, std::span<double> y,
                     std::span<double> loss) const {
    for (std::size_t i = 0; i < steps.size(); ++i) {
      const Glimpse g = glimpse(steps[i]);
      x[i] = g.x.x;
      y[i] = g.x.y;
      loss[i] = g.loss;
    }
  }
  // What the racer would return at `step`.
  virtual Glimpse glimpse_of_answer(std::uint32_t step) const = 0;
  // The walker at `step`, never one that has tried a step which could not be made. Good until the
  // walk is used again.
  virtual const Walker& walker_at(std::uint32_t step) const = 0;

  // What can be drawn of its innards at `step`: recomputed, never recorded.
  std::vector<Mark> marks(std::uint32_t step) const {
    return fogline::marks(gear(), walker_at(step));
  }
  std::vector<Field> fields(std::uint32_t step) const {
    return fogline::fields(gear(), walker_at(step));
  }
  // The learning rate's factor for the step that follows iterate number `step`.
  double rate_factor(std::uint32_t step) const {
    return course().axes.schedule ? fogline::rate_factor(gear(), walker_at(step)) : 1;
  }

 protected:
  ~Walk() = default;
};

}  // namespace fogline
