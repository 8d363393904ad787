// SPDX-License-Identifier: MIT
// One step of a walk taken apart: what the method was told, what it remembered, how that was
// scaled, where it went.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "fogline/engine/trajectory.hpp"

namespace fogline {

// One number of a per-coordinate rule's memory, in x and in y.
struct MemoryPart {
  Memory memory;
  Vec2 before, after;
};

// A line of the rule with its numbers in place of its letters: "v <- 0.9 * 0.31 + 1.2 = 1.479", in
// x and in y, at 4 significant digits.
struct RuleLine {
  std::string symbol;
  std::array<std::string, 2> numbers;
  Vec2 value;
};

struct StepParts {
  std::uint32_t step = 0;  // number of the iterate it leads from
  Vec2 from, to, move;     // domain units; to = from + move to a rounding
  double loss = 0, next_loss = 0;
  Vec2 slope;                // the landscape's own
  Event event{};             // a restart is no step of the rule: nothing below is then filled in
  std::optional<Vec2> told;  // the slope that a per-coordinate rule was told
  double rate = 0;           // learning rate with the schedule's factor; 0 for methods without one
  Vec2 divisors{1, 1};       // of a per-coordinate rule; see divisors() of stability.hpp
  Vec2 pull;                 // what decoupled weight decay, the axis, takes from the rule's step
  std::vector<MemoryPart> memory;
  std::vector<RuleLine> lines;            // of a per-coordinate rule; the last is x itself
  std::vector<Mark> marks_before, marks;  // of any method that has some, after the step
};

// The step that follows iterate number `step`; none at last(), which no step follows yet.
std::optional<StepParts> step_parts(const Trajectory& walk, std::uint32_t step);

// A sentence for each part, in the order in which a step is told.
std::array<std::string, 4> part_sentences(const StepParts& parts, const Optimizer& optimizer);

}  // namespace fogline
