// SPDX-License-Identifier: MIT
// The controls that a lesson may hide or lock, and how a locked one is kept where it is.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "fogline/engine/session.hpp"

namespace fogline {

// A part of the window by what it edits. `standings` and `curve` edit nothing.
enum class Control {
  landscape,        // which one, and its parameters
  racers,           // who races: optimizers and axes
  hyperparameters,  // of optimizers and axes
  starts,
  budget,  // its unit and amount, prices, the finish line
  seed,
  views,  // layout, fog and whatever lies over the terrain
  standings,
  curve
};

const std::vector<std::string_view>& control_names();

// A set of controls.
struct Controls {
  std::uint32_t bits = 0;
  bool has(Control control) const { return (bits >> static_cast<unsigned>(control) & 1U) != 0; }
  void add(Control control) { bits |= 1U << static_cast<unsigned>(control); }
  friend bool operator==(const Controls&, const Controls&) = default;
};

// Puts back what an edit of `session` did to locked controls, whichever way it came: panel, key,
// gesture or undo. Racers, hyperparameters and starts go back together where `racers` is locked and
// their number changed.
void keep_locked(Session& session, const Session& before, const Controls& locked);

}  // namespace fogline
