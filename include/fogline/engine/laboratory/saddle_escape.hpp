// SPDX-License-Identifier: MIT
// How long gradient descent takes to leave a saddle of n dimensions, and a chain of them.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "fogline/engine/trajectory.hpp"

namespace fogline {

// How a disturbance grows with the number of dimensions: its length is the same for all n, or that
// of each of its coordinates is.
enum class Disturbance { total, per_coordinate };

// One trial at the saddle x_1^2 + ... + x_{n-1}^2 - x_n^2. The walker begins at the saddle itself,
// moved by a Gaussian offset; every slope it is told has Gaussian noise. Both are measured by
// `kind`. Gradient descent's learning rate is `rate`.
struct SaddleTrial {
  int n = 2;
  Disturbance kind = Disturbance::total;
  double offset = 1e-3, noise = 0;
  double rate = 0.05;
};

// Steps until |x_n| > 1; none within `most`. `walker` is the number of the trial: another one,
// another offset. The offset's share along x_n is about 1 / sqrt(n) of its length, so the time
// grows by about log(n) / (2 log(1 + 2 rate)) at a fixed length, and not at all at a fixed length
// per coordinate.
std::optional<std::uint32_t> escape_steps(const SaddleTrial& trial, std::uint64_t seed,
                                          std::uint32_t walker, std::uint32_t most = 100'000);

// The usual time of escape for n = 2, 4, 8, ..., 512 dimensions at both kinds of disturbance, and
// of a chain of 2 to `longest_chain` saddles, computed little by little.
class EscapeTimes {
 public:
  static constexpr int trials = 21;  // of which the middle one is taken
  static constexpr int longest_chain = 8;

  // Of slopes with Gaussian noise of this size; on the chain it is that of each coordinate.
  explicit EscapeTimes(double noise, std::uint64_t seed = 1) : noise_(noise), seed_(seed) {}
  // True when all is known.
  bool advance(Clock::time_point deadline = Clock::time_point::max());

  double noise() const { return noise_; }
  // One number for each n known so far, smallest first; steps.
  const std::vector<double>& dimensions() const { return dimensions_; }
  const std::vector<double>& at_total() const { return at_total_; }
  const std::vector<double>& at_per_coordinate() const { return at_per_coordinate_; }
  // Of chains of 2, 3, ... saddles.
  const std::vector<double>& of_chain() const { return of_chain_; }

 private:
  double usual(int n, Disturbance kind) const;
  double noise_;
  std::uint64_t seed_;
  std::vector<double> dimensions_, at_total_, at_per_coordinate_, of_chain_;
};

// Steps until a walker has passed the first `saddles` of a chain of as many (SaddleChain), from
// exp(-1) in every coordinate, under Gaussian noise of standard deviation `noise` per coordinate.
// Without noise each saddle takes about as long as all before it together.
std::optional<std::uint32_t> chain_steps(int saddles, double noise, double rate, std::uint64_t seed,
                                         std::uint32_t most = 1'000'000);

}  // namespace fogline
