// SPDX-License-Identifier: MIT
// A cut through the terrain, from the exact function.
#include "gui/panels/profile_card.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include "fogline/landscapes/dimension.hpp"
#include "gui/axis.hpp"
#include "gui/button.hpp"
#include "gui/mark.hpp"
#include "gui/number.hpp"
#include "gui/panels/knowledge.hpp"
#include "gui/panels/panel.hpp"
#include "gui/press.hpp"
#include "gui/text.hpp"

namespace fogline::gui {
namespace {

constexpr int samples = 400;
constexpr double near_line = 0.03;  // of the diagonal: walkers so near are shown on the profile
constexpr ImU32 plate_ink = dark_theme.text, plate_muted = dark_theme.muted;
constexpr float snap = 10;  // pixels

struct Cut {
  Vec2 from, to;
  std::vector<double> loss;
  double length() const { return norm(to - from); }
  Vec2 at(double share) const { return from + share * (to - from); }
};

Cut cut_of(const Evaluator& f, const std::pair<Vec2, Vec2>& line) {
  Cut cut{line.first, line.second, {}};
  for (int k = 0; k <= samples; ++k)
    cut.loss.push_back(f.value(cut.at(static_cast<double>(k) / samples)));
  return cut;
}

double highest(const Cut& cut) {
  double top = -HUGE_VAL;
  for (const double v : cut.loss)
    if (std::isfinite(v)) top = std::max(top, v);
  return top;
}

const Barrier* barrier_of(const Workbench& bench) {
  const auto& line = bench.profile.line;
  const auto& barrier = bench.atlas.barrier;
  const bool mine = line && barrier && barrier->from == line->first && barrier->to == line->second;
  return mine ? &*barrier : nullptr;
}

struct Plate {
  ImDrawList& list;
  ImVec2 min, max;  // of the area between the axes
  Axis y;
  double length = 1;

