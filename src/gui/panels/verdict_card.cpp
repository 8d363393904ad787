// SPDX-License-Identifier: MIT
// The card that a chip opens: the verdict, its evidence in words and numbers, and what would have
// helped, each a button that adds a rival.
#include <algorithm>
#include <cmath>

#include "gui/controls.hpp"
#include "gui/mark.hpp"
#include "gui/number.hpp"
#include "gui/panels/evidence_table.hpp"
#include "gui/panels/knowledge.hpp"
#include "gui/panels/lesson.hpp"
#include "gui/panels/panels.hpp"
#include "gui/panels/verdict_pill.hpp"
#include "gui/popup.hpp"
#include "gui/press.hpp"
#include "gui/text.hpp"

namespace fogline::gui {
namespace {

constexpr float card_width = 384, padding = 16;

const Standing* standing_of(const Diagnosis& d) {
  const auto found = std::find_if(d.standings.begin(), d.standings.end(),
                                  [&](const Standing& s) { return s.racer == *d.open; });
  return found == d.standings.end() ? nullptr : &*found;
}

void words(const Ui& ui, const std::string& text, bool muted = false) {
  paragraph(ui.fonts.small, muted ? ui.theme.muted : ui.theme.text, text);
}

// Mark and name at the left, the verdict at the right.
void head(Ui& ui, const Workbench& bench, const Standing& s) {
  const Racer& racer = bench.session.experiment.racers[s.racer];
  const VerdictWord verdict = shown_verdict(bench, s.judgement);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x, height = px(ui, layout::row);
  const float pill = pill_width(ui, verdict.word);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  draw_table_mark(ui, list, {at.x + px(ui, 11), at.y + height / 2}, racer.mark);
  const ImFont* font = ui.fonts.body_bold;
  put_text(list, font, {at.x + px(ui, 30), line_top(font, at.y, height)}, ui.theme.text,
           elided(font, printable(racer.name), width - pill - px(ui, 40)));
  draw_pill(ui, list, {at.x + width - pill, at.y + px(ui, 2)}, verdict.kind, verdict.word);
  ImGui::Dummy({width, height});
}

// "19.7 lower", or "gets to -26.7" where the parent is lost.
std::string gain_text(const Escape& e) {
  if (!e.improvement) return "loss " + short_number(rounded(e.reached.answer.loss, 3));
  return *e.improvement > 0 ? short_number(rounded(*e.improvement, 3)) + " lower" : "rests";
}

std::string escape_tip(const Escape& e) {
  std::string tip = e.begins == Begins::start ? "Begins at the same start."
                                              : "Begins where it ended, with the whole budget.";
  tip += "\nReaches loss " + full_number(e.reached.answer.loss) + " at cost " +
         short_number(e.reached.cost) + ".";
  if (e.seeds > 1)
    tip += "\nChance plays a part: it helps with " + std::to_string(e.helped) + " of " +
           std::to_string(e.seeds) + " seeds.";
  return tip + "\nClick to add it as a rival.";
}

// Why no racer can be added now, or nothing.
std::string_view refusal(const Workbench& bench) {
  if (is_locked(bench, Control::racers)) return "This step of the lesson keeps the racers.";
  if (bench.session.experiment.racers.size() >= most_racers) return "A race has at most 32 racers.";
  return "";
}

// What is changed and where it begins, and below it what that reaches. True when chosen.
bool escape_button(Ui& ui, const Workbench& bench, const Escape& e, std::size_t index) {
  const std::string_view refused = refusal(bench);
  const bool enabled = refused.empty();
  const ImFont* small = ui.fonts.small;
  const float width = ImGui::GetContentRegionAvail().x, inset = px(ui, 10);
  const std::string from = e.begins == Begins::start ? " From its start." : " From where it ended.";
  const std::string says = in_lines(small, e.says + from, width - 2 * inset);
  const ImVec2 text = small->CalcTextSizeA(small->FontSize, width, width - 2 * inset, says.data(),
                                           says.data() + says.size());
  const float height = text.y + px(ui, 24 + 18);
  const Press press = press_area(ui, std::to_string(index), {width, height}, {.enabled = enabled});
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled(press.min, press.max, mixed(ui.theme.raised, ui.theme.panel, 0.35f),
                     px(ui, 6));
  draw_hover_ground(ui, press, 6);
  draw_focus_ring(ui, press, 6);
  const ImU32 ink = enabled ? ui.theme.text : ui.theme.muted;
  list.AddText(small, small->FontSize, {press.min.x + inset, press.min.y + px(ui, 6)}, ink,
               says.data(), says.data() + says.size(), width - 2 * inset);
  const VerdictWord verdict = shown_verdict(bench, e.reached.judgement);
  const float line = press.min.y + text.y + px(ui, 11);
  draw_pill(ui, list, {press.min.x + inset - px(ui, 2), line}, verdict.kind, verdict.word);
  const std::string gain = gain_text(e);
  put_text(list, ui.fonts.small_bold,
           {press.max.x - inset - text_width(ui.fonts.small_bold, gain),
            line_top(ui.fonts.small_bold, line, px(ui, 24))},
           ink, gain);
  tooltip(ui, press, enabled ? escape_tip(e) : std::string(refused));
  return press.clicked;
}

// Why there is no list, or nothing.
std::string instead_of_escapes(const Workbench& bench, const Standing& s) {
  const Diagnosis& d = bench.diagnosis;
  if (!knows_map(bench)) return "Lift the fog to see what would help.";
  if (bench.playing || s.judgement.verdict == Verdict::descending)
    return "It is on its way. What would help is known once it has come to its end.";
  if (d.search && fate(d.search->parent().judgement.verdict) == Fate::good)
    return "It does not stay here: left alone it gets to the lowest valley.";
  if (d.searched && d.escapes.empty())
    return "None of the " + std::to_string(d.search->edits()) + " edits that were tried helps.";
  return "";
}

// Until all is known: a list that grew would move under the pointer.
void progress(Ui& ui, const Diagnosis& d) {
  wake_after(ui, 0);
  const std::size_t tried = d.search ? d.search->tried() : 0;
  words(ui,
        "Trying edits: " + std::to_string(tried) +
            (d.search ? " of " + std::to_string(d.search->edits()) : "") + " ...",
        true);
}

void escapes(Ui& ui, Workbench& bench, const Standing& s) {
  Diagnosis& d = bench.diagnosis;
  if (knows_map(bench) && fate(s.judgement.verdict) == Fate::good) return;
  ImGui::Dummy({1, px(ui, 2)});
  separator(ui);
  section_title(ui, "What would have helped");
  if (const std::string why = instead_of_escapes(bench, s); !why.empty()) return words(ui, why);
  // Rivals have the whole budget, so that the parent is taken at its end, wherever the playhead is.
  if (d.search)
    words(ui,
          "Each raced to the end of the budget, and compared with this racer's own end: " +
              std::string(word(d.search->parent().judgement)) + ", loss " +
              short_number(rounded(d.search->parent().answer.loss, 3)) + ".",
          true);
  if (!d.searched) return progress(ui, d);
  const Scope scope(ui, "escape");
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, px(ui, 6)});
  std::optional<Escape> chosen;
  for (std::size_t i = 0; i < d.escapes.size(); ++i)
    if (escape_button(ui, bench, d.escapes[i], i)) chosen = d.escapes[i];
  ImGui::PopStyleVar();
  if (!chosen) return;
  add_rival(bench, s.racer, *chosen);
  ImGui::CloseCurrentPopup();
}

