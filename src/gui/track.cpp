// SPDX-License-Identifier: MIT
// Draws the track and follows its drag.
#include "gui/track.hpp"

#include <algorithm>
#include <cmath>

#include "gui/compat.hpp"

namespace fogline::gui {

namespace {

constexpr float knob_radius = 8, thickness = 4;

void draw_track(const Ui& ui, const Press& press, double fraction) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const float y = std::round((press.min.y + press.max.y) / 2), half = px(ui, thickness / 2);
  const float x = track_x(ui, press.min.x, press.max.x, fraction);
  list.AddRectFilled({press.min.x, y - half}, {press.max.x, y + half}, ui.theme.line, half);
  list.AddRectFilled({press.min.x, y - half}, {x, y + half}, ui.theme.muted, half);
  const bool hot = press.hovered || press.held;
  list.AddCircleFilled({x, y}, px(ui, knob_radius + (hot ? 1.f : 0.f)), ui.theme.text, 32);
  if (press.focused) list.AddCircle({x, y}, px(ui, knob_radius + 4), ui.theme.text, 32, px(ui, 2));
}

double fraction_under_pointer(const Ui& ui, const Press& press) {
  const float left = track_x(ui, press.min.x, press.max.x, 0);
  const float right = track_x(ui, press.min.x, press.max.x, 1);
  const float part = (ImGui::GetIO().MousePos.x - left) / std::max(right - left, 1.f);
  return std::clamp(static_cast<double>(part), 0., 1.);
}

void follow(Ui& ui, TrackDrag& event, double old_value) {
  Drag& drag = ui.drag;
  const Press& press = event.press;
  if (press.began && !ImGui::GetIO().KeyCtrl) {
    drag = {.id = press.id, .old_value = old_value};
    event.began = true;
  }
  if (drag.id != press.id || drag.dead) return;
  if (press.held && key_pressed(ImGuiKey_Escape)) {
    event.cancelled = drag.dead = true;
  } else if (press.held) {
    event.dragging = true;
    event.fraction = fraction_under_pointer(ui, press);
  } else {
    event.ended = true;
    drag = {};
  }
}

}  // namespace

float track_x(const Ui& ui, float left, float right, double fraction) {
  const float inset = px(ui, knob_radius);
  const auto part = static_cast<float>(std::clamp(fraction, 0., 1.));
  return left + inset + part * std::max(right - left - 2 * inset, 0.f);
}

TrackDrag track(Ui& ui, std::string_view name, float width, double fraction, double old_value) {
  TrackDrag event;
  event.press = press_area(ui, name, {width, px(ui, track_height)});
  follow(ui, event, old_value);
  draw_track(ui, event.press, event.dragging ? event.fraction : fraction);
  return event;
}

}  // namespace fogline::gui
