// SPDX-License-Identifier: MIT
// CMA-ES: a normal distribution that learns the shape of the valley it is in and how far to reach.
#pragma once

#include "fogline/optimizers/population.hpp"

namespace fogline {

struct CmaEs {
  static constexpr Info info{
      .id = "cma_es",
      .name = "CMA-ES",
      .group = "Global",
      .formula =
          "x_k ~ m + sigma N(0, C), sorted by loss;  m <- m + sigma <y>, <y> = sum w_i y_i over "
          "the better half, y = (x - m) / sigma;  sigma <- sigma exp(c_sigma / d_sigma (|p_sigma| "
          "/ E|N(0, I)| - 1));  C <- (1 + c_1 delta - c_1 - c_mu sum w_j) C + c_1 p_c p_c' + c_mu "
          "sum w_i y_i y_i'",
      .source = "Hansen 2016, The CMA Evolution Strategy: A Tutorial, arXiv:1604.00772",
      .note =
          "All constants by table 1 of the tutorial's second version (2023), whose c_mu has a "
          "summand of 1/4 that the first has not. The covariance is full. Samples are drawn by "
          "the symmetric root of C, which has the same distribution as B D. It returns the mean, "
          "whose own loss it never asks for. The start is the first mean.",
      .random = true,
      .slopeless = true};
  static constexpr Answer answer = Answer::iterate;

  int population = 6;
  double initial_step_size = 0.2;
  bool negative_weights = true;

  std::vector<Param> params();

  struct Constants {
    std::vector<double> weights;  // of the samples from best to worst; the first mu sum to 1
    std::size_t mu = 0;
    double mu_eff = 0, c_sigma = 0, d_sigma = 0, c_c = 0, c_1 = 0, c_mu = 0;
  };
  Constants constants() const;

  struct Covariance {
    double xx = 1, xy = 0, yy = 1;
    // The symmetric root. One direction counts as at least 1e-7 as long as the other.
    Covariance root() const;
    friend bool operator==(const Covariance&, const Covariance&) = default;
  };
  struct Sample {
    Vec2 z, x;  // x = m + sigma root(C) z
    double loss = 0;
  };
  struct State {
    std::uint32_t generation = 0;
    double sigma = 0;  // set by the first step, like the mean
    Covariance C;
    Vec2 mean, path_sigma, path_c;
    std::vector<Sample> samples;  // of the generation last made, the best first
  };
  // One generation from the mean x: `population` values.
  Event step(State& state, Oracle& oracle, Vec2& x, const Moment& moment) const;
  // "population", the samples of the generation last made, and "ellipse", the distribution it led
  // to: centre, then xx, xy, yy of sigma^2 C. Nothing before the first.
  std::vector<Mark> marks(const State& state) const;
  friend bool operator==(const CmaEs&, const CmaEs&) = default;
};

}  // namespace fogline
