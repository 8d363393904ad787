// SPDX-License-Identifier: MIT
// The setting follows from the session; threads do the rest.
#include "gui/panels/basins.hpp"

#include <algorithm>
#include <cmath>
#include <thread>

#include "fogline/landscapes/dimension.hpp"
#include "gui/mark.hpp"
#include "gui/number.hpp"
#include "gui/panels/knowledge.hpp"

namespace fogline::gui {
namespace {

constexpr auto coarse_share = std::chrono::milliseconds(8);  // of a frame, where walks are fast
constexpr float walk_width = 0.6f, walk_opacity = 0.9f;      // of a racer's path

// Names a walk for the renderer, apart from those of races and of the map's lines.
std::uint64_t next_id() {
  static std::uint64_t id = std::uint64_t{1} << 62;
  return ++id;
}

bool is_same(const scene::BasinEnd& a, const scene::BasinEnd& b) {
  return a.map == b.map && a.pixel == b.pixel;
}

void follow_pointer(Workbench& bench, Clock::time_point deadline) {
  auto& walk = bench.basins.walk;
  const auto picture = shown_basins(bench);
  const auto end = picture && bench.hover ? picture->end_at(*bench.hover) : std::nullopt;
  if (!end) return walk.reset();
  if (!walk || !is_same(walk->from, *end)) {
    const BasinSetting& s = end->map->setting();
    walk.emplace(BasinWalk{*end,
                           Trajectory({.landscape = s.landscape,
                                       .optimizer = s.optimizer,
                                       .axes = s.axes,
                                       .start = s.start(end->pixel),
                                       .seed = s.seed,
                                       .walker = static_cast<std::uint32_t>(end->pixel)}),
                           next_id(), false});
  }
  walk->from.end = end->end;
  if (!walk->known) walk->known = walk->walk.extend(end->end.steps, deadline);
}

glm::vec3 as_color(ImU32 packed) {
  const ImVec4 c = ImGui::ColorConvertU32ToFloat4(packed);
  return {c.x, c.y, c.z};
}

render::Path path_of(const BasinWalk& shown, const scene::Ground& ground) {
  const Evaluator f = ground.evaluator();
  render::Path path;
  path.walk = shown.id;
  path.width = walk_width;
  path.opacity = walk_opacity;
  path.color = as_color(racer_colours[0]);
  const std::uint32_t last = std::min(shown.walk.last(), shown.from.end.steps);
  shown.walk.for_each_glimpse(last, [&](const Glimpse& g) {
    path.points.emplace_back(g.x.x, g.x.y,
                             std::clamp(scene::height_at(f, ground.relief(), g.x), -40.0, 40.0));
  });
  return path;
}

}  // namespace

std::optional<BasinSetting> wanted_basins(const Workbench& bench) {
  const Experiment& e = bench.session.experiment;
  if (bench.session.view.overlay != Overlay::basins || !knows_map(bench) ||
      bench.selected >= e.racers.size() || dimension(e.landscape) == 1)
    return std::nullopt;
  const Racer& racer = e.racers[bench.selected];
  BasinSetting s{.landscape = e.landscape, .optimizer = racer.optimizer};
  s.axes = racer.axes;
  s.seed = e.seed;
  s.box = domain(e.landscape);
  s.steps = static_cast<std::uint32_t>(
      std::clamp(e.budget.amount, 1.0, static_cast<double>(most_basin_steps)));
  return s;
}

void advance_basins(Workbench& bench, Clock::time_point deadline) {
  const auto wanted = wanted_basins(bench);
  BasinView& view = bench.basins;
  if (!wanted) {
    if (view.work) view.work->stop();
    return view.walk.reset();
  }
  if (!view.work)
    view.work = std::make_shared<scene::BasinWork>(std::thread::hardware_concurrency());
  view.work->show(*wanted, coarse_share);
  view.work->advance();
  follow_pointer(bench, deadline);
}

bool basins_known(const Workbench& bench) {
  const BasinView& view = bench.basins;
  const auto wanted = wanted_basins(bench);
  if (!wanted) return true;
  return view.work && view.work->setting() == wanted && view.work->done() &&
         (!view.walk || view.walk->known);
}

void complete_basins(Workbench& bench) {
  while (!basins_known(bench)) {
    advance_basins(bench, Clock::time_point::max());
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
  }
}

std::shared_ptr<const scene::BasinPicture> shown_basins(const Workbench& bench) {
  const auto wanted = wanted_basins(bench);
  const auto& work = bench.basins.work;
  return wanted && work && work->setting() == wanted ? work->picture() : nullptr;
}

std::string basin_sentence(const Workbench& bench) {
  if (!shown_basins(bench) || !bench.basins.walk || !bench.hover) return "";
  const PixelEnd& end = bench.basins.walk->from.end;
  const std::string steps = std::to_string(end.steps) + (end.steps == 1 ? " step" : " steps");
  if (end.verdict == Verdict::budget_spent || end.verdict == Verdict::descending)
    return "From here: still under way after " + steps;
  const std::string where = end.verdict == Verdict::local_minimum
                                ? "trapped in a valley of loss " + short_number(end.loss)
                                : std::string(word(end.verdict));
  return "From here: " + where + ", " + steps;
}

void add_basins(const Workbench& bench, const scene::Ground& ground, render::Scene& scene) {
  const auto picture = shown_basins(bench);
  if (!wanted_basins(bench)) return;
  static const auto nothing =
      std::make_shared<const render::Tint>(render::Tint{1, 1, {0, 0, 0, 0}});
  scene.tint = picture ? picture->tint : nothing;
  if (picture && bench.basins.walk && bench.hover)
    scene.paths.insert(scene.paths.begin(), path_of(*bench.basins.walk, ground));
}

}  // namespace fogline::gui
