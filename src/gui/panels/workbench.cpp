// SPDX-License-Identifier: MIT
// Undo, the race and the playhead, once a frame.
#include "gui/panels/workbench.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>

#include "gui/panels/fog.hpp"
#include "gui/panels/guess.hpp"
#include "gui/panels/motion.hpp"
#include "gui/panels/presenter.hpp"

namespace fogline::gui {
namespace {

constexpr auto frame_share = std::chrono::milliseconds(4);
constexpr auto basin_walk_share = std::chrono::milliseconds(2);
constexpr double future_seconds = 1, glide_seconds = 0.35;
constexpr float future_alpha = 0.35f;

void settle(Workbench& bench) {
  Experiment& now = bench.session.experiment;
  if (now == bench.settled) return;
  bench.history.record(bench.settled, now);
  bench.settled = now;
}

// Undo may take the selected racer away.
void keep_selection(Workbench& bench) {
  const std::size_t count = bench.session.experiment.racers.size();
  bench.selected = std::min(bench.selected, std::max<std::size_t>(count, 1) - 1);
}

// The schedule's factor over the walk, at most 256 times.
void read_rates(const Trajectory& t, std::vector<double>& step, std::vector<double>& factor) {
  if (!t.course().axes.schedule) return;
  const std::uint32_t stride = 1 + t.last() / 256;
  for (std::uint32_t k = 0; k <= t.last(); k += stride) {
    step.push_back(k);
    factor.push_back(t.rate_factor(k));
  }
}

void read_race(Workbench& bench) {
  bench.rates = {};
  bench.curve.made.reset();
  for (std::size_t i = 0; i < bench.race.size(); ++i)
    read_rates(bench.race[i], bench.rates.step.emplace_back(), bench.rates.factor.emplace_back());
}

void advance_race(Workbench& bench, Clock::time_point deadline) {
  const Experiment& e = bench.session.experiment;
  if (!bench.raced || !(*bench.raced == e)) {
    bench.race.follow(e);
    bench.raced = e;
    bench.race_known = false;
    bench.ghost.reset();
    bench.traced.reset();
    bench.inspection.slow.reset();
    bench.inspection.made.reset();
  }
  if (bench.race_known) return;
  bench.race_known = bench.race.advance(deadline);
  if (bench.race_known) read_race(bench);
}

void move_playhead(Workbench& bench, double elapsed) {
  double& playhead = bench.session.view.playhead;
  const double end = end_of_race(bench),
               rate = bench.pace.single_steps ? 4 : end / bench.pace.seconds;
  if (!bench.playing) return;  // an edit that shortens the race for a moment must not move it
  playhead += rate * elapsed;
  if (playhead < end) return;
  playhead = end;
  bench.playing = false;
}

const Ghost* known(const Workbench& bench, const std::optional<Ghost>& ghost) {
  if (!ghost) return nullptr;
  const std::size_t racer = ghost->racer;
  const bool stands = racer < bench.race.size() && racer < bench.session.experiment.racers.size() &&
                      ghost->step <= bench.race[racer].last();
  return stands ? &*ghost : nullptr;
}

double mixed(double a, double b, double t) { return a + t * (b - a); }

// The camera between two, as numbers; zooms go by their ratio.
render::Camera between(const render::Camera& a, const render::Camera& b, double t) {
  render::Camera c = b;
  c.azimuth = mixed(a.azimuth, b.azimuth, t);
  c.elevation = mixed(a.elevation, b.elevation, t);
  c.zoom = a.zoom * std::pow(b.zoom / a.zoom, t);
  c.target = (1 - t) * a.target + t * b.target;
  return c;
}

void glide(Workbench& bench, double now) {
  if (!bench.glide) return;
  if (bench.touch.gesture != Gesture::none) return bench.glide.reset();
  Glide& g = *bench.glide;
  if (g.began < 0) g.began = now;
  const double seconds = bench.classroom.calm ? fade_seconds : glide_seconds;
  const double share = std::clamp((now - g.began) / seconds, 0.0, 1.0);
  const double t = bench.classroom.calm ? 1 : eased(share);  // no motion: there at once
  for (const auto kind : {render::ViewKind::surface, render::ViewKind::map})
    scene::set_camera(bench.session.view,
                      between(scene::camera_of(g.from, kind), scene::camera_of(g.to, kind), t));
  if (share == 1) bench.glide.reset();
}

}  // namespace

double end_of_race(const Workbench& bench) {
  return bench.race_known ? bench.race.horizon() : bench.session.experiment.budget.amount;
}

void update(Workbench& bench, double now, double elapsed, bool busy) {
  keep_selection(bench);
  if (!busy) settle(bench);
  if (is_dragging_start(bench)) bench.full_paths_until = now + future_seconds;
  glide(bench, now);
  advance_lift(bench, now);
  if (!bench.race_known || bench.raced != bench.session.experiment) forget_diagnosis(bench);
  slide_edges(bench, elapsed);
  const auto deadline = Clock::now() + frame_share;
  advance_race(bench, deadline);
  if (bench.race_known) advance_atlas(bench, deadline);
  advance_basins(bench, std::max(deadline, Clock::now() + basin_walk_share));
  move_playhead(bench, elapsed);
  diagnose(bench);
  advance_fair(bench);
  score_when_shown(bench);
}

void take_over(Workbench& bench, Session session, const std::filesystem::path& file) {
  bench.session = std::move(session);
  bench.settled = bench.saved = bench.session.experiment;
  bench.history = {};
  bench.file = file;
  bench.selected = 0;
  bench.playing = false;
  bench.touch = {};
  bench.diagnosis = {};
  bench.profile = {};
}

void mark_saved(Workbench& bench, const std::filesystem::path& file) {
  bench.file = file;
  bench.saved = bench.session.experiment;
}

bool is_dirty(const Workbench& bench) {
  if (bench.lesson) return !(bench.lesson->own.session.experiment == bench.lesson->own.saved);
  return !(bench.session.experiment == bench.saved);
}

const Ghost* shown_ghost(const Workbench& bench) { return known(bench, bench.ghost); }
const Ghost* shown_trace(const Workbench& bench) { return known(bench, bench.traced); }

void undo(Workbench& bench) {
  settle(bench);
  if (bench.history.undo(bench.session.experiment)) bench.settled = bench.session.experiment;
  keep_selection(bench);
}

void redo(Workbench& bench) {
  settle(bench);
  if (bench.history.redo(bench.session.experiment)) bench.settled = bench.session.experiment;
  keep_selection(bench);
}

bool is_dragging_start(const Workbench& bench) {
  const Gesture g = bench.touch.gesture;
  return g == Gesture::start || g == Gesture::well || g == Gesture::depth;
}

float future_opacity(const Workbench& bench, double now) {
  const double left = std::clamp((bench.full_paths_until - now) / future_seconds, 0.0, 1.0);
  return future_alpha * static_cast<float>(left);
}

void play(Workbench& bench, bool on) {
  bench.playing = on;
  bench.hints.played = bench.hints.played || on;
  if (on && bench.session.view.playhead >= end_of_race(bench)) bench.session.view.playhead = 0;
}

void step_by(Workbench& bench, double steps) {
  bench.playing = false;
  double& playhead = bench.session.view.playhead;
  playhead = std::clamp(std::floor(playhead) + steps, 0.0, end_of_race(bench));
}

}  // namespace fogline::gui
