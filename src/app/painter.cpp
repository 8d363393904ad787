// SPDX-License-Identifier: MIT
// Feeding the quality governor with what moved and what it cost.
#include "app/painter.hpp"

#include <glad/gl.h>

#include <cstdlib>
#ifdef __GLIBC__
#include <malloc.h>
#endif

#include "app/interface.hpp"

namespace fogline::app {
namespace {

// Into the top left corner of the command's ClipRect.
void copy_picture(const ImDrawList*, const ImDrawCmd* command) {
  const auto& view = *static_cast<const render::TerrainView*>(command->UserCallbackData);
  const PixelRect place = set_scissor(*command);
  const auto [w, h] = view.size();
  const int top = place.y + place.height;
  GLint before = 0;
  glGetIntegerv(GL_READ_FRAMEBUFFER_BINDING, &before);
  glBindFramebuffer(GL_READ_FRAMEBUFFER, view.framebuffer());
  glBlitFramebuffer(0, 0, w, h, place.x, top - h, place.x + w, top, GL_COLOR_BUFFER_BIT,
                    GL_NEAREST);
  glBindFramebuffer(GL_READ_FRAMEBUFFER, static_cast<GLuint>(before));
}

}  // namespace

ScenePainter::Canvas& ScenePainter::canvas(int view) {
  auto& slot = canvases_[static_cast<std::size_t>(view)];
  if (!slot) slot = std::make_unique<Canvas>();
  return *slot;
}

gui::Painted ScenePainter::paint(int view, const render::Scene& scene, render::Size size) {
  Canvas& c = canvas(view);
  const bool first = c.redraws == 0;
  // The first picture comes quickly, too.
  const bool moved = first || !(c.camera == scene.camera) || c.grid != scene.grid;
  if (moved) c.governor.moved(now_);
  c.still = moved ? 0 : c.still + 1;
  c.camera = scene.camera;
  c.grid = scene.grid;
  const render::Quality quality = c.governor.choose(c.time(now_));
  c.view.draw(scene, size, quality);
  if (c.view.terrain_redraws() != c.redraws)
    c.governor.measured(quality, c.view.last_redraw_seconds());
  c.redraws = c.view.terrain_redraws();
  return {copy_picture, &c.view};
}

gui::Painted ScenePainter::paint_fine(int view, const render::Scene& scene, render::Size size) {
  Canvas& c = canvas(view);
  c.view.draw(scene, size, render::full_quality);
  return {copy_picture, &c.view};
}

void ScenePainter::give_back_memory() {
  int redraws = 0;
  for (const auto& c : canvases_) redraws += c ? c->redraws : 0;
  if (redraws == redraws_given_back_) return;
  redraws_given_back_ = redraws;
#ifdef __GLIBC__
  malloc_trim(0);  // a software renderer's lists of triangles: 40 MB
#endif
}

bool ScenePainter::pending(double now) const {
  for (const auto& c : canvases_)
    if (c && c->governor.pending(c->time(now))) return true;
  return false;
}

}  // namespace fogline::app
