// SPDX-License-Identifier: MIT
// The first minute: one hint at a time at the thing it is about, each gone for good once followed.
// "Drag me", then "Space", at a trap "Why?", in fog "Lift the fog".
#pragma once

#include <optional>
#include <string>

#include "gui/hint.hpp"
#include "gui/panels/pane.hpp"
#include "gui/panels/walkers.hpp"

namespace fogline::gui {

struct Advice {
  enum class Kind { drag, space, why, fog };
  Kind kind = Kind::drag;
  std::string text;
  HintBox box;
  Chip chip;  // of the walker that "Why?" is about
};

// What is advised now on the terrain's first pane, if anything.
std::optional<Advice> advice(const Ui& ui, const Workbench& bench, const Pane& pane,
                             const scene::Ground& ground);
void draw_advice(const Ui& ui, ImDrawList& list, const Workbench& bench, const Pane& pane,
                 const scene::Ground& ground);
// A click on "Why?" or "Lift the fog" follows it; noted as hint/why and hint/fog. After everything
// that has the pointer before the terrain.
void press_advice(Ui& ui, Workbench& bench, const std::vector<Pane>& panes);

}  // namespace fogline::gui
