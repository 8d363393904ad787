// SPDX-License-Identifier: MIT
// Splitting the terrain's region into panes.
#include "gui/panels/pane.hpp"

#include <cmath>

namespace fogline::gui {
namespace {

Pane pane(const Session& session, int index, render::ViewKind kind, Rect rect) {
  const render::Size size{static_cast<int>(rect.width()), static_cast<int>(rect.height())};
  return {index, kind, rect, scene::lens_of(session, kind, size)};
}

}  // namespace

std::vector<Pane> panes(const Session& session, const Rect& r) {
  using render::ViewKind;
  if (r.width() < 2 || r.height() < 1) return {};
  if (session.view.layout == Layout::surface) return {pane(session, 0, ViewKind::surface, r)};
  if (session.view.layout == Layout::map) return {pane(session, 0, ViewKind::map, r)};
  const float middle = std::round(0.5f * (r.min.x + r.max.x));
  return {pane(session, 0, ViewKind::surface, {r.min, {middle, r.max.y}}),
          pane(session, 1, ViewKind::map, {{middle, r.min.y}, r.max})};
}

bool on_screen(const Pane& pane, const Evaluator& f, const scene::Relief& relief, Vec2 x,
               ImVec2& screen) {
  const render::Projected p = pane.lens.project(x.x, x.y, scene::height_at(f, relief, x));
  screen = {pane.rect.min.x + static_cast<float>(p.pixel.x),
            pane.rect.min.y + static_cast<float>(p.pixel.y)};
  return p.in_front && std::isfinite(screen.x) && std::isfinite(screen.y) &&
         std::abs(screen.x) < 1e6f && std::abs(screen.y) < 1e6f;
}

}  // namespace fogline::gui
