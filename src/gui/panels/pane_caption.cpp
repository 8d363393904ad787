// SPDX-License-Identifier: MIT
// Whose pane it is: mark, name and the word that stands for it; and how many panes found no room.
#include "gui/mark.hpp"
#include "gui/panels/overlay.hpp"
#include "gui/panels/verdict_pill.hpp"
#include "gui/text.hpp"

namespace fogline::gui {
namespace {

constexpr float margin = 10;

void put_name(const Ui& ui, ImDrawList& list, const Racer& racer, bool selected, ImVec2 at,
              float room) {
  const ImFont* font = selected ? ui.fonts.small_bold : ui.fonts.small;
  const std::string name = elided(font, printable(racer.name), room - px(ui, 44));
  const float height = px(ui, 26);
  list.AddRectFilled({at.x - px(ui, 4), at.y - px(ui, 2)},
                     {at.x + px(ui, 36) + text_width(font, name), at.y + height},
                     faded(ui.theme.view, 0.8f), px(ui, 6));
  draw_table_mark(ui, list, {at.x + px(ui, 11), at.y + 0.5f * height - px(ui, 1)}, racer.mark);
  put_text(list, font, {at.x + px(ui, 28), line_top(font, at.y - px(ui, 1), height)}, ui.theme.text,
           name);
}

}  // namespace

void draw_pane_caption(Ui& ui, ImDrawList& list, const Workbench& bench, const Pane& pane,
                       const std::vector<Standing>& standings) {
  const auto& racers = bench.session.experiment.racers;
  if (!pane.racer || *pane.racer >= racers.size()) return;
  const ImVec2 at{pane.rect.min.x + px(ui, margin), pane.rect.min.y + px(ui, margin)};
  put_name(ui, list, racers[*pane.racer], *pane.racer == bench.selected, at,
           pane.rect.width() - px(ui, 2 * margin));
  for (const Standing& s : standings)
    if (s.racer == *pane.racer) {
      const VerdictWord verdict = shown_verdict(bench, s.judgement);
      draw_pill(ui, list, {at.x - px(ui, 4), at.y + px(ui, 30)}, verdict.kind, verdict.word);
    }
  ui.registry.note({.path = "panes/" + std::to_string(*pane.racer),
                    .min = pane.rect.min,
                    .max = pane.rect.max,
                    .visible = true});
}

void draw_pane_count(const Ui& ui, ImDrawList& list, const Workbench& bench, const Rect& rect,
                     std::size_t shown) {
  std::size_t all = 0;
  for (const Racer& racer : bench.session.experiment.racers) all += racer.visible ? 1 : 0;
  if (bench.session.view.layout != Layout::panes || shown >= all) return;
  const std::string text = std::to_string(shown) + " of " + std::to_string(all) +
                           " racers have room here; [ and ] go to the others";
  const ImFont* font = ui.fonts.small;
  const ImVec2 at{rect.min.x + px(ui, 16), rect.max.y - px(ui, 26)};
  list.AddRectFilled({at.x - px(ui, 8), at.y - px(ui, 4)},
                     {at.x + text_width(font, text) + px(ui, 8), at.y + px(ui, 20)},
                     faded(ui.theme.view, 0.85f), px(ui, 6));
  put_text(list, font, at, ui.theme.text, text);
}

}  // namespace fogline::gui
