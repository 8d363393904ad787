// SPDX-License-Identifier: MIT
// Cells as rectangles, the limit of stability over them, and what the pointer does.
#include <algorithm>
#include <cmath>

#include "gui/axis.hpp"
#include "gui/compat.hpp"
#include "gui/mark.hpp"
#include "gui/number.hpp"
#include "gui/panels/hypermap.hpp"
#include "gui/press.hpp"
#include "gui/text.hpp"

namespace fogline::gui {
namespace {

constexpr float left_margin = 48;  // for the numbers of the y axis

// Where cells stand on the screen: the first column's middle is half a cell from the left edge.
struct Plate {
  ImVec2 min, max;
  std::size_t nx = 1, ny = 1;

  float edge_x(std::size_t i) const {
    return std::round(min.x + (max.x - min.x) * static_cast<float>(i) / static_cast<float>(nx));
  }
  float edge_y(std::size_t j) const {
    return std::round(max.y - (max.y - min.y) * static_cast<float>(j) / static_cast<float>(ny));
  }
  // Of a place given in shares from the middle of the first cells to that of the last.
  ImVec2 at(double across, double up) const {
    const auto n = static_cast<double>(nx), m = static_cast<double>(ny);
    return {min.x + static_cast<float>((0.5 + across * (n - 1)) / n) * (max.x - min.x),
            max.y - static_cast<float>((0.5 + up * (m - 1)) / m) * (max.y - min.y)};
  }
  std::size_t cell_at(ImVec2 p) const {
    const float u = (p.x - min.x) / (max.x - min.x), v = (max.y - p.y) / (max.y - min.y);
    const auto index = [](float share, std::size_t n) {
      return static_cast<std::size_t>(
          std::clamp(share * static_cast<float>(n), 0.f, static_cast<float>(n) - 1));
    };
    return index(v, ny) * nx + index(u, nx);
  }
};

Axis as_axis(const MapAxis& a) {
  return {.scale = a.log() ? AxisScale::log : AxisScale::linear,
          .low = a.range.min,
          .high = a.range.max};
}

// Runs of one colour are one rectangle.
void draw_cells(ImDrawList& list, const Plate& plate, const scene::SweepPicture& picture,
                scene::SweepColour meaning) {
  const std::vector<std::uint32_t> colours = scene::colours(picture, meaning);
  for (std::size_t j = 0; j < plate.ny; ++j) {
    const std::uint32_t* row = &colours[j * plate.nx];
    for (std::size_t i = 0, end = 0; i < plate.nx; i = end) {
      while (end < plate.nx && row[end] == row[i]) ++end;
      if (row[i] == scene::SweepPicture::nothing) continue;
      list.AddRectFilled({plate.edge_x(i), plate.edge_y(j + 1)},
                         {plate.edge_x(end), plate.edge_y(j)}, rgb(row[i]));
    }
  }
}

std::vector<AxisTick> ticks_of(const MapAxis& a, int wanted) {
  if (a.choices.empty())
    return a.kind == Kind::integer && !a.log() ? whole_ticks(a.range.min, a.range.max, wanted)
                                               : axis_ticks(as_axis(a), wanted);
  std::vector<AxisTick> ticks;
  for (std::size_t i = 0; i < a.choices.size(); ++i)
    ticks.push_back({static_cast<double>(i), a.choices[i]});
  return ticks;
}

void draw_axes(const Ui& ui, ImDrawList& list, const Plate& plate, const MapAxes& axes) {
  const ImFont* font = ui.fonts.small;
  const ImU32 line = faded(ui.theme.muted, 0.7f);
  const float tick = px(ui, 5);
  for (const AxisTick& t : ticks_of(axes.x, 6)) {
    const float x = std::round(plate.at(axis_fraction(as_axis(axes.x), t.value), 0).x);
    list.AddLine({x, plate.max.y}, {x, plate.max.y + tick}, line, px(ui, 1));
    const float half = 0.5f * text_width(font, t.label);
    put_text(list, font,
             {std::clamp(x - half, plate.min.x - px(ui, 20), plate.max.x - 2 * half + px(ui, 8)),
              plate.max.y + px(ui, 6)},
             ui.theme.muted, t.label);
  }
  for (const AxisTick& t : ticks_of(axes.y, 6)) {
    const float y = std::round(plate.at(0, axis_fraction(as_axis(axes.y), t.value)).y);
    list.AddLine({plate.min.x - tick, y}, {plate.min.x, y}, line, px(ui, 1));
    const std::string label = elided(font, t.label, px(ui, left_margin - 8));
    put_text(list, font, {plate.min.x - px(ui, 8) - text_width(font, label), line_top(font, y, 0)},
             ui.theme.muted, label);
  }
}

void draw_line(const Ui& ui, ImDrawList& list, const Plate& plate, const StabilityLine& line) {
  for (const auto& [width, ink] : {std::pair{5.f, path_casing}, std::pair{2.f, racer_colours[0]}})
    for (const auto& [a, b] : line.pieces)
      list.AddLine(plate.at(a.x, a.y), plate.at(b.x, b.y), ink, px(ui, width));
}

// Where the racer stands on the map, or at the edge nearest to its values.
void draw_own_values(const Ui& ui, ImDrawList& list, const Plate& plate, const MapAxes& axes,
                     int mark) {
  const auto share = [](const MapAxis& a) {
    const double f = axis_fraction(as_axis(a), a.value);
    return std::isnan(f) ? 0.0 : std::clamp(f, 0.0, 1.0);
  };
  const ImVec2 at = plate.at(share(axes.x), share(axes.y));
  draw_start_ring(ui, list, at, racer_colour(mark));
  list.AddCircleFilled(at, px(ui, 2.5f), racer_colour(mark), 16);
}

void draw_pointed(const Ui& ui, ImDrawList& list, const Plate& plate, std::size_t cell) {
  const std::size_t i = cell % plate.nx, j = cell / plate.nx;
  const float out = px(ui, 2);
  list.AddRect({plate.edge_x(i) - out, plate.edge_y(j + 1) - out},
               {plate.edge_x(i + 1) + out, plate.edge_y(j) + out}, path_casing, 0, 0, px(ui, 3));
  list.AddRect({plate.edge_x(i) - out, plate.edge_y(j + 1) - out},
               {plate.edge_x(i + 1) + out, plate.edge_y(j) + out}, racer_colours[0], 0, 0,
               px(ui, 1));
}

// The racer follows the pointer while the button is held; Esc gives it back what it had.
void take_under_pointer(Workbench& bench, const Press& press, std::size_t cell) {
  Hypermap& map = *bench.hypermap;
  Racer& racer = bench.session.experiment.racers[bench.selected];
  if (press.began) map.before = racer;
  if (!map.before) return;
  if (press.held && key_pressed(ImGuiKey_Escape)) {
    racer = *map.before;
    map.before.reset();
  } else if (press.held) {
    take_values(bench, cell);
  } else {
    if (!(racer == *map.before)) notify(bench.notices, NoticeKind::done, taken_sentence(bench));
    map.before.reset();
  }
}

}  // namespace

void hypermap_plot(Ui& ui, Workbench& bench, const MapAxes& axes, ImVec2 size) {
  const auto picture = shown_hypermap(bench);
  if (!picture || size.x < px(ui, left_margin + 40) || size.y < px(ui, 40)) return;
  const ImVec2 corner = ImGui::GetCursorScreenPos();
  const float margin = px(ui, left_margin);
  ImGui::SetCursorScreenPos({corner.x + margin, corner.y});
  const Press press = press_area(ui, "map", {size.x - margin, size.y}, {.focusable = false});
  const SweepSetting& s = picture->sweep->setting();
  const Plate plate{press.min, press.max, s.nx, s.ny};
  Hypermap& map = *bench.hypermap;
  map.cell.reset();
  if (press.hovered || press.held) map.cell = plate.cell_at(ImGui::GetIO().MousePos);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled(plate.min, plate.max, curve_plate);
  draw_cells(list, plate, *picture, map.colour);
  draw_axes(ui, list, plate, axes);
  list.PushClipRect(plate.min, plate.max, true);
  if (map.line) draw_line(ui, list, plate, *map.line);
  list.PopClipRect();
  if (map.cell) draw_pointed(ui, list, plate, *map.cell);
  const Racer& racer = bench.session.experiment.racers[bench.selected];
  draw_own_values(ui, list, plate, axes, racer.mark);
  std::string all;
  for (const std::string& part : hypermap_reading(bench, full_number))
    all += (all.empty() ? "" : "\n") + part;
  tooltip(ui, press, all);
  if (map.cell || map.before) take_under_pointer(bench, press, map.cell.value_or(0));
}

}  // namespace fogline::gui
