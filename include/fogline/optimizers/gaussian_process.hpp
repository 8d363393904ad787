// SPDX-License-Identifier: MIT
// A Gaussian process in the plane: what a finite number of samples lets one believe of the whole
// landscape, and how sure one may be.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "fogline/core/geometry.hpp"

namespace fogline {

// Correlations of two places at a distance r, measured in scales.
enum class Kernel : std::uint8_t { matern52, rbf };
double correlation(Kernel kernel, double r_squared);

// Ordinary kriging: a constant mean and a variance, both at their likeliest for the samples, so
// that losses need no standardising: (y - mean) / deviation is what is modelled. Jones, Schonlau
// and Welch 1998, J. Global Optim. 13:455 (EGO), equations (4) to (9), R with `noise` added to its
// diagonal. A value: a copy goes on by itself.
struct GaussianProcess {
  struct Sample {
    Vec2 x;
    double loss = 0;
    double half_loss = 0, half_one = 0;  // elements of L^-1 y and L^-1 1, R = L L'
  };
  // What is believed at a place, in units of loss.
  struct Belief {
    double mean = 0, variance = 0;
  };
  // The likeliest constant mean and prior variance, equations (5) and (6); (1'R^-1 1)^-1 is what
  // not knowing the mean adds to a variance.
  struct Level {
    double mean = 0, variance = 0, doubt = 0;
  };

  Kernel kernel = Kernel::matern52;
  Vec2 scale{1, 1};  // of the correlation along each axis, in domain units
  double noise = 1e-10;
  std::vector<Sample> samples;
  std::vector<double> factor;  // L by rows, packed: row i has i + 1 elements

  double correlation_of(Vec2 a, Vec2 b) const;
  // The elements of L^-1 k for k the correlations of x with the samples: as many as there are.
  void half_solve(Vec2 x, std::span<double> k) const;
  // One more sample: a row is added to L, O(n^2).
  void append(Vec2 x, double loss);
  // Takes other scales: L is made anew, O(n^3).
  void rescale(Vec2 to);
  Level level() const;
  // O(n^2).
  Belief at(Vec2 x, const Level& level) const;
  // The logarithm of the likelihood of the samples at the likeliest mean and variance, but for a
  // constant: equation (4). Infinite where the samples are all equal.
  double log_likelihood() const;
};

// The mean of max(0, best - Y) for Y normal with this mean and variance: never negative. Jones,
// Schonlau and Welch 1998, equation (15).
double expected_improvement(double best, const GaussianProcess::Belief& belief);

}  // namespace fogline
