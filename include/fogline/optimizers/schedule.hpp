// SPDX-License-Identifier: MIT
// Schedules: the learning rate as a function of the step.
#pragma once

#include <cmath>
#include <cstdint>
#include <limits>
#include <string_view>
#include <vector>

#include "fogline/core/info.hpp"
#include "fogline/core/param.hpp"
#include "fogline/optimizers/need.hpp"

namespace fogline {

struct Schedule {
  static constexpr Info info{
      .id = "schedule",
      .name = "Schedule",
      .group = "Axes",
      .formula =
          "rate(t) = learning_rate F(s), s = t - warmup;  step: F = gamma^floor(s/T);  "
          "exponential: "
          "gamma^(s/T);  inverse_time: 1 / (1 + s/T);  cosine: floor + (1 - floor) (1 + cos(pi "
          "s/T)) / 2;  t < warmup: (t + 1) / (warmup + 1) F(0)",
      .source =
          "torch.optim.lr_scheduler; warm restarts: Loshchilov and Hutter 2017, ICLR, eq. 5; one "
          "cycle: Smith and Topin 2019",
      .note =
          "T is the period, in steps. one_cycle rises from 1/25 to the full rate over 30 % of T "
          "and "
          "falls to 1/250,000, both along a cosine. cosine and one_cycle stay at their end after "
          "T. "
          "reduce_on_plateau multiplies by gamma when the loss has not improved by one part in ten "
          "thousand for patience steps; with mini-batches it watches the validation loss. The rate "
          "is changed outside the velocity, as torch does."};
  static constexpr Need need = Need::rate;
  static constexpr std::string_view kinds[] = {
      "constant",        "step",      "exponential",      "inverse_time", "cosine",
      "cosine_restarts", "one_cycle", "reduce_on_plateau"};

  int kind = 4;
  int period = 200;
  double gamma = 0.5;
  double floor = 0;
  int growth = 1;
  int patience = 10;
  int warmup = 0;

  std::vector<Param> params() {
    const auto is = [&](std::string_view one) { return kinds[kind] == one; };
    const bool stages = is("step") || is("exponential") || is("reduce_on_plateau");
    return {choice("kind", kind, kinds, "How the rate falls."),
            only_if(!is("constant") && !is("reduce_on_plateau"),
                    integer("period", period, {1, 1000, Scale::log}, {.low = 1, .high = 1e6},
                            "T: steps of one stage, of the whole fall, or of the first cycle.")),
            only_if(stages, real("gamma", gamma, {0.1, 0.99}, {.low = 0, .high = 1},
                                 "Factor per period of step and exponential, and per reduction.")),
            only_if(is("cosine") || is("cosine_restarts") || is("reduce_on_plateau"),
                    real("floor", floor, {0, 0.5}, {.low = 0, .high = 1},
                         "Lowest factor of the rate.")),
            only_if(is("cosine_restarts"),
                    integer("growth", growth, {1, 4}, {.low = 1, .high = 100},
                            "Length of each cycle over that of the one before.")),
            only_if(is("reduce_on_plateau"),
                    integer("patience", patience, {1, 100, Scale::log}, {.low = 1, .high = 1e6},
                            "Steps without improvement that are borne before a reduction.")),
            integer("warmup", warmup, {0, 200}, {.low = 0, .high = 1e6},
                    "Steps over which the rate first rises linearly; 0 is none.")};
  }

  // What reduce_on_plateau remembers.
  struct State {
    double factor = 1;
    double best = std::numeric_limits<double>::infinity();
    std::uint32_t bad = 0;  // steps since the best
  };
  bool watches_the_loss() const { return kind == 7; }
  // Takes in the loss after a step.
  void watch(State& state, double loss) const;
  // The factor of the learning rate at step t, counted from 0.
  double factor(const State& state, std::uint32_t t) const;
  friend bool operator==(const Schedule&, const Schedule&) = default;
};

}  // namespace fogline
