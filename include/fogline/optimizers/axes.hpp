// SPDX-License-Identifier: MIT
// The axes that combine with any optimizer. Each is a described struct, in use or not. To add one:
// write its header and add a member and a line in `visit`.
#pragma once

#include <optional>

#include "fogline/optimizers/averaging.hpp"
#include "fogline/optimizers/clipping.hpp"
#include "fogline/optimizers/coordinate_mask.hpp"
#include "fogline/optimizers/decoupled_weight_decay.hpp"
#include "fogline/optimizers/early_stopping.hpp"
#include "fogline/optimizers/mini_batches.hpp"
#include "fogline/optimizers/noise.hpp"
#include "fogline/optimizers/regularization.hpp"
#include "fogline/optimizers/restarts.hpp"
#include "fogline/optimizers/schedule.hpp"

namespace fogline {

struct Axes {
  std::optional<Schedule> schedule;
  std::optional<Noise> noise;
  std::optional<MiniBatches> mini_batches;
  std::optional<CoordinateMask> coordinate_mask;
  std::optional<Regularization> regularization;
  std::optional<DecoupledWeightDecay> decoupled_weight_decay;
  std::optional<Clipping> clipping;
  std::optional<Averaging> averaging;
  std::optional<EarlyStopping> early_stopping;
  std::optional<Restarts> restarts;

  // Calls f(std::optional<Axis>&) for every axis, in the order in which they are listed.
  template <class F>
  void visit(F&& f) {
    f(schedule);
    f(noise);
    f(mini_batches);
    f(coordinate_mask);
    f(regularization);
    f(decoupled_weight_decay);
    f(clipping);
    f(averaging);
    f(early_stopping);
    f(restarts);
  }
  // Whether one of them asks for the loss after every step.
  bool watch_the_loss() const {
    return early_stopping || (schedule && schedule->watches_the_loss());
  }
  friend bool operator==(const Axes&, const Axes&) = default;
};

}  // namespace fogline
