// SPDX-License-Identifier: MIT
// From a session and its race to a Scene: the middle of the chain. Keeps the sampled terrain
// between frames.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "fogline/engine/race.hpp"
#include "render/scene.hpp"
#include "scene/draped_walk.hpp"
#include "scene/ground.hpp"

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
  std::optional<std::size_t> racer{};  // of this one only
};

// Beside what the style says; for an ensemble's copies and for the best of them.
struct PathLook {
  float opacity = 1, width = 1;
};

class Picture {
 public:
  // The scene of one view of the session; `kind` says which, `size` is in pixels.
  render::Scene scene(const Session& session, const Race& race, render::ViewKind kind,
                      render::Size size, const Style& style, const render::Palette& palette,
                      const Extent& extent);
  // What the session shows, made anew only where it is another than before; good until the next
  // call.
  const Ground& ground(const Session& session, const Race& race);

 private:
  struct Grid {
    std::shared_ptr<const Ground> ground;
    ColorScale color{};
    Box box;
    std::shared_ptr<const render::HeightGrid> samples;
  };
  std::shared_ptr<const render::HeightGrid> grid(render::ViewKind kind, ColorScale color,
                                                 const Box& box);
  void add_path(render::Scene& scene, std::size_t racer, std::size_t copy, const PathLook& look,
                const Race& race, const Experiment& e, const Style& style, const Extent& extent);
  void add_paths(render::Scene& scene, std::size_t racer, const Race& race, const Experiment& e,
                 const Style& style, const Extent& extent);

  std::shared_ptr<const Ground> ground_;
  std::vector<std::vector<DrapedWalk>> walks_;  // of each racer its copies
  std::map<render::ViewKind, Grid> grids_;
};

render::Camera camera_of(const View& view, render::ViewKind kind);
void set_camera(View& view, const render::Camera& camera);
// Camera, domain and size made one: what projects and picks in this view.
render::Lens lens_of(const Session& session, render::ViewKind kind, render::Size size);

}  // namespace fogline::scene
