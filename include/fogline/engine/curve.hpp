// SPDX-License-Identifier: MIT
// What can be drawn of a walk over its steps or its cost: one quantity at a time, computed when it
// is asked for.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "fogline/engine/race.hpp"

namespace fogline {

enum class CurveOf {
  loss,         // the landscape's own, as are the next two
  gap,          // loss above the best known minimum
  slope,        // length of the gradient
  step_length,  // of the step that led there
  rate,         // effective learning rate of the step that led there; see effective_rate()
  distance,     // to the nearest known global minimum
  temperature   // of a method that has one
};

struct CurveInfo {
  CurveOf quantity{};
  std::string_view id;    // "gradient_norm"
  std::string_view name;  // as shown
  std::string_view help;
  bool of_map = false;  // a walker cannot know it: not shown in fog
};
std::span<const CurveInfo> quantities();
const CurveInfo& info(CurveOf quantity);

// The quantity at a step in 0..last(). NaN where it does not apply: no known minimum, no step yet,
// no learning rate, no temperature.
double reading(const Trajectory& walk, CurveOf quantity, std::uint32_t step, const Survey& map);

// A quantity at some steps, in order; `along` is the step or what it has cost. y may be NaN.
struct Curve {
  std::vector<std::uint32_t> step;
  std::vector<double> along, y;
};

// What must be walked again to be read stands at no more than this many steps of a curve.
inline constexpr std::uint32_t most_samples = 256;

// From step 0 to `last`: at every step where that is cheap, on long walks at those of the outline
// (for_each_glimpse), and at no more than `most_samples` evenly spaced ones where it must be walked
// again. Empty where the quantity does not apply at all.
Curve curve(const Trajectory& walk, CurveOf quantity, std::uint32_t last, Unit over,
            const Prices& prices, const Survey& map);

// The curves of all racers as CSV: racer,step,cost,x,y and every quantity by its id, those of the
// map only if `with_map`; a row for each step up to the playhead, on long walks for each of the
// outline. What does not apply is empty; numbers read back to the same bits. Names are quoted where
// CSV (RFC 4180) asks for it.
std::string curve_table(const Experiment& experiment, const Race& race, double playhead,
                        bool with_map);

}  // namespace fogline
