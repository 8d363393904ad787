// SPDX-License-Identifier: MIT
// Numbers on the axes of the surface and the map, and the colour bar.
#include <algorithm>
#include <cmath>

#include "gui/axis.hpp"
#include "gui/number.hpp"
#include "gui/panels/overlay.hpp"
#include "gui/text.hpp"

namespace fogline::gui {
namespace {

struct Pen {
  const Ui& ui;
  ImDrawList& list;
  const Pane& pane;

  ImVec2 at(double x, double y, double height) const {
    const render::Projected p = pane.lens.project(x, y, height);
    return {pane.rect.min.x + static_cast<float>(p.pixel.x),
            pane.rect.min.y + static_cast<float>(p.pixel.y)};
  }
  void label(ImVec2 centre, std::string_view text, const ImFont* font) const {
    const ImVec2 corner{centre.x - 0.5f * text_width(font, text),
                        centre.y - 0.5f * line_height(font)};
    if (pane.rect.contains(corner) &&
        pane.rect.contains({corner.x + text_width(font, text), corner.y + line_height(font)}))
      put_text(list, font, corner, ui.theme.muted, text);
  }
  static float line_height(const ImFont* font) { return -2 * line_top(font, 0, 0); }
};

ImVec2 shifted(ImVec2 from, ImVec2 direction, float distance) {
  return {from.x + direction.x * distance, from.y + direction.y * distance};
}

// The unit normal of the line a-b that points away from `inside`.
ImVec2 outward(ImVec2 a, ImVec2 b, ImVec2 inside) {
  const float length = std::max(std::hypot(b.x - a.x, b.y - a.y), 1e-3f);
  const ImVec2 n{(b.y - a.y) / length, (a.x - b.x) / length};
  const bool points_in = n.x * (inside.x - a.x) + n.y * (inside.y - a.y) > 0;
  return points_in ? ImVec2{-n.x, -n.y} : n;
}

std::vector<AxisTick> ticks(double low, double high, int wanted) {
  return axis_ticks({.low = low, .high = high}, wanted);
}

// Along an edge of the floor: `along` gives the edge's point for a coordinate.
template <class Along>
void draw_edge(const Pen& pen, double low, double high, const char* name, Along along) {
  const Box& box = pen.pane.lens.domain;
  const ImVec2 out = outward(along(low), along(high), pen.at(box.center().x, box.center().y, 0));
  const int wanted = pen.pane.racer ? 3 : 5;
  for (const AxisTick& t : ticks(low, high, wanted)) {
    const ImVec2 foot = along(t.value);
    pen.list.AddLine(foot, shifted(foot, out, px(pen.ui, 5)), faded(pen.ui.theme.muted, 0.7f),
                     px(pen.ui, 1));
    pen.label(shifted(foot, out, px(pen.ui, 18)), t.label, pen.ui.fonts.small);
  }
  const ImVec2 name_at = shifted(along(0.5 * (low + high)), out, px(pen.ui, 40));
  pen.label(name_at, name, pen.ui.fonts.small_bold);
}

// The floor's two edges nearest to the eye.
void draw_surface_axes(const Pen& pen) {
  const Box& box = pen.pane.lens.domain;
  const double floor = -render::skirt / render::relief;
  const Vec2 c = box.center();
  const bool low_y = pen.at(c.x, box.low.y, floor).y > pen.at(c.x, box.high.y, floor).y;
  const bool low_x = pen.at(box.low.x, c.y, floor).y > pen.at(box.high.x, c.y, floor).y;
  const double y = low_y ? box.low.y : box.high.y, x = low_x ? box.low.x : box.high.x;
  draw_edge(pen, box.low.x, box.high.x, "x", [&](double v) { return pen.at(v, y, floor); });
  draw_edge(pen, box.low.y, box.high.y, "y", [&](double v) { return pen.at(x, v, floor); });
}

// Of loss, at the corner farthest to the left.
void draw_ruler(const Pen& pen, const scene::Relief& relief) {
  const Box& box = pen.pane.lens.domain;
  Vec2 corner = box.low;
  for (const Vec2 other : {Vec2{box.low.x, box.high.y}, Vec2{box.high.x, box.low.y}, box.high})
    if (pen.at(other.x, other.y, 0).x < pen.at(corner.x, corner.y, 0).x) corner = other;
  const ImVec2 foot = pen.at(corner.x, corner.y, 0), head = pen.at(corner.x, corner.y, 1);
  pen.list.AddLine(foot, head, faded(pen.ui.theme.muted, 0.35f), px(pen.ui, 1));
  for (const double h : {0.0, 0.25, 0.5, 0.75, 1.0}) {
    const ImVec2 at = pen.at(corner.x, corner.y, h);
    const std::string text = short_number(rounded(relief.loss(h), 2));
    pen.list.AddLine(at, {at.x - px(pen.ui, 5), at.y}, faded(pen.ui.theme.muted, 0.7f),
                     px(pen.ui, 1));
    pen.label({at.x - px(pen.ui, 9) - 0.5f * text_width(pen.ui.fonts.small, text), at.y}, text,
              pen.ui.fonts.small);
  }
}

// A number on the map stands on the terrain itself: on a plate, so that it can be read on any
// colour.
void draw_map_label(const Pen& pen, ImVec2 centre, std::string_view text) {
  const ImFont* font = pen.ui.fonts.small;
  const ImVec2 half{0.5f * text_width(font, text) + px(pen.ui, 4), 0.5f * Pen::line_height(font)};
  pen.list.AddRectFilled({centre.x - half.x, centre.y - half.y},
                         {centre.x + half.x, centre.y + half.y}, faded(pen.ui.theme.view, 0.72f),
                         px(pen.ui, 3));
  pen.label(centre, text, font);
}

// The map's axes run along its lower and left edge; the domain is framed.
void draw_map_axes(const Pen& pen) {
  const Rect& r = pen.pane.rect;
  const Box seen = render::visible_box(pen.pane.lens), box = pen.pane.lens.domain;
  pen.list.AddRect(pen.at(box.low.x, box.high.y, 0), pen.at(box.high.x, box.low.y, 0),
                   faded(racer_colours[0], 0.45f), 0, 0, px(pen.ui, 1));
  for (const AxisTick& t : ticks(seen.low.x, seen.high.x, 6)) {
    const float x = pen.at(t.value, seen.low.y, 0).x;
    if (x > r.min.x + px(pen.ui, 40)) draw_map_label(pen, {x, r.max.y - px(pen.ui, 14)}, t.label);
  }
  for (const AxisTick& t : ticks(seen.low.y, seen.high.y, 6)) {
    const float y = pen.at(seen.low.x, t.value, 0).y;
    if (y < r.max.y - px(pen.ui, 34)) draw_map_label(pen, {r.min.x + px(pen.ui, 24), y}, t.label);
  }
}

std::string transform_name(const View& view) {
  if (view.color == ColorScale::rank) return "rank";
  return view.height == HeightScale::log ? "log" : "linear";
}

}  // namespace

void draw_axes(const Ui& ui, ImDrawList& list, const Pane& pane, const scene::Relief& relief,
               bool losses) {
  const Pen pen{ui, list, pane};
  if (pane.lens.flat) return draw_map_axes(pen);
  draw_surface_axes(pen);
  if (losses) draw_ruler(pen, relief);
}

void draw_color_bar(const Ui& ui, ImDrawList& list, const Rect& rect, const View& view,
                    const scene::Relief& relief, const render::Palette& palette) {
  const float width = px(ui, 14), height = std::min(px(ui, 256), 0.5f * rect.height()),
              margin = px(ui, 20);
  const ImVec2 low{rect.max.x - margin - width, rect.max.y - px(ui, 40)},
      high{low.x, low.y - height};
  if (height < px(ui, 60)) return;
  const ImFont* font = ui.fonts.small;
  const std::string top = short_number(rounded(relief.loss(1), 3)),
                    bottom = short_number(rounded(relief.loss(0), 3)), name = transform_name(view);
  const float widest =
      std::max({text_width(font, top), text_width(font, bottom), text_width(font, name), width});
  const float centre = low.x + width - 0.5f * std::max(widest, width);
  list.AddRectFilled({centre - 0.5f * widest - px(ui, 8), high.y - px(ui, 26)},
                     {centre + 0.5f * widest + px(ui, 8), low.y + px(ui, 40)},
                     faded(ui.theme.view, 0.86f), px(ui, 6));
  constexpr int bands = 128;
  for (int i = 0; i < bands; ++i) {
    const glm::vec3 c = render::sample(palette, (static_cast<float>(i) + 0.5f) / bands);
    const ImU32 color = ImGui::ColorConvertFloat4ToU32({c.x, c.y, c.z, 1});
    list.AddRectFilled({centre - 0.5f * width, low.y - height * static_cast<float>(i + 1) / bands},
                       {centre + 0.5f * width, low.y - height * static_cast<float>(i) / bands},
                       color);
  }
  const auto put = [&](float y, const std::string& text) {
    put_text(list, font, {centre - 0.5f * text_width(font, text), y}, ui.theme.muted, text);
  };
  put(high.y - px(ui, 22), top);
  put(low.y + px(ui, 3), bottom);
  put(low.y + px(ui, 19), name);
}

void draw_ground_caption(const Ui& ui, ImDrawList& list, const Workbench& bench, const Rect& rect,
                         const scene::Ground& ground) {
  const scene::GroundKey& key = ground.key();
  if (key.terrain == Terrain::landscape) return;
  const auto& racers = bench.session.experiment.racers;
  const auto racer = static_cast<std::size_t>(bench.session.view.terrain_of);
  std::string text(scene::name_of(key.terrain));
  if (racer < racers.size()) text += " of " + printable(racers[racer].name);
  if (key.terrain != Terrain::objective) text += ", step " + std::to_string(key.step);
  const ImFont* font = ui.fonts.small;
  const ImVec2 at{rect.min.x + px(ui, 16), rect.min.y + px(ui, 12)};
  list.AddRectFilled({at.x - px(ui, 8), at.y - px(ui, 4)},
                     {at.x + text_width(font, text) + px(ui, 8), at.y + px(ui, 22)},
                     faded(ui.theme.view, 0.8f), px(ui, 6));
  put_text(list, font, at, ui.theme.text, text);
}

}  // namespace fogline::gui
