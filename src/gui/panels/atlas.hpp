// SPDX-License-Identifier: MIT
// What the map knows of the landscape on screen, looked up in the background and kept while the
// landscape is the same: critical points, passes, lines of descent; and the line along which the
// profile is cut.
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "fogline/engine/pass.hpp"
#include "fogline/engine/streamline.hpp"
#include "render/scene.hpp"
#include "scene/ground.hpp"

namespace fogline::gui {

struct Workbench;

// Lines made for one kind of view, with what they were made of.
struct MapLines {
  scene::GroundKey ground;
  Overlay overlay = Overlay::none;
  Box box;
  std::size_t known = 0;  // streamlines drawn
  render::Path path;
};

// The barrier between the valleys of two places.
struct Barrier {
  Vec2 from, to;
  std::optional<std::size_t> valleys[2];
  std::optional<Pass> pass;
};

struct Atlas {
  std::optional<CriticalPoints> critical;  // of the domain
  // Of what a map shows where that is another box: begun anew when the map has come to rest.
  std::optional<CriticalPoints> in_view;
  std::optional<Box> seen;  // by the map that was drawn last
  std::optional<ValleyGraph> valleys;
  std::optional<Streamlines> streamlines;
  std::optional<Barrier> barrier;
  std::map<render::ViewKind, MapLines> lines;
  std::vector<double> heights;                  // displayed, of the critical points
  std::optional<scene::GroundKey> heights_for;  // none: to be made anew
};

// A cut through the terrain, drawn on it with the tool.
struct Profile {
  bool on = false;
  std::optional<std::pair<Vec2, Vec2>> line;
  std::optional<double> cursor;  // hovered in the card: share of the way
};

// Goes on with what is shown, within a frame's share of time. Once the race is known.
void advance_atlas(Workbench& bench, Clock::time_point deadline);
// True when nothing that is shown remains to be looked up.
bool atlas_known(const Workbench& bench);
// The same without a deadline, for pictures.
void complete_atlas(Workbench& bench);

// The critical points to be shown on a view of this kind: of what it shows as far as that is known,
// else of the domain. Null while nothing was looked for.
const CriticalPoints* shown_critical(const Workbench& bench, render::ViewKind kind);

// Whether the ground is the landscape as the atlas knows it: not a racer's own, and at step 0 where
// it drifts.
bool is_mapped(const scene::Ground& ground);

}  // namespace fogline::gui
