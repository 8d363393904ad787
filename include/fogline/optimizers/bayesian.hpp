// SPDX-License-Identifier: MIT
// Bayesian optimization: believes something of the whole landscape, and asks where most is to be
// gained.
#pragma once

#include "fogline/optimizers/gaussian_process.hpp"
#include "fogline/optimizers/rule.hpp"

namespace fogline {

struct Bayesian {
  static constexpr Info info{
      .id = "bayesian",
      .name = "Bayesian optimization",
      .group = "Global",
      .formula =
          "x <- argmax over the domain of E[max(0, f_min - Y(x))], Y the Gaussian process through "
          "all losses known",
      .source =
          "Mockus 1975; Jones, Schonlau and Welch 1998, J. Global Optim. 13:455 (EGO); Matern "
          "kernel: Snoek, Larochelle and Adams 2012, NIPS",
      .note =
          "A step is one loss, asked for where it expects the largest improvement: the best of "
          "512 places at random, improved by a search along the axes, from there and from the "
          "best place known. First come the start and some places uniformly in the domain. Mean "
          "and variance of the process are the likeliest; so are its scales, one along each axis, "
          "among halvings of the domain's sides from 1.6 to 0.0125, looked for anew whenever the "
          "samples have grown by half. After `evaluations` losses it stays at its best place and "
          "asks for nothing. Its answer is the best place visited.",
      .random = true,
      .slopeless = true};
  static constexpr Answer answer = Answer::best_visited;
  static constexpr std::string_view kernels[] = {"matern52", "rbf"};

  int evaluations = 200;
  int initial_samples = 6;
  int kernel = 0;
  double noise = 1e-10;
  double exploration = 0;

  std::vector<Param> params();

  // Where the acquisition is looked at. What belongs to sample i lies at row i of `half`, one
  // element for each place, so that a sample adds a row in one sweep.
  struct Candidate {
    Vec2 x;
    double losses = 0, ones = 0, squares = 0;  // of its half-solved correlations v: v'L^-1 y, ...
  };
  struct State {
    GaussianProcess surrogate;
    std::vector<Candidate> candidates;
    std::vector<double> half;      // candidates.size() elements for each sample
    std::uint32_t rescale_at = 0;  // number of samples at which scales are looked for next
  };
  Event step(State& state, Oracle& oracle, Vec2& x, const Moment& moment) const;
  // "samples": {x0, y0, ...} in the order in which they were asked for.
  std::vector<Mark> marks(const State& state) const;
  // "surrogate" and "uncertainty", its mean and standard deviation, and "acquisition", the expected
  // improvement; all in units of loss, and 0 before the first step. O(n^2) at a place.
  std::vector<Field> fields(const State& state) const;
  friend bool operator==(const Bayesian&, const Bayesian&) = default;
};

}  // namespace fogline
