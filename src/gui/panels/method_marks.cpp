// SPDX-License-Identifier: MIT
// What the selected racer's method has to show of its innards: a population, a simplex, an ellipse,
// draped on the terrain. A mark is drawn by its name, whatever method it is of.
#include <array>
#include <cmath>

#include "fogline/core/symmetric2.hpp"
#include "gui/mark.hpp"
#include "gui/panels/overlay.hpp"

namespace fogline::gui {
namespace {

constexpr int round_points = 72, edge_points = 16;

struct Pen {
  const Ui& ui;
  ImDrawList& list;
  const Pane& pane;
  const scene::Ground& ground;
  ImU32 color;
  Vec2 here;  // where the walker stands

  bool place(Vec2 x, ImVec2& at) const {
    return is_finite(x) && on_screen(pane, ground.evaluator(), ground.relief(), x, at) &&
           pane.rect.contains(at);
  }
  void dot(Vec2 x, float radius) const {
    ImVec2 at;
    if (!place(x, at)) return;
    list.AddCircleFilled(at, px(ui, radius + 1.25f), path_casing);
    list.AddCircleFilled(at, px(ui, radius), color);
  }
  // A line through points of the terrain, cased as paths are; broken where it leaves the picture.
  void line(const std::vector<Vec2>& points, float width) const {
    ImVec2 last, now;
    for (const auto& [ink, thickness] : {std::pair{path_casing, width + 2.5f}, {color, width}}) {
      bool drawn = false;
      for (const Vec2 x : points) {
        const bool seen = place(x, now);
        if (seen && drawn) list.AddLine(last, now, ink, px(ui, thickness));
        drawn = seen;
        last = now;
      }
    }
  }
};

Vec2 pair(const std::vector<double>& values, std::size_t i) {
  return {values[2 * i], values[2 * i + 1]};
}

void draw_points(const Pen& pen, const std::vector<double>& values) {
  for (std::size_t i = 0; i < values.size() / 2; ++i) pen.dot(pair(values, i), 3);
}

void draw_polygon(const Pen& pen, const std::vector<double>& values) {
  std::vector<Vec2> points;
  const std::size_t corners = values.size() / 2;
  for (std::size_t i = 0; i < corners; ++i)
    for (int k = 0; k <= edge_points; ++k) {
      const double t = static_cast<double>(k) / edge_points;
      points.push_back((1 - t) * pair(values, i) + t * pair(values, (i + 1) % corners));
    }
  pen.line(points, 1.5f);
}

// The ellipse with half axes a and b around a centre.
void draw_round(const Pen& pen, Vec2 centre, Vec2 a, Vec2 b) {
  std::vector<Vec2> points;
  for (int k = 0; k <= round_points; ++k) {
    const double angle = 2 * 3.14159265358979 * k / round_points;
    points.push_back(centre + std::cos(angle) * a + std::sin(angle) * b);
  }
  pen.line(points, 1.5f);
}

// Centre and covariance; drawn at one and two standard deviations.
void draw_ellipse(const Pen& pen, const std::vector<double>& v) {
  const Eigen2 e = eigen(v[2], v[3], v[4]);
  for (const double deviations : {1.0, 2.0})
    draw_round(pen, {v[0], v[1]}, deviations * std::sqrt(std::max(0.0, e.low)) * e.low_direction,
               deviations * std::sqrt(std::max(0.0, e.high)) * e.high_direction);
}

void draw_circle(const Pen& pen, const std::vector<double>& v) {
  draw_round(pen, {v[0], v[1]}, {v[2], 0}, {0, v[2]});
}

// A centre and the length of four arms.
void draw_stencil(const Pen& pen, const std::vector<double>& v) {
  const Vec2 centre{v[0], v[1]};
  for (const Vec2 arm : {Vec2{v[2], 0}, {-v[2], 0}, {0, v[2]}, {0, -v[2]}}) {
    draw_polygon(pen, {centre.x, centre.y, centre.x + arm.x, centre.y + arm.y});
    pen.dot(centre + arm, 3);
  }
}

// Which way the method goes next, not how far: an arrow a tenth of the diagonal long.
void draw_direction(const Pen& pen, const std::vector<double>& v) {
  const double length = norm({v[0], v[1]}), reach = 0.1 * pen.ground.domain().diagonal();
  if (!(length > 0) || !std::isfinite(length)) return;
  const Vec2 way = (1 / length) * Vec2{v[0], v[1]}, across{-way.y, way.x};
  const auto at = [&](double along, double aside) {
    return pen.here + reach * along * way + reach * aside * across;
  };
  pen.line({pen.here, at(0.25, 0), at(0.5, 0), at(0.75, 0), at(1, 0)}, 1.5f);
  pen.line({at(0.85, 0.1), at(1, 0), at(0.85, -0.1)}, 1.5f);
}

struct Drawing {
  std::string_view mark;
  std::size_t least;  // numbers
  void (*draw)(const Pen&, const std::vector<double>&);
};
constexpr Drawing drawings[] = {{"population", 2, &draw_points},  {"samples", 2, &draw_points},
                                {"simplex", 6, &draw_polygon},    {"ellipse", 5, &draw_ellipse},
                                {"stencil", 3, &draw_stencil},    {"trust_region", 3, &draw_circle},
                                {"direction", 2, &draw_direction}};

}  // namespace

void draw_method_marks(const Ui& ui, ImDrawList& list, const Workbench& bench, const Pane& pane,
                       const scene::Ground& ground) {
  const Experiment& e = bench.session.experiment;
  const std::size_t i = pane.racer.value_or(bench.selected);
  if (i >= bench.race.size() || i >= e.racers.size() || !e.racers[i].visible) return;
  const double playhead = bench.session.view.playhead;
  const std::size_t copy = bench.race.best_copy(i, playhead);
  const Trajectory& walk = bench.race.copies(i)[copy];
  const std::uint32_t step = bench.race.step_at(i, playhead, copy);
  const Pen pen{ui, list, pane, ground, racer_colour(e.racers[i].mark), walk.at(step).x};
  for (const Mark& mark : walk.marks(step))
    for (const Drawing& drawing : drawings)
      if (drawing.mark == mark.name && mark.values.size() >= drawing.least)
        drawing.draw(pen, mark.values);
}

}  // namespace fogline::gui
