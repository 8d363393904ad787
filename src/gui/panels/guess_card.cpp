// SPDX-License-Identifier: MIT
// The card of guess mode and the flags on the terrain.
#include <algorithm>
#include <string>

#include "gui/button.hpp"
#include "gui/controls.hpp"
#include "gui/mark.hpp"
#include "gui/number.hpp"
#include "gui/panels/guess.hpp"
#include "gui/panels/knowledge.hpp"
#include "gui/panels/panel.hpp"
#include "gui/press.hpp"
#include "gui/text.hpp"

namespace fogline::gui {
namespace {

constexpr float pole = 30, pennant_height = 18, column = 46, name_width = 132, line = 30;

void put(const Ui& ui, ImVec2 corner, ImU32 ink, std::string_view text, bool bold = false) {
  put_text(*ImGui::GetWindowDrawList(), bold ? ui.fonts.small_bold : ui.fonts.small, corner, ink,
           text);
}

// Whose turn it is: a row of letters, those with a flag for the selected racer checked.
void turns(Ui& ui, Workbench& bench) {
  int& guesser = bench.classroom.guessing.guesser;
  std::string names[guessers], labels[guessers];
  std::vector<Segment> segments;
  for (int i = 0; i < guessers; ++i) {
    names[i] = std::string(1, letter(i));
    const bool placed = flag_of(bench, i, bench.selected) != nullptr;
    labels[i] = names[i] + (placed ? "\u2022" : "");
    segments.push_back({names[i], labels[i], true, "Whose flag the next click places"});
  }
  segmented(ui, "turn", segments, guesser);
}

// Which racer is guessed about: its mark, pressed down while it is the one.
void subjects(Ui& ui, Workbench& bench) {
  const Scope scope(ui, "racer");
  const auto& racers = bench.session.experiment.racers;
  for (std::size_t i = 0; i < std::min<std::size_t>(racers.size(), 10); ++i) {
    if (i > 0) ImGui::SameLine(0, px(ui, 2));
    const Press press = press_area(ui, std::to_string(i), {px(ui, 30), px(ui, 30)});
    ImDrawList& list = *ImGui::GetWindowDrawList();
    if (i == bench.selected)
      list.AddRectFilled(press.min, press.max, faded(ui.theme.text, 0.16f), px(ui, 6));
    draw_hover_ground(ui, press, 6);
    draw_focus_ring(ui, press, 6);
    draw_table_mark(ui, list,
                    {0.5f * (press.min.x + press.max.x), 0.5f * (press.min.y + press.max.y)},
                    racers[i].mark);
    tooltip(ui, press, racers[i].name);
    if (press.clicked) bench.selected = i;
  }
}

void before_the_run(Ui& ui, Workbench& bench) {
  const auto& racers = bench.session.experiment.racers;
  if (racers.empty()) return ImGui::TextWrapped("Add a racer first: nobody runs yet.");
  subjects(ui, bench);
  turns(ui, bench);
  const char who = letter(bench.classroom.guessing.guesser);
  paragraph(ui.fonts.small, ui.theme.text,
            std::string("Click the terrain where ") + who + " thinks " +
                printable(racers[bench.selected].name) + " will end.");
}

void heading(const Ui& ui) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  for (int g = 0; g < guessers; ++g)
    put(ui, {at.x + px(ui, name_width + column * static_cast<float>(g) + 16), at.y}, ui.theme.muted,
        std::string(1, letter(g)), true);
  ImGui::Dummy({1, px(ui, 20)});
}

// One racer: everybody's distance, the nearest bold and underlined.
void distances(Ui& ui, const Workbench& bench, std::size_t racer) {
  const Racer& r = bench.session.experiment.racers[racer];
  const ImVec2 at = ImGui::GetCursorScreenPos();
  ImDrawList& list = *ImGui::GetWindowDrawList();
  draw_table_mark(ui, list, {at.x + px(ui, 11), at.y + px(ui, 0.5f * line)}, r.mark);
  const float top = line_top(ui.fonts.small, at.y, px(ui, line));
  put(ui, {at.x + px(ui, 28), top}, ui.theme.text,
      elided(ui.fonts.small, printable(r.name), px(ui, name_width - 34)));
  const auto best = closest(bench, racer);
  for (int g = 0; g < guessers; ++g) {
    const Flag* flag = flag_of(bench, g, racer);
    const auto distance = flag != nullptr ? distance_to_end(bench, *flag) : std::nullopt;
    const std::string text = distance ? short_number(rounded(*distance, 2)) : "\u2013";
    const ImFont* font = best == g ? ui.fonts.small_bold : ui.fonts.small;
    const float right = at.x + px(ui, name_width + column * static_cast<float>(g + 1) - 10);
    const float left = right - text_width(font, text);
    put(ui, {left, top}, distance ? ui.theme.text : ui.theme.muted, text, best == g);
    if (best == g)
      list.AddRectFilled({left, at.y + px(ui, line - 4)}, {right, at.y + px(ui, line - 2)},
                         ui.theme.text);
  }
  ImGui::Dummy({1, px(ui, line)});
  ui.registry.note({.path = full_path(ui, "distances/" + std::to_string(racer)),
                    .min = at,
                    .max = {at.x + px(ui, name_width + column * guessers), at.y + px(ui, line)},
                    .visible = true});
}

void after_the_run(Ui& ui, const Workbench& bench) {
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, 0});
  heading(ui);
  for (std::size_t i = 0; i < bench.session.experiment.racers.size(); ++i)
    if (closest(bench, i)) distances(ui, bench, i);
  ImGui::PopStyleVar();
  const FontScope font(ui.fonts.small);
  ImGui::TextUnformatted("Distances on the map; the nearest is underlined.");
}

