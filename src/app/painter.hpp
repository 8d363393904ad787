// SPDX-License-Identifier: MIT
// The terrain's renderer as the interface sees it: a function from a scene to a texture, whose
// quality follows the camera's motion and the machine's speed.
#pragma once

#include <array>
#include <memory>

#include "gui/panels/frame.hpp"
#include "render/terrain_view.hpp"

namespace fogline::app {

class ScenePainter {
 public:
  // `now` in seconds decides the quality of what is drawn next.
  void begin_frame(double now) { now_ = now; }
  gui::Painted paint(int view, const render::Scene& scene, render::Size size);
  // Always the finest picture, for files.
  gui::Painted paint_fine(int view, const render::Scene& scene, render::Size size);
  // True while a finer picture is still to come.
  bool pending(double now) const;

 private:
  struct Canvas {
    render::TerrainView view;
    render::QualityGovernor governor;
    render::Camera camera;
    std::shared_ptr<const render::HeightGrid> grid;
    int redraws = 0;
  };
  Canvas& canvas(int view);

  double now_ = 0;
  std::array<std::unique_ptr<Canvas>, 2> canvases_;
};

}  // namespace fogline::app
