// SPDX-License-Identifier: MIT
// The marks of the map in their order, the arrow under the pointer, and the legend.
#include "gui/panels/map_marks.hpp"

#include <cmath>

#include "gui/mark.hpp"
#include "gui/panels/knowledge.hpp"
#include "gui/press.hpp"
#include "gui/text.hpp"

namespace fogline::gui {
namespace {

constexpr float arrow_length = 36, arrow_head = 9;  // pixels

// Downhill from the pointer, with G or while Alt is held.
void draw_slope(const Ui& ui, ImDrawList& list, const Workbench& bench, const Pane& pane,
                const scene::Ground& ground) {
  const bool wanted = ImGui::GetIO().KeyAlt || bench.session.view.overlay == Overlay::gradient;
  if (!wanted || !bench.hover || !pane.rect.contains(ImGui::GetIO().MousePos)) return;
  const Evaluator f = ground.evaluator();
  const Vec2 g = f.gradient(*bench.hover).gradient;
  const double size = norm(g);
  if (!(size > 0) || !std::isfinite(size)) return;
  const Vec2 ahead = *bench.hover - (1e-3 * ground.domain().diagonal() / size) * g;
  ImVec2 from, to;
  if (!on_screen(pane, f, ground.relief(), *bench.hover, from) ||
      !on_screen(pane, f, ground.relief(), ahead, to))
    return;
  const float length = std::hypot(to.x - from.x, to.y - from.y);
  if (!(length > 0)) return;
  const ImVec2 way{(to.x - from.x) / length, (to.y - from.y) / length};
  const auto point = [&](float along, float across) {
    return ImVec2{from.x + px(ui, along) * way.x - px(ui, across) * way.y,
                  from.y + px(ui, along) * way.y + px(ui, across) * way.x};
  };
  const ImVec2 tip = point(arrow_length, 0);
  for (const auto& [colour, width] : {std::pair{path_casing, 5.f}, {racer_colours[0], 2.f}}) {
    list.AddLine(from, tip, colour, px(ui, width));
    for (const float side : {-1.f, 1.f})
      list.AddLine(tip, point(arrow_length - arrow_head, side * 0.6f * arrow_head), colour,
                   px(ui, width));
  }
}

struct Kinds {
  int count[4] = {0, 0, 0, 0};
};

Kinds counted(const CriticalPoints& search) {
  Kinds kinds;
  for (const MapPoint& p : search.points())
    ++kinds.count[static_cast<int>(kind_told(search.landscape(), p.kind))];
  return kinds;
}

std::string noun(CriticalKind kind, int n) {
  constexpr const char* one[] = {"minimum", "saddle", "maximum", "degenerate"};
  constexpr const char* many[] = {"minima", "saddles", "maxima", "degenerate"};
  return std::to_string(n) + " " + (n == 1 ? one : many)[static_cast<int>(kind)];
}

// The short form of what completeness says in full.
std::string found(const CriticalPoints& search) {
  if (!search.done()) return "searching\u2026";
  const Completeness& c = search.completeness();
  if (c.given_up || c.quiet_doublings == 0) return "not complete";
  if (c.adds_up()) return "complete as far as the index tells";
  return c.turns && c.index_sum ? "indices do not add up" : "index cannot tell whether all";
}

// With what was searched, where that is not the domain.
std::string state_of(const CriticalPoints& search) {
  const bool whole = search.box() == domain(search.landscape());
  return (whole ? "" : "in view: ") + found(search);
}

const char* field_note(Overlay overlay) {
  if (overlay == Overlay::gradient) return "Arrows point downhill; a longer one is steeper (log)";
  return overlay == Overlay::streamlines ? "Lines of steepest descent" : nullptr;
}

float width_of(const Ui& ui, const Kinds& kinds, const std::string& state) {
  float width = text_width(ui.fonts.small, state);
  for (int k = 0; k < 4; ++k)
    if (kinds.count[k] > 0)
      width += px(ui, 34) + text_width(ui.fonts.small, noun(CriticalKind(k), kinds.count[k]));
  return width;
}

Rect plate(const Ui& ui, ImDrawList& list, const Rect& rect, float top, float width) {
  const Rect r{{rect.max.x - px(ui, 16) - width - px(ui, 20), top},
               {rect.max.x - px(ui, 16), top + px(ui, 26)}};
  list.AddRectFilled(r.min, r.max, faded(ui.theme.view, 0.94f), px(ui, 6));
  return r;
}

// Returns where the next line may begin.
float put_line(const Ui& ui, ImDrawList& list, const Rect& rect, float top, std::string_view text,
               ImU32 ink) {
  const ImFont* font = ui.fonts.small;
  const std::string shown = elided(font, text, rect.width() - px(ui, 60));
  const Rect r = plate(ui, list, rect, top, text_width(font, shown));
  put_text(list, font, {r.min.x + px(ui, 10), line_top(font, r.min.y, r.height())}, ink, shown);
  return r.max.y + px(ui, 6);
}

float critical_line(Ui& ui, ImDrawList& list, const Rect& rect, float top,
                    const CriticalPoints& search) {
  const Kinds kinds = counted(search);
  const std::string state = state_of(search);
  const bool one_line = width_of(ui, kinds, state) < rect.width() - px(ui, 60);
  const float width = width_of(ui, kinds, one_line ? state : "");
  if (width > rect.width() - px(ui, 60)) return top;
  const Rect r = plate(ui, list, rect, top, width);
  const ImFont* font = ui.fonts.small;
  const float line = line_top(font, r.min.y, r.height());
  float x = r.min.x + px(ui, 10);
  for (int k = 0; k < 4; ++k) {
    if (kinds.count[k] == 0) continue;
    const std::string text = noun(CriticalKind(k), kinds.count[k]);
    draw_critical_mark(ui, list, {x + px(ui, 8), 0.5f * (r.min.y + r.max.y)}, CriticalKind(k),
                       racer_colours[0]);
    put_text(list, font, {x + px(ui, 20), line}, ui.theme.text, text);
    x += px(ui, 34) + text_width(font, text);
  }
  if (one_line) put_text(list, font, {x, line}, ui.theme.muted, state);
  ui.registry.note({.path = "legend/critical", .min = r.min, .max = r.max, .visible = true});
  if (r.contains(ImGui::GetIO().MousePos) && !ImGui::GetIO().WantCaptureMouse && search.done())
    show_tooltip_now(ui, sentence(search.completeness()));
  const float next = r.max.y + px(ui, 6);
  return one_line ? next : put_line(ui, list, rect, next, state, ui.theme.muted);
}

}  // namespace

void draw_map_marks(Ui& ui, ImDrawList& list, Workbench& bench, const Pane& pane,
                    const scene::Ground& ground, const render::HeightGrid& grid) {
  if (!knows_map(bench)) return;
  if (bench.session.view.contours) draw_contour_labels(ui, list, pane, ground, grid);
  if (bench.session.view.critical_points && is_mapped(ground))
    draw_critical_points(ui, list, bench, pane, ground, grid);
  draw_slope(ui, list, bench, pane, ground);
}

void draw_map_legend(Ui& ui, ImDrawList& list, const Workbench& bench, const Rect& rect,
                     const scene::Ground& ground) {
  if (!knows_map(bench) || rect.width() < px(ui, 200)) return;
  const View& view = bench.session.view;
  float top = rect.min.y + px(ui, 10);
  const auto put = [&](const char* text) {
    top = put_line(ui, list, rect, top, text, ui.theme.text);
  };
  const bool streams = view.overlay == Overlay::streamlines;
  if (!is_mapped(ground) && (view.critical_points || streams))
    put(ground.key().terrain == Terrain::landscape
            ? "Critical points and streamlines are shown at step 0: this landscape drifts"
            : "Critical points and streamlines are shown on the landscape itself only");
  const bool map = view.layout == Layout::map || view.layout == Layout::split;
  const CriticalPoints* const search =
      shown_critical(bench, map ? render::ViewKind::map : render::ViewKind::surface);
  if (view.critical_points && is_mapped(ground) && search != nullptr &&
      search->landscape() == ground.key().landscape)
    top = critical_line(ui, list, rect, top, *search);
  if (const char* note = field_note(view.overlay); note && (!streams || is_mapped(ground)))
    put(note);
}

}  // namespace fogline::gui
