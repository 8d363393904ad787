// SPDX-License-Identifier: MIT
// What the map's colours mean: a line for each verdict with its share, or a bar of tones with
// numbers; and how much of it is known.
#include <algorithm>
#include <cmath>

#include "gui/axis.hpp"
#include "gui/controls.hpp"
#include "gui/number.hpp"
#include "gui/panels/hypermap.hpp"
#include "gui/panels/legend_words.hpp"
#include "gui/panels/verdict_pill.hpp"
#include "gui/text.hpp"

namespace fogline::gui {
namespace {

constexpr float line_height = 22, swatch = 14;

struct Column {
  Ui& ui;
  ImDrawList& list;
  Rect rect;
  float y;

  float step() const { return px(ui, line_height); }
  void note(const std::string& name) {
    ui.registry.note({.path = full_path(ui, "legend/" + name),
                      .min = {rect.min.x, y},
                      .max = {rect.max.x, y + step()},
                      .visible = true});
  }
  void put(ImU32 ink, const std::string& text) {
    put_text(list, ui.fonts.small, {rect.min.x, line_top(ui.fonts.small, y, step())}, ink,
             elided(ui.fonts.small, text, rect.width()));
    y += step();
  }
  // As many lines as the text needs.
  void wrap(ImU32 ink, const std::string& text) {
    std::string line;
    for (std::size_t from = 0; from < text.size();) {
      const std::size_t space = std::min(text.find(' ', from), text.size());
      const std::string word = text.substr(from, space - from);
      const std::string longer = line.empty() ? word : line + ' ' + word;
      if (!line.empty() && text_width(ui.fonts.small, longer) > rect.width()) {
        put(ink, line);
        line = word;
      } else {
        line = longer;
      }
      from = space + 1;
    }
    if (!line.empty()) put(ink, line);
  }
  void chip(std::uint32_t colour) {
    const float middle = y + 0.5f * step(), half = 0.5f * px(ui, swatch);
    const ImVec2 low{rect.min.x, middle - half}, high{rect.min.x + 2 * half, middle + half};
    list.AddRectFilled(low, high, rgb(colour), px(ui, 2));
    list.AddRect(low, high, ui.theme.line, px(ui, 2));
  }
};

void verdict_lines(Column& c, const scene::SweepPicture& picture) {
  const auto counts = scene::verdict_counts(picture);
  std::vector<std::size_t> present;
  for (std::size_t v = 0; v < counts.size(); ++v)
    if (counts[v] > 0) present.push_back(v);
  std::stable_sort(present.begin(), present.end(),
                   [&](std::size_t a, std::size_t b) { return counts[a] > counts[b]; });
  for (const std::size_t v : present) {
    const auto verdict = static_cast<Verdict>(v);
    c.note(std::string(id(verdict)));
    c.chip(scene::sweep_verdict_colour(verdict));
    draw_sign(c.ui, c.list, {c.rect.min.x + px(c.ui, 20), c.y + px(c.ui, 2)}, kind_of(verdict));
    const std::string share = percent(counts[v], picture.cells_done);
    const float wide = text_width(c.ui.fonts.small, share), left = px(c.ui, 44);
    put_text(c.list, c.ui.fonts.small,
             {c.rect.max.x - wide, line_top(c.ui.fonts.small, c.y, c.step())}, c.ui.theme.text,
             share);
    put_text(
        c.list, c.ui.fonts.small, {c.rect.min.x + left, line_top(c.ui.fonts.small, c.y, c.step())},
        c.ui.theme.text,
        elided(c.ui.fonts.small, end_name(verdict), c.rect.width() - left - wide - px(c.ui, 6)));
    c.y += c.step();
  }
}

void tone_bar(Column& c, const scene::SweepPicture& picture, scene::SweepColour meaning) {
  const scene::ToneScale scale = scene::tones(picture, meaning);
  c.note("tones");
  if (scale.known()) {
    constexpr int bands = 64;
    const float width = px(c.ui, 14), height = px(c.ui, 150), top = c.y + px(c.ui, 6);
    for (int i = 0; i < bands; ++i)
      c.list.AddRectFilled(
          {c.rect.min.x, top + height * static_cast<float>(bands - 1 - i) / bands},
          {c.rect.min.x + width, top + height * static_cast<float>(bands - i) / bands},
          rgb(scene::sweep_tone((i + 0.5) / bands)));
    for (const double share : {0.0, 0.5, 1.0}) {
      const float y = top + height * static_cast<float>(1 - share);
      put_text(c.list, c.ui.fonts.small,
               {c.rect.min.x + width + px(c.ui, 8), line_top(c.ui.fonts.small, y, 0)},
               c.ui.theme.text, short_number(rounded(scale.at(share), 2)));
    }
    c.y = top + height + px(c.ui, 12);
  }
  c.chip(scene::toneless_colour);
  put_text(c.list, c.ui.fonts.small,
           {c.rect.min.x + px(c.ui, 22), line_top(c.ui.fonts.small, c.y, c.step())},
           c.ui.theme.text,
           meaning == scene::SweepColour::loss          ? "diverged"
           : picture.sweep->setting().starts.size() > 1 ? "fewer than half finish"
                                                        : "does not finish");
  c.y += c.step();
}

std::string title_of(const scene::SweepPicture& picture, scene::SweepColour meaning) {
  if (meaning == scene::SweepColour::verdict)
    return picture.sweep->setting().starts.size() > 1 ? "Where most walks end" : "Where it ends";
  if (meaning == scene::SweepColour::cost) return "Cost to the finish line, log";
  return picture.sweep->survey().lowest ? "Loss above the best known, log"
                                        : "Loss above the lowest here, log";
}

void line_words(Column& c, const StabilityLine& line, bool one_start) {
  c.y += px(c.ui, 10);
  c.note("stability");
  if (!line.why_none.empty()) return c.wrap(c.ui.theme.muted, line.why_none);
  c.chip(scene::sweep_verdict_colour(Verdict::budget_spent));  // a ground on which it is seen
  const float middle = c.y + 0.5f * c.step();
  const ImVec2 from{c.rect.min.x, middle}, to{c.rect.min.x + px(c.ui, swatch), middle};
  c.list.AddLine(from, to, path_casing, px(c.ui, 5));
  c.list.AddLine(from, to, racer_colours[0], px(c.ui, 2));
  put_text(c.list, c.ui.fonts.small,
           {c.rect.min.x + px(c.ui, 22), line_top(c.ui.fonts.small, c.y, c.step())},
           c.ui.theme.text, "limit of stability");
  c.y += c.step();
  const auto number = [](double v) { return short_number(std::round(1000 * v) / 1000); };
  c.wrap(c.ui.theme.muted,
         "at " + number(line.place.x) + ", " + number(line.place.y) +
             (one_start ? ", the minimum downhill of the start" : ", the best known minimum"));
}

}  // namespace

float hypermap_legend(Ui& ui, const Workbench& bench, const Rect& rect) {
  const auto picture = shown_hypermap(bench);
  if (!picture) return rect.min.y;
  const Hypermap& map = *bench.hypermap;
  Column c{ui, *ImGui::GetWindowDrawList(), rect, rect.min.y};
  c.put(ui.theme.text, title_of(*picture, map.colour));
  const SweepSetting& s = picture->sweep->setting();
  const bool capped = bench.session.experiment.budget.amount > s.steps;
  c.put(ui.theme.muted, (capped ? "first " : "") + std::to_string(s.steps) + " steps");
  c.y += px(ui, 4);
  if (map.colour == scene::SweepColour::verdict)
    verdict_lines(c, *picture);
  else
    tone_bar(c, *picture, map.colour);
  if (map.line) line_words(c, *map.line, s.starts.size() == 1);
  c.note(picture->complete() ? "complete" : "refining");
  if (!picture->complete())
    c.put(ui.theme.muted,
          "refining " + std::to_string(static_cast<int>(100 * picture->share())) + " %");
  return c.y;
}

}  // namespace fogline::gui
