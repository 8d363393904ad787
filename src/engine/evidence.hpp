// SPDX-License-Identifier: MIT
// The numbers behind a verdict, and the rates that the ground underfoot bears.
#pragma once

#include "fogline/engine/verdict.hpp"
#include "rest.hpp"

namespace fogline {

// The racer's rate beside what the method bears at some curvature.
struct Pace {
  double rate = 0;       // learning rate with the schedule's factor
  double sharpness = 0;  // largest curvature, divided as the method divides slopes
  double limit = 0;      // the largest stable rate there

  bool is_beyond() const { return rate >= limit; }
};

// Whether the rate is beyond what the curvature at a place bears, so that a walker can but swing
// there. A method whose steps do not follow the slope's size hovers at its limit wherever it is.
bool swings_about(const Case& c, const CriticalPoint& at);

// At the sharpest of the recent places, their mean included; none where nothing swings there, or
// the method tells no limit.
std::optional<Pace> sharpest_pace(const Case& c);
// Whether that is beyond its limit: whether it is at any of them, for no method bears more where it
// is sharper.
bool is_beyond_somewhere(const Case& c);

// Where a racer is judged; `rest` may be null.
Vec2 judged_at(const Case& c, const Rest* rest);
// All but what is known of other racers. `rest` may be null.
Evidence evidence_of(const Case& c, const Rest* rest);

}  // namespace fogline
