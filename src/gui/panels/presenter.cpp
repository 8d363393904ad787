// SPDX-License-Identifier: MIT
// Edges, and what stands on the terrain for the back of the room.
#include "gui/panels/presenter.hpp"

#include <algorithm>
#include <cmath>

#include "gui/compat.hpp"
#include "gui/mark.hpp"
#include "gui/panels/finishing.hpp"
#include "gui/panels/knowledge.hpp"
#include "gui/panels/lesson.hpp"
#include "gui/panels/verdict_pill.hpp"
#include "gui/text.hpp"

namespace fogline::gui {
namespace {

constexpr float body_em = 18 / 1.21f;  // pixels at scale 1: ImGui's sizes are ascent + descent
constexpr float touch = 4;             // pixels at an edge that call its panel
constexpr double slide_seconds = 0.2;
constexpr float darkness = 0.72f, light_radius = 0.16f;  // of the window's height

struct Wanted {
  bool top, left, right, bottom;
};

// A panel that is out stays while the pointer is on it, or while something of it is open.
Wanted wanted(const Ui& ui, const Workbench& bench, ImVec2 window) {
  const ImVec2 p = ImGui::GetIO().MousePos;
  const Regions r = presenter_regions(ui, bench, window);
  const float reach = px(ui, touch);
  const Edges& out = bench.classroom.edges;
  const bool kept = any_popup_open() || ui.menu_open || ui.drag.id != 0 || ui.typing.id != 0;
  const auto stays = [&](float slid, const Rect& rect, bool at_edge) {
    return at_edge || (slid > 0 && (rect.contains(p) || kept));
  };
  const bool inside = p.x >= 0 && p.y >= 0 && p.x <= window.x && p.y <= window.y;
  if (!inside) return {};
  return {stays(out.top, r.menu, p.y < reach), stays(out.left, r.left, p.x < reach),
          stays(out.right, r.right, p.x > window.x - reach),
          stays(out.bottom, r.transport, p.y > window.y - reach)};
}

std::string cut_to_lines(const ImFont* font, const std::string& text, float width, int lines,
                         std::vector<std::string>& out) {
  const char *rest = text.c_str(), *end = rest + text.size();
  for (int i = 0; i < lines && rest < end; ++i) {
    const char* stop = font->CalcWordWrapPositionA(1, rest, end, width);
    if (stop == rest) stop = end;
    out.emplace_back(rest, stop);
    rest = stop;
    while (rest < end && (*rest == ' ' || *rest == '\n')) ++rest;
  }
  return {rest, end};
}

void draw_lesson(const Ui& ui, ImDrawList& list, const Workbench& bench, const Rect& area) {
  const std::string text(lesson_text(bench));
  if (text.empty()) return;
  const ImFont* font = ui.fonts.body;
  const float width = 0.62f * area.width(), line = px(ui, 24);
  std::vector<std::string> lines;
  const std::string rest = cut_to_lines(font, text, width, 3, lines);
  if (!rest.empty()) lines.back() = elided(font, lines.back() + " " + rest, width);
  const ImVec2 at{area.min.x + px(ui, 16), area.min.y + px(ui, 12)};
  list.AddRectFilled(
      {at.x - px(ui, 8), at.y - px(ui, 6)},
      {at.x + width + px(ui, 8), at.y + line * static_cast<float>(lines.size()) + px(ui, 4)},
      faded(ui.theme.view, 0.85f), px(ui, 6));
  for (std::size_t i = 0; i < lines.size(); ++i)
    put_text(list, font, {at.x, at.y + line * static_cast<float>(i)}, ui.theme.text, lines[i]);
}

struct Row {
  const Racer* racer;
  std::string rank;
  VerdictWord verdict;
};

// Who did not finish has a place in the order and no rank.
std::string rank_text(const Workbench& bench, const Standing& s) {
  if (!knows_map(bench)) return "";
  return did_not_finish(bench, s) ? "DNF" : std::to_string(s.rank);
}

constexpr std::size_t most_rows = 8;
constexpr float row_height = 34;

// All that are visible, the best first.
std::vector<Row> rows(const Workbench& bench) {
  std::vector<Row> all;
  const auto& racers = bench.session.experiment.racers;
  if (bench.race.size() != racers.size()) return all;
  for (const Standing& s : shown_standings(bench))
    if (racers[s.racer].visible)
      all.push_back({&racers[s.racer], rank_text(bench, s), shown_verdict(bench, s.judgement)});
  return all;
}

void draw_standings(Ui& ui, ImDrawList& list, const Workbench& bench, const Rect& area) {
  std::vector<Row> all = rows(bench);
  if (all.empty()) return;
  const std::size_t more = all.size() > most_rows ? all.size() - most_rows + 1 : 0;
  all.resize(all.size() - more);
  const ImFont* font = ui.fonts.body;
  const float height = px(ui, row_height);
  float names = 0, pills = 0, ranks = px(ui, 14);
  for (const Row& row : all) {
    ranks = std::max(ranks, text_width(font, row.rank));
    names = std::max(names, std::min(text_width(font, printable(row.racer->name)), px(ui, 150)));
    pills = std::max(pills, pill_width(ui, row.verdict.word));
  }
  const float width = ranks + px(ui, 4 + 32 + 12) + names + pills + px(ui, 20);
  const ImVec2 at{area.max.x - width - px(ui, 10), area.min.y + px(ui, 10)};
  const Rect card{
      at,
      {area.max.x - px(ui, 10),
       at.y + height * static_cast<float>(all.size() + (more > 0 ? 1 : 0)) + px(ui, 8)}};
  list.AddRectFilled(card.min, card.max, faded(ui.theme.view, 0.94f), px(ui, 8));
  ui.registry.note(
      {.path = "presenter/standings", .min = card.min, .max = card.max, .visible = true});
  for (std::size_t i = 0; i < all.size(); ++i) {
    const float y = at.y + px(ui, 4) + height * static_cast<float>(i);
    const float top = line_top(font, y, height);
    put_text(list, font, {at.x + px(ui, 10), top}, ui.theme.muted, all[i].rank);
    draw_table_mark(ui, list, {at.x + ranks + px(ui, 28), y + 0.5f * height}, all[i].racer->mark);
    put_text(list, font, {at.x + ranks + px(ui, 46), top}, ui.theme.text,
             elided(font, printable(all[i].racer->name), names + 1));
    draw_pill(ui, list,
              {card.max.x - pill_width(ui, all[i].verdict.word) - px(ui, 8), y + px(ui, 5)},
              all[i].verdict.kind, all[i].verdict.word);
  }
  if (more > 0)
    put_text(list, font,
             {at.x + ranks + px(ui, 46), line_top(font, card.max.y - px(ui, 4) - height, height)},
             ui.theme.muted, "and " + std::to_string(more) + " more");
}

// A thin line along the lower edge: how much of the run has been shown.
void draw_progress(const Ui& ui, ImDrawList& list, const Workbench& bench, const Rect& area) {
  const double share = std::clamp(bench.session.view.playhead / end_of_race(bench), 0.0, 1.0);
  const float top = area.max.y - px(ui, 4);
  list.AddRectFilled({area.min.x, top}, area.max, ui.theme.line);
  list.AddRectFilled({area.min.x, top},
                     {area.min.x + static_cast<float>(share) * area.width(), area.max.y},
                     ui.theme.text);
}

}  // namespace

float standings_height(const Ui& ui, const Workbench& bench) {
  const std::size_t count = bench.classroom.presenting ? rows(bench).size() : 0;
  if (count == 0) return 0;
  return px(ui, 18) + px(ui, row_height) * static_cast<float>(std::min(count, most_rows));
}

float presenter_scale(float window_height) {
  const float scale = window_height / 32 / body_em;
  return std::clamp(std::round(scale * 32) / 32, 0.5f, 4.f);
}

float path_width(const Ui& ui, const Workbench& bench) {
  return bench.classroom.presenting ? ImGui::GetIO().DisplaySize.y / 240 / ui.scale : 2.5f;
}

float ball_radius(const Ui& ui, const Workbench& bench) {
  return bench.classroom.presenting ? ImGui::GetIO().DisplaySize.y / 60 : px(ui, 8);
}

void watch_edges(const Ui& ui, Workbench& bench, ImVec2 window) {
  if (!bench.classroom.presenting) return;
  const Wanted w = wanted(ui, bench, window);
  bench.classroom.wanted = {w.top ? 1.f : 0.f, w.left ? 1.f : 0.f, w.right ? 1.f : 0.f,
                            w.bottom ? 1.f : 0.f};
}

namespace {

void slide(float& now, float to, float by) {
  now = to > now ? std::min(to, now + by) : std::max(to, now - by);
}

}  // namespace

void slide_edges(Workbench& bench, double elapsed) {
  Classroom& c = bench.classroom;
  if (!c.presenting) {
    c.edges = c.wanted = {};
    return;
  }
  const auto by = static_cast<float>(c.calm ? 1 : elapsed / slide_seconds);
  slide(c.edges.top, c.wanted.top, by);
  slide(c.edges.left, c.wanted.left, by);
  slide(c.edges.right, c.wanted.right, by);
  slide(c.edges.bottom, c.wanted.bottom, by);
}

bool edges_move(const Workbench& bench) {
  return !(bench.classroom.edges == bench.classroom.wanted);
}

// The terrain has the whole window; panels lie over it as far as they have slid in.
Regions presenter_regions(const Ui& ui, const Workbench& bench, ImVec2 window) {
  const Edges& out = bench.classroom.edges;
  const float menu = px(ui, layout::menu), transport = px(ui, layout::transport);
  const float left = std::min(px(ui, layout::left), 0.5f * window.x),
              right = std::min(px(ui, layout::right), 0.5f * window.x);
  const auto away = [](float slid, float size) { return std::round((1 - slid) * size); };
  Regions r;
  r.terrain = {{0, 0}, window};
  if (out.top > 0) r.menu = {{0, -away(out.top, menu)}, {window.x, menu - away(out.top, menu)}};
  if (out.bottom > 0)
    r.transport = {{0, window.y - transport + away(out.bottom, transport)},
                   {window.x, window.y + away(out.bottom, transport)}};
  if (out.left > 0)
    r.left = {{-away(out.left, left), menu}, {left - away(out.left, left), window.y - transport}};
  if (out.right > 0)
    r.right = {{window.x - right + away(out.right, right), menu},
               {window.x + away(out.right, right), window.y - transport}};
  return r;
}

void draw_presenter(Ui& ui, ImDrawList& list, const Workbench& bench, const Rect& terrain) {
  if (!bench.classroom.presenting) return;
  draw_standings(ui, list, bench, terrain);
  draw_lesson(ui, list, bench, terrain);
  draw_progress(ui, list, bench, terrain);
}

void draw_spotlight(const Ui& ui, const Workbench& bench) {
  if (!bench.classroom.spotlight || !ImGui::IsMousePosValid()) return;
  const ImVec2 window = ImGui::GetIO().DisplaySize, at = ImGui::GetIO().MousePos;
  const float radius = light_radius * window.y, all = window.x + window.y;
  ImDrawList& list = *ImGui::GetForegroundDrawList();
  list.AddCircle(at, radius + 0.5f * all, faded(rgb(0x05070A), darkness), 96, all);
  list.AddCircle(at, radius, faded(ui.theme.text, 0.5f), 96, px(ui, 2));
}

}  // namespace fogline::gui
