// SPDX-License-Identifier: MIT
// Standings at the right, and what stands below them.
#include <algorithm>
#include <cmath>

#include "gui/button.hpp"
#include "gui/controls.hpp"
#include "gui/glossary.hpp"
#include "gui/mark.hpp"
#include "gui/number.hpp"
#include "gui/panels/actions.hpp"
#include "gui/panels/finishing.hpp"
#include "gui/panels/inspector.hpp"
#include "gui/panels/knowledge.hpp"
#include "gui/panels/lesson.hpp"
#include "gui/panels/panel.hpp"
#include "gui/panels/panels.hpp"
#include "gui/panels/verdict_pill.hpp"
#include "gui/press.hpp"
#include "gui/text.hpp"

namespace fogline::gui {
namespace {

// Columns of a row, from the left edge of the panel's content.
struct Columns {
  float rank, mark, name, loss, gap, end;
};

Columns columns(const Ui& ui, float width) {
  const float number = px(ui, 66);
  return {0, px(ui, 18), px(ui, 44), width - 2 * number, width - number, width};
}

void right_aligned(const Ui& ui, float right, float top, ImU32 color, std::string_view text) {
  put_text(*ImGui::GetWindowDrawList(), ui.fonts.small,
           {right - text_width(ui.fonts.small, text), top}, color, text);
}

void heading(Ui& ui, bool gap) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const Columns c = columns(ui, ImGui::GetContentRegionAvail().x);
  right_aligned(ui, at.x + c.gap, at.y, ui.theme.muted, "loss");
  if (gap) right_aligned(ui, at.x + c.end, at.y, ui.theme.muted, "gap");
  ImGui::Dummy({1, px(ui, 14)});
}

// "cost 780.3", the number alone, or nothing, as the room allows. Of a racer that has finished,
// where the map may be known, what it had paid by then; of one that will not, first of all that.
std::string cost_text(const Ui& ui, const Workbench& bench, const Standing& s, float room) {
  const bool finished = has_finished(bench, s), dnf = did_not_finish(bench, s);
  const std::string number = short_number(finished ? s.finish->cost : s.cost);
  const std::string word = finished ? "finished at " : dnf ? "DNF, cost " : "cost ";
  for (const std::string& text : {word + number, dnf ? "DNF" : number})
    if (text_width(ui.fonts.small, text) <= room) return text;
  return "";
}

std::string gap_line(const Workbench& bench, const Standing& s) {
  if (!knows_map(bench)) return "";
  return "\nGap to the best known minimum " +
         (s.gap ? full_number(*s.gap) : "unknown: no minimum of this landscape is known") +
         (s.finish ? "\nFinished at cost " + full_number(s.finish->cost) + ", step " +
                         std::to_string(s.finish->step)
          : did_not_finish(bench, s) ? "\nDNF, did not finish: " + std::string(word(s.judgement))
          : s.gap                    ? "\nNot at the finish line so far"
                                     : "");
}

std::string standing_tip(const Workbench& bench, const Standing& s) {
  return shown_evidence(bench, s.judgement) + "\nLoss " + full_number(s.answer.loss) +
         gap_line(bench, s) + "\nCost " + full_number(s.cost) + " after " + std::to_string(s.step) +
         " steps";
}

// Rank, mark, name, loss, gap: a press selects the racer.
void first_line(Ui& ui, Workbench& bench, const Standing& s, const Columns& c) {
  const Racer& racer = bench.session.experiment.racers[s.racer];
  const float line = px(ui, layout::row);
  const Press press = press_area(ui, std::to_string(s.racer), {c.end, line});
  const ImVec2 at = press.min;
  draw_focus_ring(ui, press, 6);
  draw_hover_ground(ui, press, 6);
  if (press.clicked) bench.selected = s.racer;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const float alpha = racer.visible ? 1.f : 0.45f;
  const ImFont *font = s.racer == bench.selected ? ui.fonts.small_bold : ui.fonts.small,
               *small = ui.fonts.small;
  const float top = line_top(small, at.y, line);
  if (knows_map(bench))
    put_text(list, small, {at.x + c.rank, top}, ui.theme.muted, std::to_string(s.rank));
  draw_table_mark(ui, list, {at.x + c.mark + px(ui, 11), at.y + 0.5f * line}, racer.mark, alpha);
  put_text(list, font, {at.x + c.name, line_top(font, at.y, line)}, faded(ui.theme.text, alpha),
           elided(font, printable(racer.name), c.loss + px(ui, 4) - c.name));
  right_aligned(ui, at.x + c.gap, top, ui.theme.text, short_number(rounded(s.answer.loss, 3)));
  if (knows_map(bench))
    right_aligned(ui, at.x + c.end, top, ui.theme.text,
                  s.gap ? short_number(rounded(*s.gap, 3)) : "\u2013");
  tooltip(ui, press, standing_tip(bench, s));
}

// An elbow and the mark of the racer whose rival this one came in as. Returns the width taken.
float draw_parent(const Ui& ui, const Workbench& bench, std::size_t racer, ImVec2 at) {
  const auto parent = parent_of(bench, racer);
  if (!parent) return 0;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const float x = at.x + px(ui, 6), y = at.y + px(ui, 0.5f * layout::row);
  list.AddLine({x, y - px(ui, 6)}, {x, y}, ui.theme.muted, px(ui, 1.5f));
  list.AddLine({x, y}, {x + px(ui, 8), y}, ui.theme.muted, px(ui, 1.5f));
  const int mark = bench.session.experiment.racers[*parent].mark;
  list.AddCircleFilled({x + px(ui, 18), y}, px(ui, 8), curve_plate);
  draw_mark(list, {x + px(ui, 18), y}, px(ui, 5), mark);
  return px(ui, 34);
}

// The verdict's chip, which opens its card, the racer that this one is a rival of, and the cost.
void second_line(Ui& ui, Workbench& bench, const Standing& s, const Columns& c, ImVec2 at) {
  const VerdictWord verdict = shown_verdict(bench, s.judgement);
  ImGui::SetCursorScreenPos({at.x + c.name, at.y});
  const Scope scope(ui, std::to_string(s.racer));
  if (pill(ui, "verdict", verdict.kind, verdict.word, shown_evidence(bench, s.judgement)))
    open_card(bench, s.racer, {ImGui::GetItemRectMin(), ImGui::GetItemRectMax()});
  const float used = c.name + pill_width(ui, verdict.word) + px(ui, 8);
  // The tie gives way where there is no room for both.
  const bool dnf = did_not_finish(bench, s);
  const float need = dnf ? px(ui, 34) + text_width(ui.fonts.small, "DNF") : 0;
  const float tie =
      c.end - used >= need ? draw_parent(ui, bench, s.racer, {at.x + used - px(ui, 2), at.y}) : 0;
  const std::string cost = cost_text(ui, bench, s, c.end - used - tie);
  const float left = c.end - text_width(ui.fonts.small, cost), height = px(ui, layout::row);
  right_aligned(ui, at.x + c.end, line_top(ui.fonts.small, at.y, height), ui.theme.muted, cost);
  ui.registry.note({.path = full_path(ui, dnf ? "dnf" : "cost"),
                    .min = {at.x + left, at.y},
                    .max = {at.x + c.end, at.y + height},
                    .visible = !cost.empty()});
}

void row(Ui& ui, Workbench& bench, const Standing& s) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const Columns c = columns(ui, ImGui::GetContentRegionAvail().x);
  first_line(ui, bench, s, c);
  second_line(ui, bench, s, c, {at.x, at.y + px(ui, layout::row - 4)});
  ImGui::SetCursorScreenPos(at);
  ImGui::Dummy({c.end, px(ui, 52)});
}

}  // namespace

