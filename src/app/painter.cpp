// SPDX-License-Identifier: MIT
// Feeding the quality governor with what moved and what it cost.
#include "app/painter.hpp"

namespace fogline::app {

ScenePainter::Canvas& ScenePainter::canvas(int view) {
  auto& slot = canvases_[static_cast<std::size_t>(view)];
  if (!slot) slot = std::make_unique<Canvas>();
  return *slot;
}

unsigned ScenePainter::paint(int view, const render::Scene& scene, render::Size size) {
  Canvas& c = canvas(view);
  const bool first = c.redraws == 0;
  if (!first && (!(c.camera == scene.camera) || c.grid != scene.grid)) c.governor.moved(now_);
  c.camera = scene.camera;
  c.grid = scene.grid;
  const render::Quality quality = c.governor.choose(now_);
  c.view.draw(scene, size, quality);
  if (c.view.terrain_redraws() != c.redraws)
    c.governor.measured(quality, c.view.last_redraw_seconds());
  c.redraws = c.view.terrain_redraws();
  return c.view.texture();
}

unsigned ScenePainter::paint_fine(int view, const render::Scene& scene, render::Size size) {
  Canvas& c = canvas(view);
  c.view.draw(scene, size, render::full_quality);
  return c.view.texture();
}

bool ScenePainter::pending(double now) const {
  for (const auto& c : canvases_)
    if (c && c->governor.pending(now)) return true;
  return false;
}

}  // namespace fogline::app
