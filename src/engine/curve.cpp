// SPDX-License-Identifier: MIT
// Reading quantities off a walk, cheaply where it can be.
#include "fogline/engine/curve.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

#include "engine/curve_applies.hpp"
#include "fogline/optimizers/stability.hpp"

namespace fogline {
namespace {

constexpr CurveInfo table[]{
    {CurveOf::loss, "loss", "Loss", "The landscape's own: without regularization and noise."},
    {CurveOf::gap, "gap", "Gap", "Loss above the best known minimum.", true},
    {CurveOf::slope, "gradient_norm", "Slope", "Length of the landscape's gradient."},
    {CurveOf::step_length, "step_length", "Step length", "How far the step that led here went."},
    {CurveOf::rate, "effective_rate", "Effective rate",
     "What a slope that stays the same is multiplied by per step: the learning rate with its "
     "schedule, times what a velocity collects, over what the method divides slopes by (geometric "
     "mean of both coordinates)."},
    {CurveOf::distance, "distance", "Distance to the best",
     "To the nearest known global minimum, in domain units.", true},
    {CurveOf::temperature, "temperature", "Temperature",
     "Of annealing: how readily uphill moves are taken."}};

double distance_to_best(Vec2 x, const Survey& map) {
  double nearest = HUGE_VAL;
  for (const Vec2 m : map.minima) nearest = std::min(nearest, norm(x - m));
  return map.minima.empty() ? NAN : nearest;
}

double temperature(const Trajectory& walk, std::uint32_t step) {
  for (const Mark& mark : walk.marks(step))
    if (mark.name == "temperature" && !mark.values.empty()) return mark.values.front();
  return NAN;
}

double rate(const Trajectory& walk, std::uint32_t step) {
  if (step == 0) return NAN;
  const double factor = walk.rate_factor(step - 1);
  return effective_rate(walk.gear(), walk.walker_at(step), factor).value_or(NAN);
}

// What a glimpse tells without the iterate being brought back.
double read(const Trajectory& walk, CurveOf quantity, const Glimpse& g, const Survey& map) {
  switch (quantity) {
    case CurveOf::loss:
      return g.loss;
    case CurveOf::gap:
      return map.lowest ? g.loss - *map.lowest : NAN;
    case CurveOf::slope:
      return norm(walk.gear().at(g.step).gradient(g.x).gradient);
    default:
      return distance_to_best(g.x, map);
  }
}

bool is_walked_again(CurveOf quantity) {
  return quantity == CurveOf::step_length || quantity == CurveOf::rate ||
         quantity == CurveOf::temperature;
}

}  // namespace

bool applies(const Trajectory& walk, CurveOf quantity, const Survey& map) {
  if (quantity == CurveOf::gap || quantity == CurveOf::distance) return map.lowest.has_value();
  if (quantity == CurveOf::rate)
    return effective_rate(walk.gear(), walk.walker_at(0), 1).has_value();
  return quantity != CurveOf::temperature || !std::isnan(temperature(walk, 0));
}

std::span<const CurveInfo> quantities() { return table; }

const CurveInfo& info(CurveOf quantity) {
  const auto* const found = std::ranges::find(table, quantity, &CurveInfo::quantity);
  assert(found != std::end(table));
  return *found;
}

double reading(const Trajectory& walk, CurveOf quantity, std::uint32_t step, const Survey& map) {
  if (quantity == CurveOf::rate) return rate(walk, step);
  if (quantity == CurveOf::temperature) return temperature(walk, step);
  const Iterate here = walk.at(step);
  if (quantity == CurveOf::step_length) return step == 0 ? NAN : norm(here.x - walk.at(step - 1).x);
  if (quantity == CurveOf::slope) return here.gradient_norm;
  return read(walk, quantity, {step, here.x, here.loss}, map);
}

Curve curve(const Trajectory& walk, CurveOf quantity, std::uint32_t last, Unit over,
            const Prices& prices, const Survey& map) {
  Curve c;
  if (!applies(walk, quantity, map)) return c;
  const auto add = [&](std::uint32_t step, double y) {
    c.step.push_back(step);
    c.along.push_back(over == Unit::steps ? step : walk.cost(step, prices));
    c.y.push_back(y);
  };
  const bool columns = quantity == CurveOf::step_length && walk.keeps_every_iterate();
  if (is_walked_again(quantity) && !columns) {
    const std::uint32_t stride = 1 + last / most_samples;
    for (std::uint32_t step = 0; step <= last; step += stride)
      add(step, reading(walk, quantity, step, map));
  } else {
    walk.for_each_glimpse(last, [&](const Glimpse& g) {
      add(g.step, columns ? reading(walk, quantity, g.step, map) : read(walk, quantity, g, map));
    });
  }
  return c;
}

}  // namespace fogline