  float x_of(double share) const { return min.x + static_cast<float>(share) * (max.x - min.x); }
  float y_of(double loss) const {
    return max.y -
           static_cast<float>(std::clamp(axis_fraction(y, loss), -1., 2.)) * (max.y - min.y);
  }
};

void draw_ticks(const Ui& ui, const Plate& plate) {
  const ImFont* font = ui.fonts.small;
  for (const AxisTick& tick : axis_ticks(plate.y, 3)) {
    const float y = std::round(plate.y_of(tick.value));
    plate.list.AddRectFilled({plate.min.x, y}, {plate.max.x, y + 1}, rgb(0xFFFFFF, 20));
    put_text(plate.list, font,
             {plate.min.x - px(ui, 8) - text_width(font, tick.label), line_top(font, y, 0)},
             plate_muted, tick.label);
  }
  const std::string_view unit = "length";
  const float unit_left = plate.max.x - text_width(font, unit), top = plate.max.y + px(ui, 4);
  put_text(plate.list, font, {unit_left, top}, plate_muted, unit);
  for (const AxisTick& tick : axis_ticks({.low = 0, .high = plate.length}, 5)) {
    const float x = plate.x_of(tick.value / plate.length);
    if (x + text_width(font, tick.label) > unit_left - px(ui, 8)) break;
    put_text(plate.list, font, {x, top}, plate_muted, tick.label);
  }
}

void draw_cut(const Ui& ui, const Plate& plate, const Cut& cut) {
  std::vector<ImVec2> run;
  const auto end_run = [&] {
    plate.list.AddPolyline(run.data(), static_cast<int>(run.size()), plate_ink, 0, px(ui, 2));
    run.clear();
  };
  for (std::size_t k = 0; k < cut.loss.size(); ++k)
    if (std::isfinite(cut.loss[k]))
      run.push_back({plate.x_of(static_cast<double>(k) / samples), plate.y_of(cut.loss[k])});
    else
      end_run();
  end_run();
}

// A dashed line at the height of the pass.
void draw_pass(const Ui& ui, const Plate& plate, double height) {
  const float y = std::round(plate.y_of(height));
  for (float x = plate.min.x; x < plate.max.x; x += px(ui, 9))
    plate.list.AddLine({x, y}, {std::min(x + px(ui, 5), plate.max.x), y}, plate_muted,
                       px(ui, 1.5f));
  const std::string text = "pass " + short_number(rounded(height, 4));
  const ImFont* font = ui.fonts.small;
  const float left = plate.max.x - text_width(font, text);
  plate.list.AddRectFilled({left - px(ui, 4), y - px(ui, 19)}, {plate.max.x, y - px(ui, 2)},
                           faded(curve_plate, 0.85f));
  put_text(plate.list, font, {left, y - px(ui, 20)}, plate_ink, text);
}

// Each at its own loss, over the nearest place of the line.
void draw_walkers(const Ui& ui, const Plate& plate, const Workbench& bench, const Cut& cut,
                  const Evaluator& f) {
  const Experiment& e = bench.session.experiment;
  const double reach = near_line * domain(e.landscape).diagonal();
  const Vec2 way = cut.to - cut.from;
  for (std::size_t i = 0; i < std::min(bench.race.size(), e.racers.size()); ++i) {
    if (!e.racers[i].visible) continue;
    const Vec2 x = bench.race[i].at(bench.race.step_at(i, bench.session.view.playhead)).x;
    const double share = std::clamp(dot(x - cut.from, way) / dot(way, way), 0.0, 1.0);
    if (norm(x - cut.at(share)) > reach) continue;
    const ImVec2 at{plate.x_of(share), plate.y_of(f.value(x))};
    plate.list.AddCircleFilled(at, px(ui, 7.5f), path_casing);
    draw_mark(plate.list, at, px(ui, 6), e.racers[i].mark);
  }
}

void draw_cursor(const Ui& ui, const Plate& plate, const Cut& cut, double share, double loss) {
  const float x = std::round(plate.x_of(share));
  plate.list.AddRectFilled({x, plate.min.y}, {x + 1, plate.max.y}, faded(plate_ink, 0.35f));
  if (std::isfinite(loss)) plate.list.AddCircleFilled({x, plate.y_of(loss)}, px(ui, 4), plate_ink);
  const std::string text = short_number(share * cut.length()) + ":  " + short_number(loss);
  const float width = text_width(ui.fonts.small, text) + px(ui, 12);
  const float left = x + px(ui, 8) + width > plate.max.x ? x - px(ui, 8) - width : x + px(ui, 8);
  plate.list.AddRectFilled({left, plate.min.y}, {left + width, plate.min.y + px(ui, 22)},
                           rgb(0x0B0F14, 230), px(ui, 5));
  put_text(plate.list, ui.fonts.small,
           {left + px(ui, 6), line_top(ui.fonts.small, plate.min.y, px(ui, 22))}, plate_ink, text);
}

Plate plate_in(const Ui& ui, const Press& press, const Workbench& bench, const Cut& cut) {
  Plate plate{.list = *ImGui::GetWindowDrawList(),
              .min = press.min,
              .max = press.max,
              .length = std::max(cut.length(), 1e-300)};
  plate.list.AddRectFilled(press.min, press.max, curve_plate, px(ui, 6));
  std::vector<double> values = cut.loss;
  if (const Barrier* b = barrier_of(bench); b && b->pass) values.push_back(b->pass->height);
  plate.y = fitted_axis(values, AxisScale::linear);
  float widest = px(ui, 16);
  for (const AxisTick& tick : axis_ticks(plate.y, 3))
    widest = std::max(widest, text_width(ui.fonts.small, tick.label));
  plate.min.x += px(ui, 18) + widest;
  plate.min.y += px(ui, 12);
  plate.max.x -= px(ui, 12);
  plate.max.y -= px(ui, 26);
  return plate;
}

void draw_profile(Ui& ui, Workbench& bench, const Cut& cut, const Evaluator& f, ImVec2 size) {
  const Press press = press_area(ui, "plot", size, {.focusable = false});
  const Plate plate = plate_in(ui, press, bench, cut);
  draw_ticks(ui, plate);
  plate.list.PushClipRect(press.min, press.max, true);
  draw_cut(ui, plate, cut);
  if (const Barrier* b = barrier_of(bench); b && b->pass) draw_pass(ui, plate, b->pass->height);
  draw_walkers(ui, plate, bench, cut, f);
  bench.profile.cursor.reset();
  if (press.hovered && plate.max.x > plate.min.x) {
    const double share = std::clamp(
        (ImGui::GetIO().MousePos.x - plate.min.x) / (plate.max.x - plate.min.x), 0.f, 1.f);
    bench.profile.cursor = share;
    draw_cursor(ui, plate, cut, share, f.value(cut.at(share)));
  }
  plate.list.PopClipRect();
}

void header(Ui& ui, Workbench& bench, float width) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  put_text(*ImGui::GetWindowDrawList(), ui.fonts.small_bold, {at.x, at.y + px(ui, 4)},
           ui.theme.muted, capitals("Height profile"));
  ImGui::SetCursorPosX(ImGui::GetCursorPosX() + width - px(ui, 24));
  if (icon_button(ui, "close", Icon::cross, {.tip = "Close (H)", .size = 24}))
    set_profile(bench, false);
}

}  // namespace

