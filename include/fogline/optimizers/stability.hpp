// SPDX-License-Identifier: MIT
// What rules tell of themselves to those who judge a walk: the rates they bear on the local
// quadratic model, what they divide slopes by, how they decay. A rule tells it by members, all of
// them optional:
//   double rate_limit(double lambda) const
//       the largest stable rate at curvature lambda > 0
//   BestHere best_here(double m, double L) const
//       the fastest for curvatures from m to L, 0 < m <= L
//   double gain() const
//       the sum of the weights of past slopes in a step
//   T divisor(const Shared&, const Coordinate<T>&) const
//       what the averaged slope is divided by
//   double unrest() const
//       about how long steps may become again where it lies still: what is divided by the average
//       of slopes that have vanished is as long as the rate. 0 without it: steps vanish as well
//   bool strays() const
//       whether along a ring or line of minima it lies still at it may make steps of any length:
//       slopes are divided by a curvature of about 0. False without it
//   static constexpr bool decoupled_decay = true
//       weight_decay does not pass through the slope
#pragma once

#include <optional>

#include "fogline/optimizers/walker.hpp"

namespace fogline {

// The rate, without a schedule; none for methods that have none.
std::optional<double> learning_rate(const Optimizer& optimizer);

// The largest stable rate where the slope's divisors have been taken out of the curvature `lambda`;
// none where lambda <= 0 (nothing swings there), or where the method does not tell.
std::optional<double> rate_limit(const Optimizer& optimizer, double lambda);

// None where not 0 < m <= L, or where the method does not tell.
std::optional<BestHere> best_here(const Optimizer& optimizer, double m, double L);

// How often a steady slope is counted in a step: the sum of the weights of past slopes, 1 for plain
// descent, 1 / (1 - momentum) for a velocity that collects them.
double gain(const Optimizer& optimizer);

// About how long steps may become where the walker lies still; 0 where none can.
double unrest(const Optimizer& optimizer);

// Whether it may be thrown off a ring or line of minima that it lies still at.
bool strays(const Optimizer& optimizer);

// What slopes are divided by in each coordinate, beside being multiplied by the rate: 1 for plain
// descent, sqrt(v_hat) + epsilon for Adam. Positive; 1 where the rule has not divided yet.
Vec2 divisors(const Gear& gear, const Walker& walker);

// What a slope that stays the same is multiplied by in a step with this factor on the rate, the
// walker standing where the step has led: rate x gain over the divisors' geometric mean. None for
// methods without a learning rate, and where only the sign of a slope counts.
std::optional<double> effective_rate(const Gear& gear, const Walker& walker, double factor);

// Whether the weights below can be other than 0.
bool may_decay(const Gear& gear);
// Whether those weights change along the walk: the divisors of decoupled decay shrink as the walker
// comes to rest, and it with them.
bool decay_varies(const Gear& gear);
// Weights of half the squared coordinates which weight decay adds to what the racer descends:
// coupled decay directly; decoupled decay w balances a slope of w x divisor / gain, so that it acts
// like that weight where the walker rests.
Vec2 decay_weights(const Gear& gear, const Walker& walker);

}  // namespace fogline
