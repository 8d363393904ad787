// SPDX-License-Identifier: MIT
// What the inspector is showing. No part of the session.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>

#include "fogline/engine/step_parts.hpp"

namespace fogline::gui {

// A step is told in four parts.
enum class StepPart { gradient, memory, scaling, move };

// A step being played part by part.
struct SlowStep {
  std::size_t racer = 0;
  std::uint32_t step = 0;  // from which it is made
  StepPart part = StepPart::gradient;
};

// A step taken apart, kept while the race stays as it is: some methods are slow to walk again.
struct InspectedStep {
  std::size_t racer = 0;
  StepParts parts;
};

struct Inspection {
  bool open = false;             // the section is drawn out, and so are the arrows on the terrain
  std::optional<SlowStep> slow;  // ended by any other key
  std::optional<InspectedStep> made;
};

}  // namespace fogline::gui
