// SPDX-License-Identifier: MIT
// Who stands where at the playhead, from the iterates up to it and nothing after.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "fogline/engine/race.hpp"

namespace fogline {

// A racer's plain state, the first of these that holds (B: the domain, d its diagonal, k the
// racer's step):
//   diverged        no finite iterate follows k, or x_k is farther than d from B and higher than
//   the start stopped_moving  x_{k-w..k} stay within 1e-3 d of x_k, w = 50, and so does the Newton
//   step of the absolute Hessian,
//                   || |H|^-1 g || < 1e-3 d, or a listed minimum is that near (at a cusp there is
//                   no Newton step)
//   left_domain     x_k is outside B
//   budget_spent    k is the last step of the budget
//   descending      otherwise
// A small gradient alone is not rest; and rest is not a minimum: the full verdicts tell those
// apart.
enum class Verdict { descending, stopped_moving, diverged, left_domain, budget_spent };

std::string_view word(Verdict verdict);  // "left the map"
std::string_view id(Verdict verdict);    // "left_domain"

struct Standing {
  std::size_t racer = 0;
  int rank = 1;
  std::uint32_t step = 0;     // at which it stands
  Iterate here, answer;       // where it is, and what it would return
  std::optional<double> gap;  // answer's loss minus the best known minimum's
  double cost = 0;
  Verdict verdict = Verdict::descending;
  std::string evidence;  // a sentence with the numbers that the verdict rests on
};

Verdict verdict_of(const Trajectory& trajectory, std::uint32_t step, bool budget_spent);

// Sorted by rank: lowest answer first, racers that diverged or are off the map last (an unbounded
// saddle would otherwise always win); equal answers share a rank.
std::vector<Standing> standings(const Experiment& experiment, const Race& race, double playhead);

}  // namespace fogline
