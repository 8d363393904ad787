// SPDX-License-Identifier: MIT
// Critical points on the terrain: diamonds are minima, crosses saddles, rings maxima, struck rings
// degenerate points, dotted lines the curves that those stand for.
#include <algorithm>
#include <cmath>
#include <vector>

#include "gui/compat.hpp"
#include "gui/mark.hpp"
#include "gui/number.hpp"
#include "gui/panels/knowledge.hpp"
#include "gui/panels/map_marks.hpp"
#include "gui/press.hpp"
#include "scene/cover.hpp"

namespace fogline::gui {
namespace {

constexpr float apart = 11;  // pixels: of marks nearer than that only the lowest is drawn
// Of more points than that on a map fewer are drawn, and none through the terrain.
constexpr std::size_t many = 1000;
constexpr float apart_where_dense = 28;
constexpr float reach = 12;      // pixels around a mark that show what is known of it
constexpr float covered = 0.3f;  // opacity of a mark behind the terrain
constexpr float dots_apart = 8;
constexpr std::size_t most_dots = 6000;
constexpr ImU32 ink = rgb(0xF5F7FA);

struct Stage {
  Ui& ui;
  ImDrawList& list;
  const Pane& pane;
  const scene::Ground& ground;
  const render::HeightGrid& grid;

  bool place(Vec2 x, double height, ImVec2& at) const {
    const render::Projected p = pane.lens.project(x.x, x.y, height);
    at = {pane.rect.min.x + static_cast<float>(p.pixel.x),
          pane.rect.min.y + static_cast<float>(p.pixel.y)};
    return p.in_front && pane.rect.contains(at);
  }
  double height(Vec2 x) const { return scene::height_at(ground.evaluator(), ground.relief(), x); }
};

// Keeps marks apart: of those nearer than that only the first is admitted.
class Crowd {
 public:
  Crowd(const Rect& rect, float least)
      : corner_(rect.min), apart_(least), columns_(static_cast<int>(rect.width() / least) + 3) {
    taken_.resize(static_cast<std::size_t>(columns_) *
                      static_cast<std::size_t>(static_cast<int>(rect.height() / least) + 3),
                  ImVec2(-1e6f, -1e6f));  // nobody
  }
  // `at` in the rectangle.
  bool admits(ImVec2 at) {
    const int column = static_cast<int>((at.x - corner_.x) / apart_) + 1;
    const int row = static_cast<int>((at.y - corner_.y) / apart_) + 1;
    for (int r = row - 1; r <= row + 1; ++r)
      for (int c = column - 1; c <= column + 1; ++c)
        if (const ImVec2 other = cell(c, r); std::hypot(other.x - at.x, other.y - at.y) < apart_)
          return false;
    cell(column, row) = at;
    return true;
  }

