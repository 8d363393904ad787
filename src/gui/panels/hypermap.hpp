// SPDX-License-Identifier: MIT
// What two hyperparameters of the selected racer do: a map in the terrain's place, colours for how
// walks with each pair of values go. No part of the session.
#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "fogline/engine/stability_line.hpp"
#include "gui/panels/workbench.hpp"
#include "scene/sweep_work.hpp"

namespace fogline::gui {

// From the racer's own start, or so many random ones of the domain.
inline constexpr std::array<std::size_t, 3> hypermap_starts{1, 10, 100};
inline constexpr std::uint32_t most_hypermap_steps = 2000;

// With the values of one cell, from the first of the starts.
struct HypermapWalks {
  std::size_t cell = 0;
  std::vector<Trajectory> walks;
  bool known = false;  // to their ends
};

struct Hypermap {
  // Chosen by hand; of a racer that has none of that name the usual ones.
  std::string x, y;
  scene::SweepColour colour = scene::SweepColour::verdict;
  int starts = 0;  // index into hypermap_starts

  std::shared_ptr<scene::SweepWork> work;              // made when first needed
  std::shared_ptr<const scene::SweepPicture> picture;  // of what `work` shows, as of this frame
  std::optional<StabilityLine> line;                   // likewise
  std::optional<std::size_t> cell;                     // under the pointer
  std::optional<HypermapWalks> walks;                  // of that cell
  std::optional<Racer> before;                         // as it was before a drag on the map
};

// A hyperparameter that can lie along an axis: one of the optimizer, or of an axis in use as
// "noise.sigma". Numbers first, in the order in which they are described.
struct MapAxis {
  std::string name, label;
  Range range;
  Kind kind = Kind::real;
  std::vector<std::string> choices;  // of a switch or a choice
  double value = 0;                  // the racer's own

  bool log() const { return range.scale == Scale::log; }
  // How many values there are; none for real ones.
  std::optional<std::size_t> values() const;
};
std::vector<MapAxis> map_axes(const Racer& racer);

// Opens it in the terrain's place, or closes it.
void flip_hypermap(Workbench& bench);
// Back to the terrain from whatever stands in its place; true where something did.
bool close_full_view(Workbench& bench);

// The two axes of the map as chosen, or the usual ones: the learning rate, or else the first
// number, and the next one. None of a racer with fewer than two.
struct MapAxes {
  MapAxis x, y;
};
std::optional<MapAxes> chosen_axes(const Workbench& bench);
// The other axis takes what this one had where both would be the same.
void choose_x(Workbench& bench, const std::string& name);
void choose_y(Workbench& bench, const std::string& name);

// What the map is to be of; none where it is closed or `why_no_hypermap` says why there is none.
// The racer's own values along the axes have no part in it.
std::optional<SweepSetting> wanted_hypermap(const Workbench& bench);
// A sentence that says what to do; empty where there is a map.
std::string why_no_hypermap(const Workbench& bench);

// Once a frame, before the view is drawn: begins anew where the setting is another, takes up what
// has become known.
void follow_hypermap(Workbench& bench);
// True when nothing of the map remains to be walked or shown.
bool hypermap_known(const Workbench& bench);
// Of what is wanted now, never of anything else; null where nothing is.
std::shared_ptr<const scene::SweepPicture> shown_hypermap(const Workbench& bench);

// The racer takes the values of a cell.
void take_values(Workbench& bench, std::size_t cell);
// "Momentum takes learning rate 0.0316, momentum 0.9."
std::string taken_sentence(const Workbench& bench);

// The cell under the pointer: its values, how its walks ended, loss and cost; empty while nothing
// is known.
std::vector<std::string> hypermap_reading(const Workbench& bench, std::string number(double));

// The map with its axes in `size` pixels at ImGui's cursor, the parts of the view beside it, and a
// press on it, which takes values.
void hypermap_plot(Ui& ui, Workbench& bench, const MapAxes& axes, ImVec2 size);
// What the colours mean, with shares or numbers, in a column. Returns where it ends.
float hypermap_legend(Ui& ui, const Workbench& bench, const Rect& rect);
// The walks with the values under the pointer on a small map of the landscape; nothing where there
// is no room, and on a curve.
void hypermap_walks(Ui& ui, Workbench& bench, const Rect& rect);

}  // namespace fogline::gui
