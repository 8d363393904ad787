// SPDX-License-Identifier: MIT
// The walkers on the terrain: balls, the tails' averages, ties between rivals, verdict chips.
#pragma once

#include <vector>

#include "gui/panels/pane.hpp"
#include "gui/ui.hpp"

namespace fogline::gui {

// A walker at the playhead, in pixels.
struct WalkerPlace {
  std::size_t racer = 0;
  ImVec2 at{};    // where it stands
  ImVec2 mark{};  // where its mark is drawn: there, or beside others that stand there too
  float alpha = 1;
  bool crowded = false;  // one of so many that there is no room for words between their marks
};

// The opacity of a marker at x: less where the terrain hides it.
float alpha_at(const Workbench& bench, const Pane& pane, const Evaluator& f,
               const scene::Relief& relief, Vec2 x);

// Of the visible racers that have left their starts. Those within 16 pixels of each other are
// neighbours in the list, their marks stacked beside them, six in a column.
std::vector<WalkerPlace> walker_places(const Ui& ui, const Workbench& bench, const Pane& pane,
                                       const scene::Ground& ground);

void draw_walkers(const Ui& ui, ImDrawList& list, const Workbench& bench, const Pane& pane,
                  const scene::Ground& ground);

// A chip beside a walker: the selected racer's verdict in a word (everybody's before a class), of
// others a sign, once they are no longer on their way.
struct Chip {
  std::size_t racer = 0;
  Rect rect;
};
std::vector<Chip> walker_chips(const Ui& ui, const Workbench& bench, const Pane& pane,
                               const scene::Ground& ground);
void draw_chips(const Ui& ui, ImDrawList& list, const Workbench& bench, const Pane& pane,
                const scene::Ground& ground);
// A click on one opens its card; noted as chip/<racer>. After everything that has the pointer
// before the terrain.
void press_chips(Ui& ui, Workbench& bench, const std::vector<Pane>& panes);

}  // namespace fogline::gui
