// SPDX-License-Identifier: MIT
// A line for each valley and each other end, with its share of the starts.
#include <algorithm>
#include <cmath>

#include "gui/mark.hpp"
#include "gui/number.hpp"
#include "gui/panels/basins.hpp"
#include "gui/panels/knowledge.hpp"
#include "gui/panels/legend_words.hpp"
#include "gui/text.hpp"
#include "scene/basin_colours.hpp"

namespace fogline::gui {
namespace {

constexpr std::size_t most_valleys = 6;
constexpr float line_height = 20, swatch = 12, narrowest = 190;  // pixels at scale 1

struct Line {
  std::optional<ImU32> colour;  // of its swatch
  bool global = false;
  std::string name, share;
};

ImU32 opaque(std::uint32_t c) { return IM_COL32(c >> 16 & 255, c >> 8 & 255, c & 255, 255); }

std::string place_of(const Valley& v) {
  const auto rounded = [](double x) { return short_number(std::round(1000 * x) / 1000); };
  return v.connected ? "ring or line" : "at " + rounded(v.x.x) + ", " + rounded(v.x.y);
}

// Of the coarser picture while the finer one has too little to count.
const scene::BasinPicture& counted(const scene::BasinPicture& p) { return p.under ? *p.under : p; }

std::vector<Line> lines_of(const scene::BasinPicture& picture) {
  const scene::BasinPicture& p = counted(picture);
  std::size_t all = 0;
  for (const Valley& v : p.known.valleys) all += v.pixels;
  for (const Basins::Other& o : p.known.others) all += o.pixels;
  std::vector<Line> lines;
  std::size_t rest = 0, more = 0;
  for (std::size_t i = 0; i < p.known.valleys.size(); ++i) {
    const Valley& v = p.known.valleys[i];
    if (i >= most_valleys && p.known.valleys.size() > most_valleys + 1) {
      rest += v.pixels;
      ++more;
      continue;
    }
    lines.push_back({opaque(scene::valley_colour(p.hue[i], 0.1)),
                     v.verdict == Verdict::global_minimum, place_of(v), percent(v.pixels, all)});
  }
  if (more > 0)
    lines.push_back({{}, false, std::to_string(more) + " other valleys", percent(rest, all)});
  for (const Basins::Other& o : p.known.others)
    lines.push_back({opaque(scene::verdict_colour(o.verdict)), false, end_name(o.verdict),
                     percent(o.pixels, all)});
  return lines;
}

std::string state_of(const Workbench& bench, const scene::BasinPicture* picture) {
  if (picture == nullptr) return "walking\u2026";
  if (basins_known(bench) || (picture->complete() && bench.basins.work->done()))
    return "darker: more steps";
  const double share = picture->complete() ? 0 : picture->share();
  return "refining " + std::to_string(static_cast<int>(100 * share)) + " %";
}

std::string steps_of(const Workbench& bench, const BasinSetting& s) {
  const bool capped = bench.session.experiment.budget.amount > s.steps;
  return std::string("Where starts end, ") + (capped ? "first " : "") + std::to_string(s.steps) +
         " steps";
}

}  // namespace

void draw_basin_legend(Ui& ui, ImDrawList& list, const Workbench& bench, const Rect& rect) {
  const auto setting = wanted_basins(bench);
  if (!setting || rect.width() < px(ui, 300)) return;
  const auto picture = shown_basins(bench);
  std::vector<Line> lines = picture ? lines_of(*picture) : std::vector<Line>{};
  const ImFont* font = ui.fonts.small;
  const float step = px(ui, line_height);
  const auto room =
      static_cast<std::size_t>(std::max(0.f, (rect.height() - px(ui, 60)) / step - 3));
  if (lines.size() > room) lines.resize(room);
  const std::string title = printable(bench.session.experiment.racers[bench.selected].name),
                    steps = steps_of(bench, *setting), state = state_of(bench, picture.get());
  float width = std::max({px(ui, narrowest), text_width(font, steps), text_width(font, state)});
  for (const Line& l : lines)
    width = std::max(width, px(ui, 52) + text_width(font, l.name) + text_width(font, l.share));
  width = std::min(width, rect.width() - px(ui, 60));
  const float height = step * static_cast<float>(lines.size() + 3) + px(ui, 16);
  const ImVec2 max{rect.max.x - px(ui, 16), rect.max.y - px(ui, 16)};
  const Rect plate{{max.x - width - px(ui, 24), max.y - height}, max};
  list.AddRectFilled(plate.min, plate.max, faded(ui.theme.view, 0.88f), px(ui, 6));
  const float left = plate.min.x + px(ui, 12), right = plate.max.x - px(ui, 12);
  const float names = left + px(ui, std::ranges::any_of(lines, &Line::global) ? 36 : 20);
  float y = plate.min.y + px(ui, 8);
  const auto put = [&](ImU32 colour, const std::string& text) {
    put_text(list, font, {left, line_top(font, y, step)}, colour, elided(font, text, width));
    y += step;
  };
  put(ui.theme.text, title);
  put(ui.theme.muted, steps);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const Line& l = lines[i];
    const float middle = y + 0.5f * step, s = 0.5f * px(ui, swatch);
    const Rect chip{{left, middle - s}, {left + 2 * s, middle + s}};
    if (l.colour) list.AddRectFilled(chip.min, chip.max, *l.colour, px(ui, 2));
    if (l.colour) list.AddRect(chip.min, chip.max, ui.theme.line, px(ui, 2));
    if (l.global) draw_diamond(ui, list, {left + px(ui, 24), middle}, ui.theme.text);
    const float share = right - text_width(font, l.share);
    put_text(list, font, {names, line_top(font, y, step)}, ui.theme.text,
             elided(font, l.name, share - px(ui, 8) - names));
    put_text(list, font, {share, line_top(font, y, step)}, ui.theme.text, l.share);
    ui.registry.note({.path = "legend/basins/" + std::to_string(i),
                      .min = {plate.min.x, y},
                      .max = {plate.max.x, y + step},
                      .visible = true});
    y += step;
  }
  put(ui.theme.muted, state);
  const bool refining = state != "darker: more steps";
  ui.registry.note({.path = refining ? "legend/basins/refining" : "legend/basins/complete",
                    .min = plate.min,
                    .max = plate.max,
                    .visible = true});
}

}  // namespace fogline::gui