void standings_section(Ui& ui, Workbench& bench) {
  const Scope scope(ui, "standings");
  const ImVec2 top = ImGui::GetCursorScreenPos();
  section_title(ui, "Standings");
  explain(ui, "standings");
  rules_button(ui, bench, top);
  const Experiment& e = bench.session.experiment;
  if (bench.race.size() != e.racers.size()) return;
  if (e.racers.empty()) {
    ImGui::TextWrapped("Nobody races yet.");
    return;
  }
  heading(ui, knows_map(bench));
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, px(ui, 4)});
  for (const Standing& s : shown_standings(bench)) row(ui, bench, s);
  ImGui::PopStyleVar();
}

namespace {

// Of the plot, in pixels. It leaves room for the inspector's head, or for its rule and its local
// picture while it is open; 0 where both find none.
float curve_height(const Ui& ui, const Workbench& bench) {
  constexpr float heads = 76, fold = 60, inspector = 270, least = 120, most = 240;
  const float room = ImGui::GetContentRegionAvail().y - px(ui, heads);
  if (!bench.inspection.open) return std::clamp(room - px(ui, fold), px(ui, least), px(ui, most));
  const float left = room - px(ui, inspector);
  return left < px(ui, least) ? 0 : std::min(left, px(ui, most));
}

}  // namespace

void right_panel(Ui& ui, Workbench& bench, const Rect& rect) {
  // The wheel over the plot zooms it instead of scrolling the panel.
  const Panel panel(ui, "right", rect, ui.theme.panel, {16, 14},
                    bench.curve.pointed ? ImGuiWindowFlags_NoScrollWithMouse : 0);
  if (!is_hidden(bench, Control::standings)) standings_section(ui, bench);
  ImGui::Dummy({1, px(ui, 4)});
  if (!is_hidden(bench, Control::curve)) curve_section(ui, bench, curve_height(ui, bench));
  ImGui::Dummy({1, px(ui, 2)});
  inspector_section(ui, bench);
}

}  // namespace fogline::gui