void body(Ui& ui, Workbench& bench, const Standing& s) {
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, px(ui, 6)});
  head(ui, bench, s);
  words(ui, s.judgement.walker_says);
  if (knows_map(bench) && !s.judgement.map_says.empty()) words(ui, s.judgement.map_says);
  ImGui::Dummy({1, px(ui, 2)});
  evidence_table(ui, s.judgement.evidence, knows_map(bench));
  escapes(ui, bench, s);
  ImGui::PopStyleVar();
}

// Beside the chip, on the side that has room, within the window.
ImVec2 place_of_card(const Ui& ui, const Diagnosis& d, float width, float most) {
  const ImVec2 window = ImGui::GetIO().DisplaySize;
  const float air = px(ui, 10), height = std::min(d.height, most);
  const bool left = d.chip.min.x - air - width > air;
  const float x = left ? d.chip.min.x - air - width : d.chip.max.x + air;
  const float low = px(ui, layout::menu) + air, high = window.y - height - air;
  return {std::clamp(x, air, std::max(air, window.x - width - air)),
          std::clamp(d.chip.min.y - px(ui, 48), low, std::max(low, high))};
}

}  // namespace

void verdict_card(Ui& ui, Workbench& bench) {
  Diagnosis& d = bench.diagnosis;
  if (!d.open) return;
  if (d.opening) open_popup(ui, "verdict");
  if (!d.opening && !ImGui::IsPopupOpen(full_path(ui, "verdict").c_str())) return d.open.reset();
  d.opening = false;
  const float width = px(ui, card_width);
  const float most = ImGui::GetIO().DisplaySize.y - px(ui, layout::menu + 20);
  ImGui::SetNextWindowPos(place_of_card(ui, d, width, most), ImGuiCond_Always);
  ImGui::SetNextWindowSizeConstraints({width, 0}, {width, std::max(most, px(ui, 120))});
  Popup card(ui, "verdict", {padding, padding - 4});
  const Standing* s = standing_of(d);
  if (!card || s == nullptr) return;
  body(ui, bench, *s);
  const float height = ImGui::GetWindowSize().y;
  // It grows a frame after what it holds, and its place follows its height.
  const bool grows = ImGui::GetCursorPosY() > height && height < most - 1;
  if (height != d.height || grows) wake_after(ui, 0);
  d.height = height;
}

}  // namespace fogline::gui
