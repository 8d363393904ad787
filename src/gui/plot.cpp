// SPDX-License-Identifier: MIT
// Draws the plot and finds what is hovered.
#include "gui/plot.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include "gui/compat.hpp"
#include "gui/decimate.hpp"
#include "gui/mark.hpp"
#include "gui/number.hpp"
#include "gui/press.hpp"
#include "gui/text.hpp"

namespace fogline::gui {

namespace {

constexpr std::size_t chunk = 8000;  // points of one polyline: ImGui counts its corners in 16 bits
constexpr ImU32 plate_ink = dark_theme.text, plate_muted = dark_theme.muted;
constexpr ImU32 plate_line = rgb(0xFFFFFF, 20);
constexpr float curve_width = 2;
constexpr double zoom_rate = 0.1, narrowest = 1e-6;

double x_of(const Series& series, std::size_t index) {
  return series.x.empty() ? static_cast<double>(index) : series.x[index];
}

std::size_t length_of(const Series& series) {
  return series.x.empty() ? series.y.size() : std::min(series.x.size(), series.y.size());
}

// How many points lie at or before the playhead.
std::size_t shown_points(const Series& series, double common) {
  const double playhead = series.playhead.value_or(common);
  const std::size_t length = length_of(series);
  if (!(playhead >= 0)) return 0;
  if (series.x.empty())
    return playhead >= static_cast<double>(length) ? length
                                                   : static_cast<std::size_t>(playhead) + 1;
  const auto end = series.x.begin() + static_cast<std::ptrdiff_t>(length);
  return static_cast<std::size_t>(std::upper_bound(series.x.begin(), end, playhead) -
                                  series.x.begin());
}

struct Frame {
  Ui& ui;
  const PlotSpec& spec;
  ImDrawList& list;
  ImVec2 min, max;  // of the area between the axes
  Axis y{};
  double x_low = 0, x_high = 1;  // what is seen of the x axis

