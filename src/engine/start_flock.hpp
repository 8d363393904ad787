// SPDX-License-Identifier: MIT
// One optimizer from many starts, walked as a flock: to the bit what each walk would be by itself.
#pragma once

#include <atomic>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "fogline/engine/verdict.hpp"

namespace fogline {

struct StartFlockTask {
  const Landscape& landscape;
  const Optimizer& optimizer;
  const Axes& axes;            // with which it flocks
  const Survey &map, &then;    // at step 0, and after the last one
  std::optional<double> line;  // the loss of the finish line
  std::uint32_t steps = 0;
  bool budget_spent = true;  // no step after these can be paid
  InstructionSet instructions = InstructionSet::baseline;
  std::span<const Vec2> starts;
  const std::atomic<bool>& stops;  // looked at now and then; what is returned is void
};

struct FlockEnd {
  Vec2 x;
  double loss = 0;
  std::uint32_t steps = 0;  // fewer than the task's where no finite place follows
  Verdict verdict = Verdict::diverged;
  std::optional<std::uint32_t> crossed;  // the step at which it was first on the map at the line
};

// The ends of the walks from all starts.
std::vector<FlockEnd> walk_from(const StartFlockTask& task);

}  // namespace fogline
