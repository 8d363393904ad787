// SPDX-License-Identifier: MIT
// Feeding the quality governor with what moved and what it cost.
#include "app/painter.hpp"

#include <glad/gl.h>

#include <algorithm>
#include <cstdlib>
#ifdef __GLIBC__
#include <malloc.h>
#endif

#include "app/interface.hpp"

namespace fogline::app {
namespace {

// Panes of one camera share a canvas and differ in their sheets; others have a canvas of their own.
std::size_t sheet_of(const gui::Pane& pane) {
  return static_cast<std::size_t>(pane.index - pane.canvas);
}

}  // namespace

// Into the top left corner of the command's ClipRect.
void ScenePainter::copy_picture(const ImDrawList*, const ImDrawCmd* command) {
  const auto& [view, sheet] = *static_cast<const Copy*>(command->UserCallbackData);
  const PixelRect place = set_scissor(*command);
  const auto [w, h] = view->size();
  const int top = place.y + place.height;
  GLint before = 0;
  glGetIntegerv(GL_READ_FRAMEBUFFER_BINDING, &before);
  glBindFramebuffer(GL_READ_FRAMEBUFFER, view->framebuffer(sheet));
  glBlitFramebuffer(0, 0, w, h, place.x, top - h, place.x + w, top, GL_COLOR_BUFFER_BIT,
                    GL_NEAREST);
  glBindFramebuffer(GL_READ_FRAMEBUFFER, static_cast<GLuint>(before));
}

ScenePainter::Canvas& ScenePainter::canvas(int number) {
  auto& slot = canvases_[static_cast<std::size_t>(number)];
  if (!slot) slot = std::make_unique<Canvas>();
  return *slot;
}

gui::Painted ScenePainter::painted(Canvas& c, std::size_t sheet) {
  c.copies[sheet] = {&c.view, sheet};
  return {&ScenePainter::copy_picture, &c.copies[sheet]};
}

// What the frame before did not use is given up, so that nine panes cost no more memory than one
// picture once they are gone.
void ScenePainter::begin_frame(double now) {
  now_ = now;
  const bool any = std::ranges::any_of(canvases_, [](const auto& c) { return c && c->used > 0; });
  if (!any) return;
  for (auto& c : canvases_) {
    if (c && c->used == 0) c.reset();
    if (!c) continue;
    c->view.keep_sheets(c->used);
    c->used = 0;
  }
}

gui::Painted ScenePainter::paint(const gui::Pane& pane, const render::Scene& scene,
                                 render::Size size) {
  Canvas& c = canvas(pane.canvas);
  const std::size_t sheet = sheet_of(pane);
  c.used = std::max(c.used, sheet + 1);
  const bool first = c.redraws == 0;
  // The first picture comes quickly, too.
  const bool moved = first || !(c.camera == scene.camera) || c.grid != scene.grid;
  // Walkers in fog take the clear ground along.
  const bool moved_in_fog = scene.fog && c.fog != scene.fog;
  if (moved || moved_in_fog) c.governor.moved(now_);
  if (sheet == 0) c.still = moved || moved_in_fog ? 0 : c.still + 1;
  c.camera = scene.camera;
  c.grid = scene.grid;
  c.fog = scene.fog;
  const render::Quality quality = c.governor.choose(c.time(now_));
  c.view.draw(scene, size, quality, sheet);
  if (c.view.terrain_redraws() != c.redraws)
    c.governor.measured(quality, c.view.last_redraw_seconds());
  c.redraws = c.view.terrain_redraws();
  return painted(c, sheet);
}

gui::Painted ScenePainter::paint_fine(const gui::Pane& pane, const render::Scene& scene,
                                      render::Size size) {
  Canvas& c = canvas(pane.canvas);
  c.view.draw(scene, size, render::full_quality, sheet_of(pane));
  return painted(c, sheet_of(pane));
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