  float screen_x(double x) const {
    const double part = std::clamp((x - x_low) / (x_high - x_low), -1e3, 1e3);
    return min.x + static_cast<float>(part * (max.x - min.x));
  }
  // Infinities end one area's height outside, so that a diverging curve leaves the plot steeply.
  float screen_y(double value) const {
    const double part = std::clamp(axis_fraction(y, value), -1., 2.);
    return max.y - static_cast<float>(part * (max.y - min.y));
  }
};

Axis y_axis(const PlotSpec& spec) {
  if (spec.y_axis) return *spec.y_axis;
  std::vector<double> values;
  for (const Series& series : spec.series)
    values.insert(values.end(), series.y.begin(), series.y.end());
  return fitted_axis(values, spec.scale.value_or(natural_scale(values)));
}

void draw_title(const Frame& frame, const Press& press) {
  const ImFont* font = frame.ui.fonts.small;
  const ImVec2 at{press.min.x + px(frame.ui, 10), press.min.y + px(frame.ui, 4)};
  put_text(frame.list, font, at, plate_muted, elided(font, frame.spec.title, frame.max.x - at.x));
}

// The part of an axis between two fractions of it.
Axis part_of(const Axis& axis, double low, double high) {
  Axis part = axis;
  part.low = axis_value(axis, low);
  part.high = axis_value(axis, high);
  return part.low < part.high ? part : axis;
}

void draw_y_ticks(const Frame& frame) {
  const ImFont* font = frame.ui.fonts.small;
  const int wanted = static_cast<int>((frame.max.y - frame.min.y) / px(frame.ui, 36));
  for (const AxisTick& tick : axis_ticks(frame.y, std::max(wanted, 2))) {
    const float y = std::round(frame.screen_y(tick.value));
    frame.list.AddRectFilled({frame.min.x, y}, {frame.max.x, y + 1}, plate_line);
    put_text(
        frame.list, font,
        {frame.min.x - px(frame.ui, 8) - text_width(font, tick.label), y - font_height(font) / 2},
        plate_muted, tick.label);
  }
}

void draw_x_ticks(const Frame& frame) {
  const Ui& ui = frame.ui;
  const ImFont* font = ui.fonts.small;
  const float unit_left = frame.max.x - text_width(font, frame.spec.x_unit);
  const float top = frame.max.y + px(ui, 4);
  put_text(frame.list, font, {unit_left, top}, plate_muted, frame.spec.x_unit);
  const int wanted = static_cast<int>((frame.max.x - frame.min.x) / px(ui, 64));
  for (const AxisTick& tick : whole_ticks(frame.x_low, frame.x_high, std::max(wanted, 2))) {
    const float width = text_width(font, tick.label);
    const float x = std::max(frame.screen_x(tick.value) - width / 2, frame.min.x);
    if (x + width > unit_left - px(ui, 8)) break;
    put_text(frame.list, font, {x, top}, plate_muted, tick.label);
  }
}

void draw_run(const Frame& frame, const std::vector<ImVec2>& points, ImU32 colour) {
  for (std::size_t from = 0; from + 1 < points.size(); from += chunk - 1) {
    const std::size_t count = std::min(chunk, points.size() - from);
    frame.list.AddPolyline(points.data() + from, static_cast<int>(count), colour, 0,
                           px(frame.ui, curve_width));
  }
  if (points.size() == 1) frame.list.AddCircleFilled(points[0], px(frame.ui, 1), colour);
}

// Of the first `shown` points those that are seen, with a neighbour at each side.
struct Seen {
  std::size_t first = 0, end = 0;
};
Seen seen_points(const Frame& frame, const Series& series, std::size_t shown) {
  Seen seen{0, shown};
  while (seen.first + 1 < shown && x_of(series, seen.first + 1) < frame.x_low) ++seen.first;
  while (seen.end > seen.first + 2 && x_of(series, seen.end - 2) > frame.x_high) --seen.end;
  return seen;
}

void draw_curve(const Frame& frame, const Series& series) {
  const std::size_t shown = shown_points(series, frame.spec.playhead);
  const Seen seen = seen_points(frame, series, shown);
  const ImU32 colour = faded(racer_colour(series.mark), series.opacity);
  std::vector<float> columns;
  std::vector<double> heights;
  for (std::size_t i = seen.first; i < seen.end; ++i) {
    columns.push_back(frame.screen_x(x_of(series, i)));
    heights.push_back(axis_fraction(frame.y, series.y[i]));
  }
  std::vector<ImVec2> run;
  for (std::size_t i : kept_points(columns, heights)) {
    if (!std::isnan(heights[i])) {
      run.push_back({columns[i], frame.screen_y(series.y[seen.first + i])});
      continue;
    }
    draw_run(frame, run, colour);
    run.clear();
  }
  draw_run(frame, run, colour);
  if (!run.empty() && seen.end == shown)
    draw_mark(frame.list, run.back(), px(frame.ui, 4), series.mark, series.opacity);
}

// Where it lies on the axes.
void draw_level(const Frame& frame, const PlotLevel& level) {
  const double part = axis_fraction(frame.y, level.y);
  if (!(part >= 0 && part <= 1)) return;
  const float y = std::round(frame.screen_y(level.y));
  const ImFont* font = frame.ui.fonts.small;
  frame.list.AddRectFilled({frame.min.x, y}, {frame.max.x, y + px(frame.ui, 1)},
                           faded(plate_ink, 0.7f));
  const bool below = y - font_height(font) < frame.min.y;
  put_text(frame.list, font,
           {frame.max.x - text_width(font, level.label), below ? y : y - font_height(font)},
           plate_muted, level.label);
}

// The point of this curve nearest to the pointer's x.
std::size_t nearest_index(const Frame& frame, const Series& series, std::size_t shown, float x) {
  std::size_t low = 0, high = shown - 1;
  while (low < high) {
    const std::size_t middle = low + (high - low) / 2;
    if (frame.screen_x(x_of(series, middle)) < x)
      low = middle + 1;
    else
      high = middle;
  }
  if (low == 0) return 0;
  const float after = frame.screen_x(x_of(series, low)) - x;
  const float before = x - frame.screen_x(x_of(series, low - 1));
  return before < after ? low - 1 : low;
}

std::optional<PlotHover> find_hover(const Frame& frame, ImVec2 pointer) {
  std::optional<PlotHover> found;
  float nearest = 0;
  for (std::size_t s = 0; s < frame.spec.series.size(); ++s) {
    const Series& series = frame.spec.series[s];
    const std::size_t shown = shown_points(series, frame.spec.playhead);
    if (shown == 0) continue;
    const std::size_t i = nearest_index(frame, series, shown, pointer.x);
    const double along = x_of(series, i);
    if (std::isnan(axis_fraction(frame.y, series.y[i])) || along < frame.x_low ||
        along > frame.x_high)
      continue;
    const float dx = frame.screen_x(x_of(series, i)) - pointer.x;
    const float dy = std::clamp(frame.screen_y(series.y[i]), frame.min.y, frame.max.y) - pointer.y;
    const float distance = dx * dx + dy * dy;
    if (found && distance >= nearest) continue;
    nearest = distance;
    found = PlotHover{s, i, x_of(series, i), series.y[i]};
  }
  return found;
}

void draw_crosshair(const Frame& frame, const PlotHover& hover) {
  const Ui& ui = frame.ui;
  const Series& series = frame.spec.series[hover.series];
  const ImVec2 point{frame.screen_x(hover.x),
                     std::clamp(frame.screen_y(hover.y), frame.min.y, frame.max.y)};
  const float x = std::round(point.x);
  frame.list.AddRectFilled({x, frame.min.y}, {x + 1, frame.max.y}, faded(plate_ink, 0.35f));
  frame.list.AddCircleFilled(point, px(ui, 6), path_casing, 24);
  draw_mark(frame.list, point, px(ui, 4), series.mark);
  const ImFont* font = ui.fonts.small;
  const std::string text = short_number(hover.x) + ":  " + short_number(hover.y);
  const float width = text_width(font, text) + px(ui, 12), height = px(ui, 22);
  const bool left = point.x + px(ui, 10) + width > frame.max.x;
  const ImVec2 corner{left ? point.x - px(ui, 10) - width : point.x + px(ui, 10),
                      std::clamp(point.y - height - px(ui, 4), frame.min.y, frame.max.y - height)};
  frame.list.AddRectFilled(corner, {corner.x + width, corner.y + height}, rgb(0x0B0F14, 230),
                           px(ui, 5));
  put_text(frame.list, font, {corner.x + px(ui, 6), line_top(font, corner.y, height)}, plate_ink,
           text);
}

void draw_empty(const Ui& ui, const Press& press, std::string_view text) {
  const ImFont* font = ui.fonts.small;
  const float x = (press.min.x + press.max.x - text_width(font, text)) / 2;
  put_text(*ImGui::GetWindowDrawList(), font,
           {x, line_top(font, press.min.y, press.max.y - press.min.y)}, plate_muted, text);
}

float widest_label(const Ui& ui, const Axis& axis) {
  float widest = 0;
  for (const AxisTick& tick : axis_ticks(axis, 4))
    widest = std::max(widest, text_width(ui.fonts.small, tick.label));
  return widest;
}

// Wheel and drag on the area between the axes.
void move_zoom(const Frame& frame, const Press& press) {
  PlotZoom* zoom = frame.spec.zoom;
  if (zoom == nullptr) return;
  const ImGuiIO& io = ImGui::GetIO();
  const double width = frame.max.x - frame.min.x, height = frame.max.y - frame.min.y;
  const double x = std::clamp((io.MousePos.x - frame.min.x) / width, 0., 1.),
               y = std::clamp((frame.max.y - io.MousePos.y) / height, 0., 1.);
  if (press.hovered && io.MouseWheel != 0)
    *zoom = zoomed(*zoom, x, y, std::exp(-zoom_rate * std::clamp(io.MouseWheel, -5.f, 5.f)));
  if (press.held) *zoom = panned(*zoom, -io.MouseDelta.x / width, io.MouseDelta.y / height);
}

void see(Frame& frame) {
  const PlotZoom zoom = frame.spec.zoom != nullptr ? *frame.spec.zoom : PlotZoom{};
  const double whole = frame.spec.x_high > 0 ? frame.spec.x_high : 1;
  frame.x_low = zoom.x_low * whole;
  frame.x_high = zoom.x_high * whole;
  if (zoom.y_low > 0 || zoom.y_high < 1) frame.y = part_of(frame.y, zoom.y_low, zoom.y_high);
}

// The point marked from outside, if the playhead has reached it.
std::optional<PlotHover> pointed(const Frame& frame) {
  const auto& point = frame.spec.pointed;
  if (!point || point->series >= frame.spec.series.size()) return std::nullopt;
  const Series& series = frame.spec.series[point->series];
  if (point->index >= shown_points(series, frame.spec.playhead)) return std::nullopt;
  const double x = x_of(series, point->index), y = series.y[point->index];
  if (std::isnan(axis_fraction(frame.y, y)) || x < frame.x_low || x > frame.x_high)
    return std::nullopt;
  return PlotHover{point->series, point->index, x, y};
}

// `width` around the same point, kept in 0..1.
void keep_inside(double& low, double& high) {
  const double width = std::min(high - low, 1.);
  low = std::clamp(low, 0., 1 - width);
  high = low + width;
}

}  // namespace

PlotZoom zoomed(const PlotZoom& z, double x, double y, double factor) {
  const auto narrowed = [factor](double& low, double& high, double at) {
    const double width = high - low, now = std::clamp(width * factor, narrowest, 1.);
    low += at * (width - now);
    high = low + now;
    keep_inside(low, high);
  };
  PlotZoom zoom = z;
  narrowed(zoom.x_low, zoom.x_high, x);
  narrowed(zoom.y_low, zoom.y_high, y);
  return zoom;
}

PlotZoom panned(const PlotZoom& z, double x, double y) {
  PlotZoom zoom = z;
  const double dx = x * (z.x_high - z.x_low), dy = y * (z.y_high - z.y_low);
  zoom.x_low += dx;
  zoom.x_high += dx;
  zoom.y_low += dy;
  zoom.y_high += dy;
  keep_inside(zoom.x_low, zoom.x_high);
  keep_inside(zoom.y_low, zoom.y_high);
  return zoom;
}

std::optional<PlotHover> plot(Ui& ui, std::string_view name, const PlotSpec& spec) {
  const Press press = press_area(ui, name, spec.size, {.focusable = false});
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled(press.min, press.max, curve_plate, px(ui, 6));
  Frame frame{.ui = ui, .spec = spec, .list = list, .min = press.min, .max = press.max};
  frame.y = y_axis(spec);
  see(frame);
  frame.min.x += px(ui, 18) + std::max(widest_label(ui, frame.y), px(ui, 16));
  frame.min.y += px(ui, spec.title.empty() ? 14 : 28);
  frame.max.x -= px(ui, 12);
  frame.max.y -= px(ui, 26);
  if (frame.max.x - frame.min.x < 8 || frame.max.y - frame.min.y < 8) return std::nullopt;
  const bool any = std::ranges::any_of(
      spec.series, [&](const Series& s) { return shown_points(s, spec.playhead) > 0; });
  if (!any) {
    draw_empty(ui, press, spec.empty);
    return std::nullopt;
  }
  move_zoom(frame, press);
  draw_title(frame, press);
  draw_y_ticks(frame);
  draw_x_ticks(frame);
  if (spec.level) draw_level(frame, *spec.level);
  const float air = px(ui, 6);
  list.PushClipRect({frame.min.x - air, frame.min.y - air}, {frame.max.x + air, frame.max.y + air},
                    true);
  for (const Series& series : spec.series) draw_curve(frame, series);
  list.PopClipRect();
  if (const auto point = pointed(frame); point && !press.hovered) draw_crosshair(frame, *point);
  if (!press.hovered || press.held) return std::nullopt;
  const auto hover = find_hover(frame, ImGui::GetIO().MousePos);
  if (hover) draw_crosshair(frame, *hover);
  return hover;
}

}  // namespace fogline::gui
