// SPDX-License-Identifier: MIT
// Gaussian noise on the gradient.
#pragma once

#include <vector>

#include "fogline/core/elementary.hpp"
#include "fogline/core/info.hpp"
#include "fogline/core/oracle.hpp"
#include "fogline/core/param.hpp"
#include "fogline/core/rng.hpp"
#include "fogline/optimizers/need.hpp"

namespace fogline {

struct Noise {
  static constexpr Info info{
      .id = "noise",
      .name = "Gradient noise",
      .group = "Axes",
      .formula = "g <- g + sigma(t) N(0, I);  decaying: sigma(t) = sigma / (1 + t)^0.275",
      .source = "Robbins and Monro 1951; decay: Neelakantan et al. 2015, arXiv:1511.06807, eq. 1",
      .note =
          "Drawn anew for each gradient asked for; the loss itself stays exact, and so does what "
          "is "
          "recorded. It shakes a walker off a saddle, and keeps it from settling in a minimum "
          "while "
          "the rate is not lowered. t counts from the start of a life.",
      .random = true};
  static constexpr Need need = Need::slope;

  double sigma = 0.1;
  bool decaying = false;

  std::vector<Param> params() {
    return {real("sigma", sigma, {1e-3, 100, Scale::log}, non_negative,
                 "Standard deviation per coordinate, in units of slope."),
            on_off("decaying", decaying, "Falls with the step.")};
  }
  // What is added to the answer to this question.
  Vec2 drawn(const Stream& random, Question question) const {
    const double scale = decaying ? sigma * exp(-0.275 * log(1.0 + question.age)) : sigma;
    return scale * random.normal_pair(Purpose::noise, question.step, question.draw);
  }
  friend bool operator==(const Noise&, const Noise&) = default;
};

}  // namespace fogline