 private:
  ImVec2& cell(int column, int row) {
    return taken_[static_cast<std::size_t>(row * columns_ + column)];
  }
  ImVec2 corner_;
  float apart_;
  int columns_;
  std::vector<ImVec2> taken_;
};

// Every how manieth of the points of curves, so that a frame has time for them.
std::size_t stride_of(const std::vector<MapPoint>& points) {
  std::size_t all = 0;
  for (const MapPoint& p : points) all += p.along.size();
  return 1 + all / most_dots;
}

void draw_along(const Stage& s, const MapPoint& point, double height, std::size_t stride,
                Crowd& crowd) {
  for (std::size_t k = 0; k < point.along.size(); k += stride) {
    ImVec2 at;
    if (!s.place(point.along[k], height, at) || !crowd.admits(at)) continue;
    const bool behind = scene::is_covered(s.pane.lens, s.grid, point.along[k], height);
    s.list.AddCircleFilled(at, px(s.ui, 2.2f), faded(path_casing, behind ? covered : 1));
    s.list.AddCircleFilled(at, px(s.ui, 1.3f), faded(ink, behind ? covered : 1));
  }
}

std::string curvature_text(double value) {
  return std::isfinite(value) ? short_number(value) : value < 0 ? "\u2212\u221E" : "\u221E";
}

std::string description(const MapPoint& p) {
  std::string title(word(p.kind));
  title[0] = static_cast<char>(title[0] - 'a' + 'A');
  if (p.kind == CriticalKind::degenerate)
    title += p.along.empty() ? ": a curvature is about 0 or infinite"
                             : ": one of a curve or a plain of such points";
  return title + "\nx " + full_number(p.x.x) + "\ny " + full_number(p.x.y) + "\nLoss " +
         full_number(p.value) + "\nCurvatures " + curvature_text(p.curvature.low) +
         " (thin line) and " + curvature_text(p.curvature.high) + " (thick line)";
}

// The eigenvectors as lines through the point, draped on the terrain.
void draw_directions(const Stage& s, const MapPoint& p) {
  const double length = 0.05 * s.ground.domain().diagonal();
  for (const auto& [way, width] :
       {std::pair{p.curvature.low_direction, 1.5f}, {p.curvature.high_direction, 3.f}})
    for (const auto& [colour, more] : {std::pair{path_casing, 2.5f}, {ink, 0.f}}) {
      ImVec2 last, now;
      bool drawn = false;
      for (int k = -8; k <= 8; ++k) {
        const Vec2 x = p.x + (length * k / 8) * way;
        const bool seen = s.place(x, s.height(x), now);
        if (seen && drawn) s.list.AddLine(last, now, colour, px(s.ui, width + more));
        drawn = seen;
        last = now;
      }
    }
}

// Of the domain's points; a map has no use for heights.
const std::vector<double>& heights(Atlas& atlas, const scene::Ground& ground) {
  if (atlas.heights_for == ground.key()) return atlas.heights;
  atlas.heights.clear();
  for (const MapPoint& p : atlas.critical->points())
    atlas.heights.push_back(ground.relief().height(p.value));
  atlas.heights_for = ground.key();
  return atlas.heights;
}

}  // namespace

void draw_critical_mark(const Ui& ui, ImDrawList& list, ImVec2 at, CriticalKind kind,
                        ImU32 colour) {
  if (kind == CriticalKind::minimum) return draw_diamond(ui, list, at, colour);
  if (kind == CriticalKind::saddle) return draw_saddle_cross(ui, list, at, colour);
  const bool struck = kind == CriticalKind::degenerate;
  const float r = px(ui, 4.5f);
  for (const auto& [tint, width] : {std::pair{path_casing, 4.f}, std::pair{colour, 2.f}}) {
    list.AddCircle(at, r, tint, 0, px(ui, width));
    if (struck) list.AddLine({at.x - 1.7f * r, at.y}, {at.x + 1.7f * r, at.y}, tint, px(ui, width));
  }
}

void draw_critical_points(Ui& ui, ImDrawList& list, Workbench& bench, const Pane& pane,
                          const scene::Ground& ground, const render::HeightGrid& grid) {
  if (pane.lens.flat) bench.atlas.seen = render::visible_box(pane.lens);
  const CriticalPoints* const search = shown_critical(bench, pane.kind);
  if (search == nullptr || !(search->landscape() == ground.key().landscape)) return;
  const Stage s{ui, list, pane, ground, grid};
  const auto& points = search->points();
  const std::vector<double> flat(pane.lens.flat ? points.size() : 0);
  const std::vector<double>& height = pane.lens.flat ? flat : heights(bench.atlas, ground);
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  const bool free = bench.touch.gesture == Gesture::none && !ImGui::GetIO().WantCaptureMouse;
  const bool dense = points.size() > many;
  Crowd crowd(pane.rect, px(ui, dense ? apart_where_dense : apart)),
      dots(pane.rect, px(ui, dots_apart));
  const std::size_t stride = stride_of(points);
  const MapPoint* hovered = nullptr;
  for (std::size_t i = 0; i < points.size(); ++i) {
    ImVec2 at;
    draw_along(s, points[i], height[i], stride, dots);
    if (!s.place(points[i].x, height[i], at) || !crowd.admits(at)) continue;
    const bool behind = scene::is_covered(pane.lens, grid, points[i].x, height[i]);
    if (behind && dense) continue;
    draw_critical_mark(ui, list, at, points[i].kind, faded(ink, behind ? covered : 1));
    if (free && std::hypot(mouse.x - at.x, mouse.y - at.y) < px(ui, reach)) hovered = &points[i];
    if (pane.index == 0 && i < 64)
      ui.registry.note({.path = "critical/" + std::to_string(i),
                        .min = {at.x - px(ui, 6), at.y - px(ui, 6)},
                        .max = {at.x + px(ui, 6), at.y + px(ui, 6)},
                        .visible = !behind});
  }
  if (hovered == nullptr) return;
  draw_directions(s, *hovered);
  show_tooltip_now(ui, description(*hovered));
}

}  // namespace fogline::gui
