// SPDX-License-Identifier: MIT
// Landscapes of n dimensions, n from 2 to 1,000: the plane's own formulas, which loop over the
// coordinates, a chain of saddles, and a random field.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <variant>
#include <vector>

#include "fogline/core/dual.hpp"
#include "fogline/landscapes/ackley.hpp"
#include "fogline/landscapes/bowl.hpp"
#include "fogline/landscapes/griewank.hpp"
#include "fogline/landscapes/random_field.hpp"
#include "fogline/landscapes/rastrigin.hpp"
#include "fogline/landscapes/ravine.hpp"
#include "fogline/landscapes/rosenbrock.hpp"
#include "fogline/landscapes/saddle.hpp"
#include "fogline/landscapes/saddle_chain.hpp"
#include "fogline/landscapes/styblinski_tang.hpp"

namespace fogline {

inline constexpr std::size_t most_dimensions = 1000;
inline constexpr std::size_t most_hessian_dimensions = 100;

using SpaceFormula = std::variant<Bowl, Ravine, Rosenbrock, Rastrigin, Ackley, StyblinskiTang,
                                  Griewank, Saddle, SaddleChain, RandomField>;

// A landscape of n dimensions. A value; evaluating it uses its tape, so one thread at a time.
class Space {
 public:
  // Throws std::invalid_argument for a number of dimensions that is not in 2..most_dimensions
  // (a random field takes 1 too), or not that of a random field's wave vectors.
  Space(const SpaceFormula& formula, std::size_t n);

  std::size_t dimensions() const { return n_; }
  const SpaceFormula& formula() const { return formula_; }
  double value(std::span<const double> x) const;
  // Returns the value, to the bit, and writes the gradient to g. Both spans hold n numbers.
  double gradient(std::span<const double> x, std::span<double> g);
  // Row-major n x n, column by column from duals of gradients. n at most most_hessian_dimensions.
  std::vector<double> hessian(std::span<const double> x);
  // The sides of the box in which walkers start, the same for every coordinate; that of the plane's
  // landscape along x.
  double low() const { return low_; }
  double high() const { return high_; }

 private:
  using Direction = Dual<double, double, Zero>;
  SpaceFormula formula_;
  std::size_t n_;
  double low_ = -1, high_ = 1;
  ReverseTape<double> tape_;
  ReverseTape<Direction> tape_of_duals_;
};

// By id ("bowl", ..., "random_field"); seed of the random field. Throws std::invalid_argument,
// naming the nearest, where there is none.
Space make_space(std::string_view id, std::size_t n, std::uint64_t seed = 1);
std::span<const std::string_view> space_ids();

}  // namespace fogline
