// SPDX-License-Identifier: MIT
// A walker: a racer's whole state between two steps. A copy is a checkpoint from which the very
// same walk goes on.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <variant>
#include <vector>

#include "fogline/optimizers/axes.hpp"
#include "fogline/optimizers/dressing.hpp"
#include "fogline/optimizers/optimizer.hpp"

namespace fogline {

template <class Roster>
struct StatesOf;
template <class... Rules>
struct StatesOf<std::variant<Rules...>> {
  using type = std::variant<State<Rules>...>;
};

// What a walk is walked with. Borrows nothing but the evaluator's landscape.
struct Gear {
  Optimizer optimizer;
  Axes axes;
  Evaluator landscape;
  Box domain;
  Stream random;
  bool drifts = false;                       // the landscape is another one at every step
  std::shared_ptr<const Dressing> dressing;  // null where the racer is told the landscape itself

  // The landscape as it is at a step.
  Evaluator at(std::uint32_t step) const {
    Evaluator f = landscape;
    if (drifts) f.time = step;
    return f;
  }
  // The racer's own objective at x, where the landscape's loss is `own`.
  double objective(double own, Vec2 x) const {
    return dressing ? dressing->objective(own, x) : own;
  }
};
Gear equip(const Optimizer& optimizer, const Axes& axes, const Evaluator& landscape,
           const Box& domain, const Stream& random, bool drifts = false);

// What the axes remember from step to step.
struct AxesMemory {
  std::uint32_t born = 0;  // step at which the walk, or the life since the last restart, began
  Restarts::Watch restarts;
  Schedule::State schedule;
  Averaging::State average;
  EarlyStopping::State stopping;
};

struct Walker {
  Vec2 x;
  Gradient here;  // the landscape's own loss and slope at x, recorded for the picture
  Counts counts;
  std::uint32_t step = 0;
  std::uint32_t best_step = 0;
  double best_loss = 0;       // of the racer's own objective
  bool stopped = false;       // by early stopping: no step follows
  Event event = Event::none;  // of the step that led here
  AxesMemory axes;
  StatesOf<Optimizer>::type state;
};

// The walker before its first step. Its loss may be anything; a start with a loss that is not
// finite cannot be left.
Walker set_out(const Gear& gear, Vec2 start);

// Flat columns for iterates one after another; positions are `dimension` numbers each.
struct Columns {
  static constexpr std::size_t dimension = 2;
  double* position = nullptr;
  double* loss = nullptr;
  double* gradient_norm = nullptr;
  std::uint32_t* values = nullptr;
  std::uint32_t* gradients = nullptr;
  std::uint32_t* hessians = nullptr;
  std::uint32_t* best_step = nullptr;
  Event* event = nullptr;
};

// Writes where the walker stands to row 0 of `columns`.
void record(const Walker& walker, const Columns& columns);

// Makes up to `steps` steps, writing each iterate to row 0, 1, ... of `columns`, and returns how
// many it made: fewer only where the next place or its loss would not be finite (the walker then
// stands at the last finite one) or where it has stopped early.
std::size_t walk(const Gear& gear, Walker& walker, std::size_t steps, const Columns& columns);

std::vector<Mark> marks(const Gear& gear, const Walker& walker);
std::vector<Field> fields(const Gear& gear, const Walker& walker);
// Whether the method has a model of the landscape to offer as fields.
bool has_fields(const Optimizer& optimizer);

// The mean of the walk's tail, where averaging is in use, the tail has begun and it is finite.
std::optional<Vec2> average(const Walker& walker);

// The learning rate's factor for the step to come: 1 without a schedule.
double rate_factor(const Gear& gear, const Walker& walker);

}  // namespace fogline
