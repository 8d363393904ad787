// SPDX-License-Identifier: MIT
// Names of controls, and what each holds of a session.
#include "fogline/engine/control.hpp"

#include <utility>

namespace fogline {
namespace {

void keep_starts(Experiment& e, const Experiment& before) {
  for (std::size_t i = 0; i < e.racers.size(); ++i) e.racers[i].start = before.racers[i].start;
  e.shared_start = before.shared_start;
}

void keep_settings(Experiment& e, const Experiment& before) {
  for (std::size_t i = 0; i < e.racers.size(); ++i) {
    const Racer& old = before.racers[i];
    Racer kept = old;
    kept.name = e.racers[i].name;
    kept.start = e.racers[i].start;
    kept.mark = e.racers[i].mark;
    kept.visible = e.racers[i].visible;
    e.racers[i] = kept;
  }
}

// Who races, their methods, and which axes are in use; not what is set in them.
bool same_racers(const Experiment& a, const Experiment& b) {
  if (a.racers.size() != b.racers.size()) return false;
  for (std::size_t i = 0; i < a.racers.size(); ++i) {
    if (a.racers[i].optimizer.index() != b.racers[i].optimizer.index()) return false;
    std::vector<bool> used;
    const auto note = [&](const auto& axis) { used.push_back(axis.has_value()); };
    Racer(a.racers[i]).visit_axes(note);
    const std::vector<bool> used_by_a = std::exchange(used, {});
    Racer(b.racers[i]).visit_axes(note);
    if (used != used_by_a) return false;
  }
  return true;
}

void keep_views(View& view, const View& before) {
  const View now = view;
  view = before;
  view.azimuth = now.azimuth;
  view.elevation = now.elevation;
  view.zoom = now.zoom;
  view.target = now.target;
  view.map_zoom = now.map_zoom;
  view.map_target = now.map_target;
  view.playhead = now.playhead;
}

void keep_budget(Experiment& e, const Experiment& before) {
  e.budget = before.budget;
  e.prices = before.prices;
  e.finish = before.finish;
}

}  // namespace

const std::vector<std::string_view>& control_names() {
  static const std::vector<std::string_view> names{"landscape", "racers",    "hyperparameters",
                                                   "starts",    "budget",    "seed",
                                                   "views",     "standings", "curve"};
  return names;
}

void keep_locked(Session& session, const Session& before, const Controls& locked) {
  Experiment& e = session.experiment;
  const Experiment& old = before.experiment;
  if (locked.has(Control::landscape)) e.landscape = old.landscape;
  if (locked.has(Control::racers) && !same_racers(e, old)) e.racers = old.racers;
  if (e.racers.size() == old.racers.size()) {
    if (locked.has(Control::hyperparameters)) keep_settings(e, old);
    if (locked.has(Control::starts)) keep_starts(e, old);
  }
  if (locked.has(Control::budget)) keep_budget(e, old);
  if (locked.has(Control::seed)) e.seed = old.seed;
  if (locked.has(Control::views)) keep_views(session.view, before.view);
}

}  // namespace fogline
