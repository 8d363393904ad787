// SPDX-License-Identifier: MIT
// The one document: an experiment and how it is looked at. A plain value; everything else derives
// from it.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "fogline/core/oracle.hpp"
#include "fogline/engine/budget.hpp"
#include "fogline/engine/ensemble.hpp"
#include "fogline/engine/tuned.hpp"
#include "fogline/engine/warm_start.hpp"
#include "fogline/landscapes/landscape.hpp"
#include "fogline/optimizers/axes.hpp"
#include "fogline/optimizers/optimizer.hpp"

namespace fogline {

struct Racer {
  std::string name;
  Optimizer optimizer;
  Axes axes;
  std::optional<WarmStart> warm_start{};
  std::optional<Ensemble> ensemble{};
  std::optional<Tuned> tuned{};  // where its hyperparameters are from, until another tuning
  Vec2 start;
  int mark = 0;  // index into the table of marks and colours
  bool visible = true;

  // Calls f(std::optional<Axis>&) for every axis, those of the walk and those of the race.
  template <class F>
  void visit_axes(F&& f) {
    axes.visit(f);
    f(warm_start);
    f(ensemble);
  }
  friend bool operator==(const Racer&, const Racer&) = default;
};

struct Experiment {
  Landscape landscape;
  std::vector<Racer> racers;
  bool shared_start = true;  // placing one start places all; each racer still carries its own
  Budget budget;
  Prices prices;
  std::uint64_t seed = 1;
  // The finish line: a racer has finished where its answer is no more than this share of the map's
  // relief (Survey) above the best known minimum.
  double finish = 1e-3;
  friend bool operator==(const Experiment&, const Experiment&) = default;
};

enum class Layout { surface, map, split, panes };
enum class HeightScale { linear, log };
enum class ColorScale { height, rank };
// What the terrain is a picture of: the landscape, or, of one racer, its own objective, the batch
// that its next step sees, or what its model believes: the expected loss, how unsure that is, and
// where it wants to look.
enum class Terrain { landscape, objective, batch, surrogate, uncertainty, acquisition };

// What is drawn over the whole terrain, one at a time.
enum class Overlay { none, gradient, streamlines, basins };

// How the experiment is looked at: saved with the session, no part of undo.
struct View {
  Layout layout = Layout::surface;
  double azimuth = -58, elevation = 34;  // degrees
  double zoom = 1;                       // of the surface; 1 fits the domain
  std::array<double, 3> target{};        // offset of what is looked at, in widths of the terrain
  double map_zoom = 1;
  std::array<double, 2> map_target{};
  HeightScale height = HeightScale::linear;
  ColorScale color = ColorScale::height;
  std::string palette = "mist";
  bool contours = true;
  Overlay overlay = Overlay::none;
  bool critical_points = false;
  bool fog = false;  // the terrain is hidden beyond what the walkers can feel
  Terrain terrain = Terrain::landscape;
  int terrain_of = 0;   // the racer's index; without meaning for the landscape
  double playhead = 0;  // in the budget's unit
  friend bool operator==(const View&, const View&) = default;
};

struct Session {
  Experiment experiment;
  View view;
  friend bool operator==(const Session&, const Session&) = default;
};

inline constexpr std::size_t most_racers = 32;
inline constexpr int marks_known = 16;            // eight shapes, filled and hollow
inline constexpr std::size_t longest_name = 200;  // bytes
inline constexpr double largest_budget = 1'000'000;

// What a new user sees: four methods on one slope above a comfortable trap, so that the start and
// the method matter.
Session first_session();

// A racer with default hyperparameters, named after its optimizer, with the first mark that nobody
// has.
Racer new_racer(const Experiment& experiment, const Optimizer& optimizer, Vec2 start);
// The wanted name, cut to `longest_name`, or with " 2", " 3", ... appended where a racer has it
// already.
std::string free_name(const Experiment& experiment, const std::string& wanted);
int free_mark(const Experiment& experiment);
// Put a racer into the list so that it stands at `index`, at most the end, or take the one out that
// stands there, if any. Warm starts go on meaning the same racers; those from a racer that goes, go
// too.
void insert_racer(Experiment& experiment, std::size_t index, const Racer& racer);
void remove_racer(Experiment& experiment, std::size_t index);
// Takes another optimizer, and gives up the axes that make no sense with it and, of another
// method, what tuning found.
void change_optimizer(Racer& racer, const Optimizer& optimizer);
// Puts the start of racer `index`, or of all where starts are shared, to `x`.
void place_start(Experiment& experiment, std::size_t index, Vec2 x);
// Whether its hyperparameters are what tuning found for it on this landscape.
bool is_tuned(const Experiment& experiment, const Racer& racer);
// True when every racer begins at the same place.
bool starts_agree(const Experiment& experiment);

}  // namespace fogline
