// SPDX-License-Identifier: MIT
// The terrain's renderer as the interface sees it: a function from a scene to a texture, whose
// quality follows the camera's motion and the machine's speed.
#pragma once

#include <array>
#include <memory>
#include <optional>

#include "gui/panels/frame.hpp"
#include "gui/panels/pane_grid.hpp"
#include "render/terrain_view.hpp"

namespace fogline::app {

class ScenePainter {
 public:
  // `now` in seconds decides the quality of what is drawn next.
  void begin_frame(double now);
  gui::Painted paint(const gui::Pane& pane, const render::Scene& scene, render::Size size);
  // Always the finest picture, for files.
  gui::Painted paint_fine(const gui::Pane& pane, const render::Scene& scene, render::Size size);
  // Before a sleep: what drawing the terrain took and freed goes back to the system.
  void give_back_memory();
  // True while a finer picture is still to come.
  bool pending(double now) const;

 private:
  // What a draw command is given.
  struct Copy {
    const render::TerrainView* view = nullptr;
    std::size_t sheet = 0;
  };
  // One image of the terrain, with a sheet for each pane that it lies under.
  struct Canvas {
    render::TerrainView view;
    render::QualityGovernor governor;
    render::Camera camera;
    std::shared_ptr<const render::HeightGrid> grid;
    std::optional<render::Fog> fog;
    int redraws = 0;
    int still = 0;         // frames since the last that moved
    std::size_t used = 0;  // sheets painted in this frame
    std::array<Copy, gui::most_panes> copies;

    // Where frames are slow, one of them is no rest yet: for the governor time stands still.
    double time(double now) const { return still < 2 ? governor.moved_at : now; }
  };
  static void copy_picture(const ImDrawList*, const ImDrawCmd* command);
  Canvas& canvas(int number);
  gui::Painted painted(Canvas& canvas, std::size_t sheet);

  double now_ = 0;
  int redraws_given_back_ = 0;
  std::array<std::unique_ptr<Canvas>, gui::most_panes> canvases_;
};

}  // namespace fogline::app
