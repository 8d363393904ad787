// SPDX-License-Identifier: MIT
// Paths draped over the exact terrain, and the terrain's samples kept while they hold.
#include "scene/picture.hpp"

#include <algorithm>
#include <cmath>

namespace fogline::scene {
namespace {

using render::ViewKind;

constexpr int surface_samples = 256, map_samples = 512;  // a side
constexpr int most_pieces = 48;                          // of one step's line over the terrain

// One racer's line on the terrain: each iterate, and between distant ones points of the exact
// terrain.
class Draping {
 public:
  Draping(const Landscape& landscape, const Relief& relief, glm::vec3 color)
      : f_(evaluator(landscape)), relief_(relief), piece_(domain(landscape).diagonal() / 96) {
    path.color = color;
  }
  render::Path path;

  void go_to(const Glimpse& g) {
    if (has(g.event, Event::restart)) {
      path.breaks.push_back(path.points.size());
    } else if (!path.points.empty()) {
      const Vec2 from = last_;
      const int pieces = static_cast<int>(std::min<double>(most_pieces, norm(g.x - from) / piece_));
      for (int i = 1; i <= pieces; ++i)
        add(from + (static_cast<double>(i) / (pieces + 1)) * (g.x - from));
    }
    add(g.x);
  }

 private:
  void add(Vec2 x) {
    // Far off the map means far above or below it; forty heights are enough to leave any picture.
    const double height = std::clamp(height_at(f_, relief_, x), -40.0, 40.0);
    path.points.emplace_back(x.x, x.y, height);
    last_ = x;
  }

  Evaluator f_;
  Relief relief_;
  double piece_;  // longest line without a point of the terrain under it, domain units
  Vec2 last_;
};

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

const Relief& Picture::relief(const Landscape& landscape, HeightScale scale) {
  if (!relief_ || relief_->scale != scale || !(landscape_ == landscape)) {
    relief_ = make_relief(landscape, scale);
    landscape_ = landscape;
  }
  return *relief_;
}

std::shared_ptr<const render::HeightGrid> Picture::grid(ViewKind kind, const Key& key) {
  auto& [known, samples] = grids_[kind];
  if (samples && known == key) return samples;
  const int n = kind == ViewKind::map ? map_samples : surface_samples;
  known = key;
  samples = sample_grid(key.landscape, relief(key.landscape, key.height), key.color, key.box, n, n);
  return samples;
}

render::Scene Picture::scene(const Session& session, const Race& race, ViewKind kind,
                             render::Size size, const Style& style, const render::Palette& palette,
                             const Extent& extent) {
  const Experiment& e = session.experiment;
  const Box box = kind == ViewKind::map ? render::visible_box(lens_of(session, kind, size))
                                        : domain(e.landscape);
  render::Scene scene{
      .grid = grid(kind, {e.landscape, session.view.height, session.view.color, box}),
      .camera = camera_of(session.view, kind),
      .palette = palette,
      .background = style.background,
      .ink = style.ink,
      .contours = session.view.contours,
      .scale = style.scale};
  for (std::size_t i = 0; i < std::min(race.size(), e.racers.size()); ++i) {
    if (!e.racers[i].visible) continue;
    const std::uint32_t now = race.step_at(i, extent.playhead);
    Draping past(e.landscape, *relief_, color_of(e.racers[i], style));
    past.path.mark = e.racers[i].mark;
    race[i].for_each_glimpse(now, [&](const Glimpse& g) { past.go_to(g); });
    if (extent.future > 0) {
      Draping future(e.landscape, *relief_, color_of(e.racers[i], style));
      future.path.opacity = extent.future;
      future.path.mark = e.racers[i].mark;
      race[i].for_each_glimpse(race.step_at(i, e.budget.amount), [&](const Glimpse& g) {
        if (g.step >= now) future.go_to(g);
      });
      scene.paths.push_back(std::move(future.path));
    }
    scene.paths.push_back(std::move(past.path));
  }
  return scene;
}

}  // namespace fogline::scene
