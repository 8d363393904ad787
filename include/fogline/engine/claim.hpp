// SPDX-License-Identifier: MIT
// What a lesson claims of a race, or of the laboratory, in a form that the program can measure: the
// same evaluator checks lessons headless and a student's mission in the window.
#pragma once

#include <limits>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "fogline/engine/laboratory/measurement.hpp"
#include "fogline/engine/many_starts.hpp"
#include "fogline/engine/race.hpp"
#include "fogline/engine/session.hpp"
#include "fogline/engine/verdict.hpp"

namespace fogline {

// Where a walk must arrive: near a place, at a loss, or, with neither, at the race's finish line.
struct Target {
  std::optional<Vec2> place;
  double within = 0;  // of the place, domain units
  std::optional<double> loss;
};

// A number read off a race. Infinite where what is counted never happens.
//   loss, gap        of the racer's answer; its gap to the best known minimum
//   steps, cost      until the walk is first at the target
//   distance         from the racer's answer to a place, or to another racer's answer
//   made             steps that the walk made: fewer than the budget's where it ended before
//   restarts, uphill events so far
//   valleys          different valleys in which an ensemble's copies ended
//   share            of an ensemble's copies whose answer is at the target
//   wander           how far the last tenth of the walk strays from its end
//   detour           length of the path over the distance from its start to its end
//   validation_loss  of the answer, on data that no step saw
enum class Quantity {
  loss,
  gap,
  steps,
  cost,
  distance,
  made,
  restarts,
  uphill,
  valleys,
  share,
  wander,
  detour,
  validation_loss
};

struct Measure {
  Quantity quantity = Quantity::loss;
  Target target;          // of steps, cost, distance and share
  std::string neighbour;  // the other racer of a distance, if any
};

struct Bounds {
  double low = -std::numeric_limits<double>::infinity();
  double high = std::numeric_limits<double>::infinity();
  bool contain(double value) const { return value >= low && value <= high; }
};

// The racer's verdict is one of these, or has this fate.
struct EndsAs {
  std::vector<Verdict> any_of;
  std::optional<Fate> fate;
};
// The racer's number, times `times`, is at most the other's, and not both are infinite. Where
// `times` is not 1 it must not be below 0.
struct IsBelow {
  Measure of;
  std::string other;
  double times = 1;
};
struct IsWithin {
  Measure of;
  Bounds bounds;
};

// It ends so from a share of many starts that lies within the bounds.
struct OftenEndsAs {
  EndsAs ends;
  StartPlan starts;
  Bounds share;
};

// The laboratory's number lies within the bounds, or exceeds another by as much.
struct MeasuresWithin {
  Measurement of;
  std::optional<Measurement> more_than;
  Bounds bounds;
};
// The laboratory's number, times `times`, is at most another one and below it.
struct MeasuresBelow {
  Measurement of, other;
  double times = 1;
};

struct Claim {
  std::string racer;         // empty where it is about the laboratory
  std::optional<double> at;  // the playhead, in the budget's unit; the end of the race where absent
  std::variant<EndsAs, IsBelow, IsWithin, OftenEndsAs, MeasuresWithin, MeasuresBelow> what;
};

inline bool is_about_laboratory(const Claim& claim) {
  return std::holds_alternative<MeasuresWithin>(claim.what) ||
         std::holds_alternative<MeasuresBelow>(claim.what);
}
// Whether it takes more than one race to evaluate: not within a frame. See Inquiry.
inline bool takes_long(const Claim& claim) {
  return std::holds_alternative<OftenEndsAs>(claim.what) || is_about_laboratory(claim);
}

// "Adam: trapped", "Momentum: steps to the finish line at most 40": what must be true, derived.
std::string words(const Claim& claim);

struct Finding {
  bool holds = false;
  std::string measured;  // "saddle", "23", "212 against 1100"
};

// `race` follows the experiment and is known. Racers that the claim names must be in it: throws
// std::invalid_argument.
Finding evaluate(const Claim& claim, const Experiment& experiment, const Race& race);
// The same, after racing, if it takes a race.
Finding evaluate(const Claim& claim, const Experiment& experiment);

// A number read off a race that is known; `playhead` in the budget's unit.
double measured(const Measure& measure, const std::string& racer, const Experiment& experiment,
                const Race& race, double playhead);

}  // namespace fogline
