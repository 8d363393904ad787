// SPDX-License-Identifier: MIT
// Undo: past and future experiments around the present one. One gesture is one entry.
#pragma once

#include <vector>

#include "fogline/engine/session.hpp"

namespace fogline {

struct History {
  static constexpr std::size_t deepest = 200;  // entries
  std::vector<Experiment> past, future;

  // Call when a gesture is complete, with the experiment as it was before: one entry if anything
  // changed.
  void record(const Experiment& before, const Experiment& now);
  // Swap the neighbouring entry into `now`; false when there is none.
  bool undo(Experiment& now);
  bool redo(Experiment& now);
};

}  // namespace fogline
