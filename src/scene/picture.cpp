// SPDX-License-Identifier: MIT
// Composing a scene; the terrain's samples and the draped paths are kept while they hold.
#include "scene/picture.hpp"

#include <algorithm>
#include <cmath>

namespace fogline::scene {
namespace {

using render::ViewKind;

constexpr PathLook thin{0.7F, 0.5F};
constexpr int surface_samples = 256, map_samples = 512;  // a side

glm::vec3 color_of(const Racer& racer, const Style& style) {
  return style.racer_colors[static_cast<std::size_t>(racer.mark) % style.racer_colors.size()];
}

}  // namespace

render::Camera camera_of(const View& view, ViewKind kind) {
  render::Camera camera{
      .kind = kind, .azimuth = view.azimuth, .elevation = view.elevation, .zoom = view.zoom};
  camera.target = {view.target[0], view.target[1], view.target[2]};
  if (kind == ViewKind::map) {
    camera.zoom = view.map_zoom;
    camera.target = {view.map_target[0], view.map_target[1], 0.0};
  }
  return camera;
}

void set_camera(View& view, const render::Camera& camera) {
  if (camera.kind == ViewKind::map) {
    view.map_zoom = camera.zoom;
    view.map_target = {camera.target.x, camera.target.y};
    return;
  }
  view.azimuth = camera.azimuth;
  view.elevation = camera.elevation;
  view.zoom = camera.zoom;
  view.target = {camera.target.x, camera.target.y, camera.target.z};
}

render::Lens lens_of(const Session& session, ViewKind kind, render::Size size) {
  return render::make_lens(camera_of(session.view, kind), domain(session.experiment.landscape),
                           size);
}

const Ground& Picture::ground(const Session& session, const Race& race) {
  const GroundKey key = ground_key(session, race);
  if (!ground_ || !(ground_->key() == key)) {
    const auto racer = static_cast<std::size_t>(session.view.terrain_of);
    ground_ = std::make_shared<const Ground>(key, racer < race.size() ? &race[racer] : nullptr);
  }
  return *ground_;
}

std::shared_ptr<const render::HeightGrid> Picture::grid(ViewKind kind, ColorScale color,
                                                        const Box& box) {
  Grid& known = grids_[kind];
  if (known.ground == ground_ && known.color == color && known.box == box) return known.samples;
  const int n = ground_->samples(kind == ViewKind::map ? map_samples : surface_samples);
  known = {ground_, color, box, ground_->grid(color, box, n, n)};
  return known.samples;
}

// Thin, the copies of an ensemble; over them the racer's path, which is that of its best copy.
void Picture::add_paths(render::Scene& scene, std::size_t racer, const Race& race,
                        const Experiment& e, const Style& style, const Extent& extent) {
  const std::size_t count = race.copies(racer).size();
  const std::size_t best = race.best_copy(racer, extent.playhead);
  walks_[racer].resize(count);
  for (std::size_t copy = 0; copy < count; ++copy)
    if (copy != best) add_path(scene, racer, copy, thin, race, e, style, extent);
  add_path(scene, racer, best, {}, race, e, style, extent);
}

void Picture::add_path(render::Scene& scene, std::size_t racer, std::size_t copy,
                       const PathLook& look, const Race& race, const Experiment& e,
                       const Style& style, const Extent& extent) {
  const std::uint32_t now = race.step_at(racer, extent.playhead, copy),
                      last = extent.future > 0 ? race.step_at(racer, e.budget.amount, copy) : now;
  DrapedWalk& walk = walks_[racer][copy];
  walk.follow(race.copies(racer)[copy], ground_, std::max(now, last));
  const auto put = [&](render::Path path, float opacity) {
    path.color = color_of(e.racers[racer], style);
    path.mark = e.racers[racer].mark;
    path.opacity = opacity * look.opacity;
    path.width = look.width;
    scene.paths.push_back(std::move(path));
  };
  if (extent.future > 0) put(walk.path(now, last), extent.future);
  put(walk.path(0, now), 1);
}

render::Scene Picture::scene(const Session& session, const Race& race, ViewKind kind,
                             render::Size size, const Style& style, const render::Palette& palette,
                             const Extent& extent) {
  const Experiment& e = session.experiment;
  ground(session, race);  // what paths stand on, also where the grid is kept
  const Box box = kind == ViewKind::map ? render::visible_box(lens_of(session, kind, size))
                                        : domain(e.landscape);
  render::Scene scene{.grid = grid(kind, session.view.color, box),
                      .camera = camera_of(session.view, kind),
                      .palette = palette,
                      .background = style.background,
                      .ink = style.ink,
                      .contours = session.view.contours,
                      .scale = style.scale};
  walks_.resize(std::min(race.size(), e.racers.size()));
  for (std::size_t i = 0; i < walks_.size(); ++i)
    if (e.racers[i].visible && (!extent.racer || *extent.racer == i))
      add_paths(scene, i, race, e, style, extent);
  return scene;
}

}  // namespace fogline::scene
