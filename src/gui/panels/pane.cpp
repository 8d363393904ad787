// SPDX-License-Identifier: MIT
// Splitting the terrain's region into panes.
#include "gui/panels/pane.hpp"

#include <algorithm>
#include <cmath>

#include "fogline/landscapes/dimension.hpp"
#include "gui/panels/pane_grid.hpp"

namespace fogline::gui {
namespace {

using render::ViewKind;

Pane pane(const Session& session, int index, ViewKind kind, const Rect& rect) {
  const render::Size size{static_cast<int>(rect.width()), static_cast<int>(rect.height())};
  return {index, index, kind, rect, scene::lens_of(session, kind, size)};
}

// A curve has the map's x, so that gestures move it as they move a map. Every y is the same to it.
Pane curve_pane(const Session& session, float scale, const Rect& rect) {
  constexpr float below = 56, above = 48;  // pixels at scale 1, for numbers and marks
  Pane p = pane(session, 0, ViewKind::map, rect);
  p.curve = true;
  glm::dmat4& m = p.lens.domain_to_clip;
  const double height = std::max(rect.height(), 1.f), foot = 2 * below * scale / height;
  m[0] = {m[0][0], 0, 0, 0};
  m[1] = {0, 0, 1e-6, 0};
  m[2] = {0, std::max(0.1, 2 - foot - 2 * above * scale / height), 0, 0};
  m[3] = {m[3][0], foot - 1, 0, 1};
  return p;
}

std::vector<std::size_t> visible_racers(const Workbench& bench) {
  std::vector<std::size_t> all;
  const auto& racers = bench.session.experiment.racers;
  for (std::size_t i = 0; i < racers.size(); ++i)
    if (racers[i].visible) all.push_back(i);
  return all;
}

// The first of those shown: whole pages, so that stepping through racers does not move all of them.
std::size_t first_shown(const std::vector<std::size_t>& racers, std::size_t shown,
                        std::size_t selected) {
  const auto found = std::find(racers.begin(), racers.end(), selected);
  const auto place = found == racers.end() ? 0 : static_cast<std::size_t>(found - racers.begin());
  return std::min(place / shown * shown, racers.size() - shown);
}

std::vector<Pane> one_each(const Workbench& bench, float scale, const Rect& area) {
  const std::vector<std::size_t> racers = visible_racers(bench);
  const PaneGrid grid =
      lay_out_panes({area.width(), area.height()}, scale, static_cast<int>(racers.size()));
  const std::size_t first =
      first_shown(racers, static_cast<std::size_t>(grid.shown), bench.selected);
  // In fog each shows the ground that its own racer feels.
  const bool own_fog = bench.session.view.fog || bench.classroom.lift;
  std::vector<Pane> all;
  for (int i = 0; i < grid.shown; ++i) {
    all.push_back(pane(bench.session, i, ViewKind::surface, grid.place(area, i)));
    if (!own_fog) all.back().canvas = 0;
    all.back().racer = racers[first + static_cast<std::size_t>(i)];
  }
  return all;
}

}  // namespace

std::vector<Pane> panes(const Workbench& bench, float scale, const Rect& r) {
  const Session& session = bench.session;
  if (r.width() < 2 || r.height() < 1) return {};
  if (dimension(session.experiment.landscape) == 1) return {curve_pane(session, scale, r)};
  if (session.view.layout == Layout::map) return {pane(session, 0, ViewKind::map, r)};
  if (session.view.layout == Layout::split) {
    const float middle = std::round(0.5f * (r.min.x + r.max.x));
    return {pane(session, 0, ViewKind::surface, {r.min, {middle, r.max.y}}),
            pane(session, 1, ViewKind::map, {{middle, r.min.y}, r.max})};
  }
  if (session.view.layout == Layout::panes && !visible_racers(bench).empty())
    return one_each(bench, scale, r);
  return {pane(session, 0, ViewKind::surface, r)};
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
