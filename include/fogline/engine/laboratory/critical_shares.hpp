// SPDX-License-Identifier: MIT
// How many of the critical points of a function of n variables are minima: exactly for sums of one
// variable each, by Kac and Rice for random fields, and as Newton's method would have it.
#pragma once

#include <cstdint>
#include <vector>

#include "fogline/engine/trajectory.hpp"

namespace fogline {

// A sum of the same function of each coordinate: its critical points are all combinations of the
// function's own.
struct SeparableShares {
  int critical = 0, minima = 0;  // of one coordinate
  double global = 0;             // share of its range from which descent leads to the lowest

  double minima_share(int n) const;  // (minima / critical)^n
  double global_share(int n) const;  // global^n
};
// Styblinski and Tang's function on [-5, 5], from its formula: 2 minima of 3, and 0.516.
SeparableShares styblinski_tang_shares();

struct Share {
  double share = 0, error = 0;  // `error`: standard error of a sample's
};

// Critical points of an isotropic Gaussian field of n variables, weighed as they occur. By the
// formula of Kac and Rice their number with index k is proportional to E |det H| [index k], H being
// the Hessian where the slope is 0: a matrix of the Gaussian orthogonal ensemble plus a Gaussian
// multiple of 1. Integrating that multiple out (Auffinger, Ben Arous and Cerny 2013, Comm. Pure
// Appl. Math. 66:165, Lemma 3.3) leaves E exp(-lambda_k^2 / 4) over the eigenvalues lambda_0 <= ...
// of an ensemble one larger, off-diagonal variance 1; these are sampled as tridiagonal matrices
// (Dumitriu and Edelman 2002, J. Math. Phys. 43:5830). Where the field's covariance is
// exp(-r^2 / 2), lambda_k is also the loss of that critical point, in standard deviations.
class FieldCensus {
 public:
  static constexpr int most_dimensions = 200;
  static constexpr int bins = 48;
  static constexpr double widest = 3;  // losses in units of sqrt(n): [-widest, widest)

  // n from 1 to most_dimensions.
  FieldCensus(int n, std::uint64_t seed, int samples);
  // Samples on until the deadline. True when all are made.
  bool advance(Clock::time_point deadline = Clock::time_point::max());

  int dimensions() const { return n_; }
  int made() const { return made_; }
  int wanted() const { return wanted_; }
  // Of all critical points those with k directions that fall, k = 0 (minima) to n (maxima).
  Share with_index(int k) const;
  Share minima() const { return with_index(0); }

  // Critical points whose loss lies in a bin.
  struct Level {
    double loss = 0;   // of the bin's middle, in standard deviations / sqrt(n)
    double share = 0;  // of all critical points
    double index = 0;  // mean share of directions that fall; without meaning where share is 0
  };
  std::vector<Level> levels() const;

 private:
  void add(const std::vector<double>& eigenvalues);
  int n_, wanted_, made_ = 0;
  std::uint64_t seed_;
  std::vector<double> sum_, square_, cross_;  // of w_k, of w_k^2, of w_k times all weights
  double all_ = 0, all_square_ = 0;
  std::vector<double> level_weight_, level_index_;
};

// The share of falling directions at a critical point of that loss, for many variables: Wigner's
// semicircle's distribution function. `loss` in standard deviations / sqrt(n).
double semicircle_index(double loss);

// What Newton's method finds from random starts in one random field: a biased sample of its
// critical points, for their basins differ in size, and a start near none leads nowhere.
class NewtonCensus {
 public:
  static constexpr int most_dimensions = 30;
  NewtonCensus(int n, std::uint64_t seed, int starts);
  bool advance(Clock::time_point deadline = Clock::time_point::max());

  int made() const { return made_; }
  int converged() const;
  // How many of the starts ended at a critical point with k falling directions.
  const std::vector<int>& by_index() const { return by_index_; }

 private:
  int n_, wanted_, made_ = 0;
  std::uint64_t seed_;
  std::vector<int> by_index_;
};

}  // namespace fogline
