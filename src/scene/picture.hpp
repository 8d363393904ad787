// SPDX-License-Identifier: MIT
// From a session and its race to a Scene: the middle of the chain. Keeps the sampled terrain
// between frames.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <utility>

#include "fogline/engine/race.hpp"
#include "render/scene.hpp"
#include "scene/draped_walk.hpp"
#include "scene/relief.hpp"

namespace fogline::scene {

struct Style {
  glm::vec3 background{0.0f}, ink{1.0f};
  float scale = 1;
  std::span<const glm::vec3> racer_colors;  // by mark
};

// How much of each path is drawn.
struct Extent {
  double playhead = 0;  // in the budget's unit
  float future = 0;     // opacity of what lies beyond the playhead; 0 draws nothing of it
};

class Picture {
 public:
  // The scene of one view of the session; `kind` says which, `size` is in pixels.
  render::Scene scene(const Session& session, const Race& race, render::ViewKind kind,
                      render::Size size, const Style& style, const render::Palette& palette,
                      const Extent& extent);
  const Relief& relief(const Landscape& landscape, HeightScale scale);

 private:
  struct Key {
    Landscape landscape;
    HeightScale height{};
    ColorScale color{};
    Box box;
    friend bool operator==(const Key&, const Key&) = default;
  };
  std::shared_ptr<const render::HeightGrid> grid(render::ViewKind kind, const Key& key);
  void add_paths(render::Scene& scene, std::size_t racer, const Race& race, const Experiment& e,
                 const Style& style, const Extent& extent);

  Landscape landscape_;
  std::optional<Relief> relief_;
  std::vector<DrapedWalk> walks_;  // of each racer
  std::map<render::ViewKind, std::pair<Key, std::shared_ptr<const render::HeightGrid>>> grids_;
};

render::Camera camera_of(const View& view, render::ViewKind kind);
void set_camera(View& view, const render::Camera& camera);
// Camera, domain and size made one: what projects and picks in this view.
render::Lens lens_of(const Session& session, render::ViewKind kind, render::Size size);

}  // namespace fogline::scene
