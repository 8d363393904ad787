// SPDX-License-Identifier: MIT
// Walks in n dimensions: the per-coordinate rules of the roster, unchanged, over as many
// coordinates as there are.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "fogline/core/rng.hpp"
#include "fogline/landscapes/space.hpp"
#include "fogline/optimizers/optimizer.hpp"

namespace fogline {

// One step of a rule for n coordinates: moves x, where the slope is g. Remembers what the rule
// remembers; a copy goes on from where it was copied.
using Mover = std::function<void(std::span<double> x, std::span<const double> g)>;

// Throws std::invalid_argument with a sentence for a method that is no per-coordinate rule.
Mover mover(const Optimizer& optimizer, std::size_t n);
// Whether `mover` takes it.
bool moves_each_coordinate(const Optimizer& optimizer);

// A walker in n dimensions, between two steps.
class SpaceWalker {
 public:
  SpaceWalker(Space space, const Optimizer& optimizer, std::vector<double> start);

  const std::vector<double>& x() const { return x_; }
  double loss() const { return loss_; }
  // The gradient at x.
  const std::vector<double>& slope() const { return slope_; }
  std::uint32_t step() const { return step_; }
  // Makes one step. Gaussian noise of standard deviation `sigma` per coordinate is added to the
  // slope. False where the next place or its loss would not be finite: it then stays.
  bool advance(double sigma = 0, const Stream& random = {});

 private:
  Space space_;
  Mover move_;
  std::vector<double> x_, slope_;
  double loss_ = 0;
  std::uint32_t step_ = 0;
};

// Recorded places of one walk, row-major, rows x n.
struct SpacePath {
  std::size_t dimensions = 0;
  std::vector<std::uint32_t> step;
  std::vector<double> loss, place;

  std::size_t rows() const { return step.size(); }
  std::span<const double> row(std::size_t i) const {
    return std::span(place).subspan(i * dimensions, dimensions);
  }
  void add(std::uint32_t at_step, double at_loss, std::span<const double> x);
};

// Walks `steps` steps, or fewer where one cannot be made, and records every `stride`-th place and
// the last.
SpacePath walk_in_space(SpaceWalker walker, std::uint32_t steps, std::uint32_t stride = 1);

// A start for walker number `walker`: uniform in the space's box.
std::vector<double> random_start(const Space& space, std::uint64_t seed, std::uint32_t walker);

}  // namespace fogline
