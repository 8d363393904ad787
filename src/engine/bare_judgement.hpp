// SPDX-License-Identifier: MIT
// A verdict without its evidence and sentences: what there is time for where walks are judged by
// the thousand.
#pragma once

#include "critical_point.hpp"
#include "fogline/engine/verdict.hpp"
#include "surroundings.hpp"

namespace fogline {

struct BareJudgement {
  Verdict verdict = Verdict::descending;
  Vec2 place;  // where it is judged, as Evidence has it
};

// As `judge` does. A memo is for walks on one landscape and map.
BareJudgement bare_judgement(const Survey& map, const Walk& walk, std::uint32_t step,
                             bool budget_spent, SurroundingsMemo* memo = nullptr);

// The verdict on who rests at a minimum x of what it descends; `bottom` is the landscape's own
// minimum below it. On a landscape of which no minimum is known it is the lowest found.
Verdict minimum_verdict(const Survey& map, Vec2 x, const std::optional<CriticalPoint>& bottom);

// The steps, in order, whose iterates a walk without restarts is judged by at `step`, beside its
// start.
std::vector<std::uint32_t> judged_steps(std::uint32_t step);

}  // namespace fogline
