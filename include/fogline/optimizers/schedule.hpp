// SPDX-License-Identifier: MIT
// Schedules: the learning rate as a function of the step.
#pragma once

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
          "rate(t) = learning_rate F(s), s = t - warmup, T = period;  step: F = gamma^floor(s/T);  "
          "exponential: gamma^(s/T);  inverse_time: 1 / (1 + s/T);  cosine: floor + (1 - floor) "
          "(1 + cos(pi min(s/T, 1))) / 2;  t < warmup: (t + 1) / (warmup + 1) F(0)",
      .source =
          "torch.optim.lr_scheduler; warm restarts: Loshchilov and Hutter 2017, ICLR, eq. 5; one "
          "cycle: Smith and Topin 2019, arXiv:1708.07120",
      .note =
          "The rate is changed outside the velocity, as in torch; t counts from the start of a "
          "life. cosine stays at its floor after T (torch's rises again). cosine_restarts begins "
          "anew every T steps, each cycle growth times as long as the one before. one_cycle rises "
          "from 1/25 to the full rate over 30 % of T and falls to 1/250,000, both along a cosine; "
          "torch's also moves the momentum, ours does not. reduce_on_plateau multiplies by gamma "
          "when for more than patience steps the loss has not fallen below its best by a ten "
          "thousandth; with mini-batches it watches the validation loss. Watching costs one value "
          "a step."};
  static constexpr Need need = Need::rate;
  enum Law : int {
    constant,
    step,
    exponential,
    inverse_time,
    cosine,
    cosine_restarts,
    one_cycle,
    reduce_on_plateau
  };
  static constexpr std::string_view kinds[] = {
      "constant",        "step",      "exponential",      "inverse_time", "cosine",
      "cosine_restarts", "one_cycle", "reduce_on_plateau"};

  int kind = cosine;
  int period = 200;
  double gamma = 0.5;
  double floor = 0;
  int growth = 1;
  int patience = 10;
  int warmup = 0;

  std::vector<Param> params() {
    const bool cyclic = kind == cosine_restarts, watching = kind == reduce_on_plateau;
    return {
        choice("kind", kind, kinds, "How the rate falls."),
        only_if(kind != constant && !watching,
                integer("period", period, {1, 1000, Scale::log}, {.low = 1, .high = 1e6},
                        "T: steps of one stage, of the whole fall, or of the first cycle.")),
        only_if(kind == step || kind == exponential || watching,
                real("gamma", gamma, {0.1, 0.99}, {.low = 0, .high = 1},
                     "Factor per period of step and exponential, and per reduction.")),
        only_if(
            kind == cosine || cyclic || watching,
            real("floor", floor, {0, 0.5}, {.low = 0, .high = 1}, "Lowest factor of the rate.")),
        only_if(cyclic, integer("growth", growth, {1, 4}, {.low = 1, .high = 100},
                                "Length of each cycle over that of the one before.")),
        only_if(watching, integer("patience", patience, {0, 100}, {.low = 0, .high = 1e6},
                                  "Steps without improvement that are borne before a reduction.")),
        integer("warmup", warmup, {0, 200}, {.low = 0, .high = 1e6},
                "Steps over which the rate first rises linearly; 0 is none.")};
  }

  // What reduce_on_plateau remembers.
  struct State {
    double factor = 1;
    double best = std::numeric_limits<double>::infinity();
    std::uint32_t bad = 0;  // steps without improvement
  };
  bool watches_the_loss() const { return kind == reduce_on_plateau; }
  // Takes in the loss after step number t, counted from 1. As torch's ReduceLROnPlateau (relative
  // threshold 1e-4, no cooldown), but for two things: it bears everything while the rate warms up,
  // and where the best loss is negative the threshold still asks for a lower one.
  void watch(State& state, double loss, std::uint32_t t) const;
  // The factor of the learning rate at step t, counted from 0.
  double factor(const State& state, std::uint32_t t) const;
  friend bool operator==(const Schedule&, const Schedule&) = default;
};

}  // namespace fogline
