// SPDX-License-Identifier: MIT
// Verdicts at the walkers themselves.
#include <algorithm>

#include "gui/controls.hpp"
#include "gui/icon.hpp"
#include "gui/panels/knowledge.hpp"
#include "gui/panels/lesson.hpp"
#include "gui/panels/over_terrain.hpp"
#include "gui/panels/verdict_pill.hpp"
#include "gui/panels/walkers.hpp"
#include "gui/press.hpp"

namespace fogline::gui {
namespace {

constexpr float air = 12, sign = 18, tall = 24;  // pixels: from the mark, of a sign, of a pill

const Standing* standing_of(const Workbench& bench, std::size_t racer) {
  const auto& all = bench.diagnosis.standings;
  const auto found =
      std::find_if(all.begin(), all.end(), [&](const Standing& s) { return s.racer == racer; });
  return found == all.end() ? nullptr : &*found;
}

bool in_a_word(const Workbench& bench, std::size_t racer) {
  return racer == bench.selected || bench.classroom.presenting;
}

// As far as may be known.
bool is_on_its_way(const Workbench& bench, const Standing& s) {
  return knows_map(bench) ? s.judgement.verdict == Verdict::descending
                          : s.judgement.feeling == Feeling::moving;
}

void draw_chip(const Ui& ui, ImDrawList& list, const Workbench& bench, const Chip& chip) {
  const Standing* s = standing_of(bench, chip.racer);
  if (s == nullptr) return;
  const VerdictWord verdict = shown_verdict(bench, s->judgement);
  if (chip.rect.width() > chip.rect.height())  // a word
    draw_pill(ui, list, chip.rect.min, verdict.kind, verdict.word);
  else
    draw_sign(ui, list, chip.rect.min, verdict.kind);
}

void press_chip(Ui& ui, Workbench& bench, const Pane& pane, const Chip& chip) {
  const Standing* s = standing_of(bench, chip.racer);
  const std::string id = "chip" + std::to_string(pane.index) + "/" + std::to_string(chip.racer);
  const OverTerrain over(id.c_str(), chip.rect);
  const Scope scope(ui, pane.index == 0 ? "chip" : "chip" + std::to_string(pane.index));
  const Press press = press_area(ui, std::to_string(chip.racer),
                                 {chip.rect.width(), chip.rect.height()}, {.focusable = false});
  if (s != nullptr) tooltip(ui, press, shown_evidence(bench, s->judgement));
  if (press.clicked) open_card(bench, chip.racer, chip.rect);
}

}  // namespace

std::vector<Chip> walker_chips(const Ui& ui, const Workbench& bench, const Pane& pane,
                               const scene::Ground& ground) {
  std::vector<Chip> all;
  // A pane's caption says it; a lesson that hides standings hides what they say.
  if (pane.racer || is_hidden(bench, Control::standings)) return all;
  for (const WalkerPlace& w : walker_places(ui, bench, pane, ground)) {
    const Standing* s = standing_of(bench, w.racer);
    if (s == nullptr || is_on_its_way(bench, *s) || !pane.rect.contains(w.at)) continue;
    const bool word = in_a_word(bench, w.racer) && !w.crowded;
    const ImVec2 size{word ? pill_width(ui, shown_verdict(bench, s->judgement).word) : px(ui, sign),
                      px(ui, word ? tall : sign)};
    // To the right of the mark, or, at the picture's edge, to its left.
    const bool room = w.mark.x + px(ui, air) + size.x <= pane.rect.max.x;
    const ImVec2 at{room ? w.mark.x + px(ui, air) : w.mark.x - px(ui, air) - size.x,
                    w.mark.y - 0.5f * size.y};
    all.push_back({w.racer, {at, {at.x + size.x, at.y + size.y}}});
  }
  return all;
}

void draw_chips(const Ui& ui, ImDrawList& list, const Workbench& bench, const Pane& pane,
                const scene::Ground& ground) {
  for (const Chip& chip : walker_chips(ui, bench, pane, ground)) draw_chip(ui, list, bench, chip);
}

void press_chips(Ui& ui, Workbench& bench, const std::vector<Pane>& panes) {
  if (bench.touch.gesture != Gesture::none) return;
  const scene::Ground& ground = bench.picture.ground(bench.session, bench.race);
  for (const Pane& pane : panes)
    for (const Chip& chip : walker_chips(ui, bench, pane, ground))
      press_chip(ui, bench, pane, chip);
}

}  // namespace fogline::gui
