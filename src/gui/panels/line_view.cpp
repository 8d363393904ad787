// SPDX-License-Identifier: MIT
// A curve drawn with the pane's lens, like everything that stands on it.
#include "gui/panels/line_view.hpp"

#include <algorithm>
#include <cmath>

#include "gui/axis.hpp"
#include "gui/mark.hpp"
#include "gui/number.hpp"
#include "gui/panels/knowledge.hpp"
#include "gui/panels/map_marks.hpp"
#include "gui/text.hpp"

namespace fogline::gui {
namespace {

constexpr float piece = 2;       // pixels between points of the curve
constexpr float apart = 6;       // pixels between iterates that get a dot of their own
constexpr float tangent = 70;    // half its length in pixels
constexpr float off_screen = 4;  // heights of the picture beyond which a line is not drawn

struct Plate {
  const Ui& ui;
  ImDrawList& list;
  const Workbench& bench;
  const Pane& pane;
  const scene::Relief& relief;
  Evaluator f;
  const std::optional<render::Fog>& fog;

  double x_at(float pixel) const { return pane.lens.ray({pixel, 0}).origin.x; }
  // Of any height, finite or not: what is not, and what is far off, has no place.
  bool place(double x, ImVec2& at) const {
    return on_screen(pane, f, relief, {x, 0}, at) &&
           std::abs(at.y - pane.rect.min.y) < off_screen * pane.rect.height();
  }
  float seen(double x) const {
    if (!fog) return 1;
    float nearest = HUGE_VALF;
    for (const glm::vec2 w : fog->walkers)
      nearest = std::min(nearest, std::abs(static_cast<float>(x) - w.x));
    const float t = std::clamp((nearest / fog->radius - 0.6f) / 0.4f, 0.f, 1.f);
    return 1 - fog->opacity * t * t * (3 - 2 * t);
  }
};

void draw_curve_line(const Plate& p) {
  ImVec2 last, now;
  bool drawn = false;
  const float floor = p.pane.rect.max.y;
  for (float pixel = 0; pixel <= p.pane.rect.width(); pixel += piece) {
    const double x = p.x_at(pixel);
    const bool there = p.place(x, now);
    const float alpha = p.seen(x);
    if (there && drawn && alpha > 0) {
      p.list.AddQuadFilled(last, now, {now.x, floor}, {last.x, floor},
                           faded(p.ui.theme.muted, 0.10f * alpha));
      p.list.AddLine(last, now, faded(p.ui.theme.text, 0.8f * alpha), px(p.ui, 2.5f));
    }
    drawn = there;
    last = now;
  }
}

void put_label(const Plate& p, ImVec2 centre, std::string_view text) {
  const ImFont* font = p.ui.fonts.small;
  put_text(p.list, font, {centre.x - 0.5f * text_width(font, text), line_top(font, centre.y, 0)},
           p.ui.theme.muted, text);
}

void draw_x_axis(const Plate& p) {
  const Rect& r = p.pane.rect;
  const float y = r.max.y - px(p.ui, 40);
  p.list.AddLine({r.min.x, y}, {r.max.x, y}, faded(p.ui.theme.muted, 0.5f), px(p.ui, 1));
  const Axis axis{.low = p.x_at(0), .high = p.x_at(r.width())};
  for (const AxisTick& t : axis_ticks(axis, 8)) {
    const float x = r.min.x + static_cast<float>(p.pane.lens.project(t.value, 0, 0).pixel.x);
    if (x < r.min.x + px(p.ui, 60) || x > r.max.x - px(p.ui, 20)) continue;
    p.list.AddLine({x, y}, {x, y + px(p.ui, 5)}, faded(p.ui.theme.muted, 0.7f), px(p.ui, 1));
    put_label(p, {x, y + px(p.ui, 15)}, t.label);
  }
  put_label(p, {r.max.x - px(p.ui, 10), y + px(p.ui, 15)}, "x");
}

// The loss at round values where heights are linear, else at quarters of the height.
void draw_loss_axis(const Plate& p) {
  std::vector<double> values;
  if (p.relief.scale == HeightScale::linear)
    for (const AxisTick& t : axis_ticks({.low = p.relief.low, .high = p.relief.high}, 5))
      values.push_back(t.value);
  else
    for (const double h : {0.0, 0.25, 0.5, 0.75, 1.0}) values.push_back(p.relief.loss(h));
  const Rect& r = p.pane.rect;
  for (const double loss : values) {
    const float y =
        r.min.y + static_cast<float>(p.pane.lens.project(0, 0, p.relief.height(loss)).pixel.y);
    p.list.AddLine({r.min.x + px(p.ui, 52), y}, {r.max.x, y}, faded(p.ui.theme.muted, 0.14f),
                   px(p.ui, 1));
    put_label(p, {r.min.x + px(p.ui, 28), y}, short_number(rounded(loss, 2)));
  }
  put_label(p, {r.min.x + px(p.ui, 28), r.min.y + px(p.ui, 16)},
            p.relief.scale == HeightScale::log ? "loss, log" : "loss");
}

void draw_minima(const Plate& p) {
  const Landscape& landscape = p.bench.session.experiment.landscape;
  std::vector<Vec2> all = minima(landscape);
  for (const Vec2 m : local_minima(landscape)) all.push_back(m);
  ImVec2 at;
  for (const Vec2 m : all)
    if (p.place(m.x, at)) draw_diamond(p.ui, p.list, {at.x, at.y + px(p.ui, 14)}, p.ui.theme.text);
}

// The tops and the flat points, too, where critical points are asked for.
void draw_critical(const Plate& p) {
  const CriticalPoints* search = shown_critical(p.bench, p.pane.kind);
  if (!p.bench.session.view.critical_points || search == nullptr) return;
  ImVec2 at;
  for (const MapPoint& point : search->points()) {
    const CriticalKind kind = kind_told(search->landscape(), point.kind);
    if (kind != CriticalKind::minimum && p.place(point.x.x, at))
      draw_critical_mark(p.ui, p.list, {at.x, at.y + px(p.ui, 14)}, kind, p.ui.theme.text);
  }
}

// Chords from iterate to iterate, with a dot at each that stands apart from the one before.
void draw_steps(const Plate& p, std::size_t racer, std::uint32_t last, float alpha) {
  const Experiment& e = p.bench.session.experiment;
  const ImU32 ink = faded(racer_colour(e.racers[racer].mark), alpha);
  ImVec2 before, dotted{-1e9f, 0}, at;
  bool drawn = false;
  p.bench.race[racer].for_each_glimpse(last, [&](const Glimpse& g) {
    const bool there = p.place(g.x.x, at);
    if (there && drawn && !has(g.event, Event::restart)) {
      if (std::hypot(at.x - before.x, at.y - before.y) < 1 && g.step != last) return;
      p.list.AddLine(before, at, faded(path_casing, alpha), px(p.ui, 5));
      p.list.AddLine(before, at, ink, px(p.ui, 2));
    }
    if (there && std::hypot(at.x - dotted.x, at.y - dotted.y) > px(p.ui, apart)) {
      p.list.AddCircleFilled(at, px(p.ui, 3.5f), faded(path_casing, alpha));
      p.list.AddCircleFilled(at, px(p.ui, 2.5f), ink);
      dotted = at;
    }
    drawn = there;
    before = at;
  });
}

// The slope under the selected walker, as a line and a number.
void draw_tangent(const Plate& p) {
  const std::size_t i = p.bench.selected;
  const Experiment& e = p.bench.session.experiment;
  if (i >= std::min(e.racers.size(), p.bench.race.size()) || !e.racers[i].visible) return;
  const Vec2 x = p.bench.race[i].at(p.bench.race.step_at(i, p.bench.session.view.playhead)).x;
  const Gradient g = p.f.gradient({x.x, 0});
  ImVec2 at;
  if (!p.place(x.x, at) || !std::isfinite(g.gradient.x)) return;
  const glm::dmat4& m = p.pane.lens.domain_to_clip;  // clip units a unit of x, of height
  const double run = m[0][0] * p.pane.rect.width(),
               rise = -p.relief.slope(g.value) * g.gradient.x * m[2][1] * p.pane.rect.height();
  const double length = std::hypot(run, rise);
  const auto half = static_cast<double>(px(p.ui, tangent));
  const ImVec2 d{static_cast<float>(half * run / length), static_cast<float>(half * rise / length)};
  p.list.AddLine({at.x - d.x, at.y - d.y}, {at.x + d.x, at.y + d.y}, faded(p.ui.theme.text, 0.9f),
                 px(p.ui, 1.5f));
  // At its left end: the verdict stands to the right of the walker.
  put_label(p, {at.x - d.x - px(p.ui, 8), at.y - d.y - px(p.ui, 14)},
            "slope " + short_number(rounded(g.gradient.x, 2)));
}

}  // namespace

void draw_curve(const Ui& ui, ImDrawList& list, const Workbench& bench, const Pane& pane,
                const scene::Ground& ground, const std::optional<render::Fog>& fog, float future) {
  const Plate p{ui, list, bench, pane, ground.relief(), ground.evaluator(), fog};
  list.AddRectFilled(pane.rect.min, pane.rect.max, ui.theme.view);
  draw_x_axis(p);
  if (knows_map(bench)) draw_loss_axis(p);
  draw_curve_line(p);
  if (knows_map(bench)) draw_minima(p);
  if (knows_map(bench)) draw_critical(p);
  const Experiment& e = bench.session.experiment;
  for (std::size_t i = 0; i < std::min(e.racers.size(), bench.race.size()); ++i) {
    if (!e.racers[i].visible) continue;
    if (future > 0) draw_steps(p, i, bench.race.step_at(i, e.budget.amount), future);
    draw_steps(p, i, bench.race.step_at(i, bench.session.view.playhead), 1);
  }
  draw_tangent(p);
}

}  // namespace fogline::gui