void buttons(Ui& ui, Workbench& bench) {
  Guessing& guessing = bench.classroom.guessing;
  if (guessing.scored) {
    if (button(ui, "again", "Guess again", {.primary = true})) {
      toggle_guessing(bench);
      toggle_guessing(bench);
    }
  } else if (button(ui, "run", bench.playing ? "Pause" : "Run",
                    {.primary = true, .enabled = !guessing.flags.empty()})) {
    play(bench, !bench.playing);
  }
  ImGui::SameLine(0, px(ui, 8));
  if (button(ui, "close", "Stop guessing")) toggle_guessing(bench);
}

float card_height(const Ui& ui, const Workbench& bench) {
  if (!bench.classroom.guessing.scored) return px(ui, takes_flags(bench) ? 212 : 96);
  std::size_t rows = 0;
  for (std::size_t i = 0; i < bench.session.experiment.racers.size(); ++i)
    rows += closest(bench, i).has_value();
  return px(ui, 140 + line * static_cast<float>(rows));
}

void draw_flag(const Ui& ui, ImDrawList& list, ImVec2 foot, const Flag& flag, int mark) {
  const ImVec2 top{foot.x, foot.y - px(ui, pole)}, middle = pennant_of(ui, foot);
  const float half = px(ui, 0.5f * pennant_height);
  list.AddLine(foot, top, path_casing, px(ui, 5));
  list.AddRectFilled({top.x - px(ui, 2), middle.y - half - px(ui, 1.5f)},
                     {middle.x + half + px(ui, 2), middle.y + half + px(ui, 1.5f)}, path_casing);
  list.AddLine(foot, top, racer_colour(mark), px(ui, 2));
  list.AddRectFilled({top.x, middle.y - half}, {middle.x + half, middle.y + half},
                     racer_colour(mark));
  const std::string text(1, letter(flag.guesser));
  const ImFont* font = ui.fonts.small_bold;
  put_text(list, font,
           {middle.x - 0.5f * text_width(font, text), line_top(font, middle.y - half, 2 * half)},
           rgb(0x0B0F14), text);
}

}  // namespace

ImVec2 pennant_of(const Ui& ui, ImVec2 foot) {
  return {foot.x + px(ui, 0.5f * pennant_height), foot.y - px(ui, pole - 0.5f * pennant_height)};
}

void draw_flags(Ui& ui, ImDrawList& list, const Workbench& bench, const Pane& pane,
                const scene::Ground& ground) {
  const Guessing& guessing = bench.classroom.guessing;
  if (!guessing.on) return;
  const auto& racers = bench.session.experiment.racers;
  for (const Flag& flag : guessing.flags) {
    ImVec2 foot, end;
    const bool shown = flag.racer < std::min(racers.size(), bench.race.size()) &&
                       pane.shows(flag.racer) &&
                       on_screen(pane, ground.evaluator(), ground.relief(), flag.at, foot);
    if (!shown) continue;
    const std::uint32_t last = bench.race.step_at(flag.racer, end_of_race(bench));
    if (guessing.scored && on_screen(pane, ground.evaluator(), ground.relief(),
                                     bench.race[flag.racer].at(last).x, end)) {
      list.AddLine(foot, end, path_casing, px(ui, 4));
      list.AddLine(foot, end, faded(racer_colours[0], 0.8f), px(ui, 1.5f));
    }
    draw_flag(ui, list, foot, flag, racers[flag.racer].mark);
    const ImVec2 at = pennant_of(ui, foot);
    const float r = px(ui, 0.5f * pennant_height);
    if (pane.index == 0 || pane.racer)
      ui.registry.note(
          {.path = std::string("flag/") + letter(flag.guesser) + std::to_string(flag.racer),
           .min = {at.x - r, at.y - r},
           .max = {at.x + r, at.y + r},
           .visible = pane.rect.contains(at)});
  }
}

void guess_card(Ui& ui, Workbench& bench, const Rect& terrain) {
  const Guessing& guessing = bench.classroom.guessing;
  if (!guessing.on) return;
  const float width = guessing.scored ? name_width + column * guessers + 32 : 312;
  const ImVec2 corner{terrain.min.x + px(ui, 12), terrain.min.y + px(ui, 12)};
  const Rect rect{corner,
                  {std::min(corner.x + px(ui, width), terrain.max.x),
                   std::min(corner.y + card_height(ui, bench), terrain.max.y)}};
  const Panel panel(ui, "guess card", rect, ui.theme.panel, {16, 12});
  const Scope scope(ui, "guess");
  section_title(ui, guessing.scored ? "How far off" : "Where will they end?");
  if (guessing.scored)
    after_the_run(ui, bench);
  else if (takes_flags(bench))
    before_the_run(ui, bench);
  buttons(ui, bench);
}

}  // namespace fogline::gui