void set_profile(Workbench& bench, bool on) {
  if (on && dimension(bench.session.experiment.landscape) == 1)
    return notify(bench.notices, NoticeKind::done, "This landscape is a curve: its own profile.");
  bench.profile = {.on = on};
  bench.atlas.barrier.reset();
}

Vec2 snapped_end(const Ui& ui, const Workbench& bench, const Pane& pane, Vec2 x) {
  const auto& search = bench.atlas.critical;
  if (!bench.session.view.critical_points || !search) return x;
  const auto screen = [&](Vec2 p, double height) {
    return pane.lens.project(p.x, p.y, height).pixel;
  };
  if (!pane.lens.flat) return x;
  const glm::dvec2 here = screen(x, 0);
  double nearest = px(ui, snap);
  Vec2 best = x;
  for (const MapPoint& p : search->points()) {
    const glm::dvec2 there = screen(p.x, 0);
    const double distance = std::hypot(there.x - here.x, there.y - here.y);
    if (distance >= nearest) continue;
    nearest = distance;
    best = p.x;
  }
  return best;
}

std::string barrier_sentence(const Workbench& bench, double top) {
  const std::string line = "Along the line " + short_number(rounded(top, 4));
  const Barrier* b = barrier_of(bench);
  if (b == nullptr) return line + "; looking for the pass\u2026";
  if (!b->valleys[0] || !b->valleys[1]) return line + "; an end runs down off the map.";
  if (*b->valleys[0] == *b->valleys[1]) return line + "; both ends lie in one valley.";
  if (!b->pass) return line + "; no way over saddles of this map is known.";
  const std::string pass = line + ", over the pass " + short_number(rounded(b->pass->height, 4));
  return b->pass->proven ? pass : pass + "; around the map\u2019s edge may be lower";
}

void profile_card(Ui& ui, Workbench& bench, const Rect& terrain) {
  const float width = std::min(px(ui, 440), terrain.width() - px(ui, 90));
  const float whole = std::min(px(ui, 236), 0.5f * terrain.height());
  const bool curve = dimension(bench.session.experiment.landscape) == 1;
  if (!bench.profile.on || curve || !knows_map(bench) || width < px(ui, 220) || whole < px(ui, 140))
    return;
  const float height = bench.profile.line ? whole : px(ui, 76);  // to begin with, out of the way
  const ImVec2 corner{terrain.min.x + px(ui, 16), terrain.max.y - px(ui, 16) - height};
  const Panel panel(ui, "profile", {corner, {corner.x + width, corner.y + height}}, ui.theme.panel,
                    {12, 8}, ImGuiWindowFlags_NoScrollbar);
  const Scope scope(ui, "profile");
  const float inner = ImGui::GetContentRegionAvail().x;
  header(ui, bench, inner);
  if (!bench.profile.line) {
    ImGui::TextWrapped("Drag a line on the terrain to cut through it.");
    return;
  }
  const Evaluator f = bench.picture.ground(bench.session, bench.race).evaluator();
  const Cut cut = cut_of(f, *bench.profile.line);
  draw_profile(ui, bench, cut, f, {inner, ImGui::GetContentRegionAvail().y - px(ui, 28)});
  const std::string text = barrier_sentence(bench, highest(cut));
  const ImVec2 at = ImGui::GetCursorScreenPos();
  put_text(*ImGui::GetWindowDrawList(), ui.fonts.small, at, ui.theme.text,
           elided(ui.fonts.small, text, inner));
  ui.registry.note({.path = "profile/sentence",
                    .min = at,
                    .max = {at.x + inner, at.y + px(ui, 20)},
                    .visible = true});
}

void draw_profile_cursor(const Ui& ui, ImDrawList& list, const Workbench& bench, const Pane& pane,
                         const scene::Ground& ground) {
  const Profile& p = bench.profile;
  if (!p.on || !p.line || !p.cursor || !knows_map(bench)) return;
  ImVec2 at;
  const Vec2 x = p.line->first + *p.cursor * (p.line->second - p.line->first);
  if (!on_screen(pane, ground.evaluator(), ground.relief(), x, at)) return;
  list.AddCircleFilled(at, px(ui, 5.5f), path_casing);
  list.AddCircleFilled(at, px(ui, 4), racer_colours[0]);
}

}  // namespace fogline::gui
