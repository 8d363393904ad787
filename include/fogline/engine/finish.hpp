// SPDX-License-Identifier: MIT
// The finish line of a race: a loss within the experiment's tolerance of the best known minimum.
#pragma once

#include <cstdint>
#include <optional>

#include "fogline/engine/race.hpp"

namespace fogline {

// Where a racer first crossed the line.
struct Finish {
  std::uint32_t step = 0;
  double cost = 0;  // paid by then at the race's prices, by all copies
  friend bool operator==(const Finish&, const Finish&) = default;
};

// When what the racer would return was first on the map and at or below Race::finish_line(), from
// iterates up to the playhead alone; of an ensemble when the first copy was, all copies walking
// side by side. None where no minimum is known: then there is no line to cross.
std::optional<Finish> finish(const Experiment& experiment, const Race& race, std::size_t racer,
                             double playhead);

}  // namespace fogline
