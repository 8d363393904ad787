// SPDX-License-Identifier: MIT
// Draws a slider and turns drags, keys and typed numbers into edits.
#include "gui/slider.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "gui/compat.hpp"
#include "gui/entry.hpp"
#include "gui/number.hpp"
#include "gui/popup.hpp"
#include "gui/slider_scale.hpp"
#include "gui/text.hpp"
#include "gui/track.hpp"

namespace fogline::gui {

namespace {

constexpr float head_height = 22, entry_width = 112;

struct Slider {
  Ui& ui;
  std::string_view name, label;
  const SliderSpec& spec;
  bool whole = false;
  double value = 0;
  Edit edit{};

  std::string shown() const { return whole ? whole_number(value) : short_number(value); }
  std::string exact() const {
    return whole ? std::to_string(static_cast<long long>(value)) : full_number(value);
  }
};

std::optional<std::string> refusal(const Slider& s, double value) {
  if (!std::isfinite(value)) return "The number must be finite.";
  if (s.whole && value != std::round(value)) return "This must be a whole number.";
  if (s.whole && std::abs(value) > std::numeric_limits<int>::max())
    return "This number is too large.";
  return s.spec.check ? s.spec.check(value) : std::nullopt;
}

// Takes the value over if it is valid; false if not, or if it is the same.
bool assign(Slider& s, double value) {
  if (value == s.value || refusal(s, value)) return false;
  s.value = value;
  return true;
}

double value_there(const Slider& s, double fraction) {
  const double value = value_at(s.spec.range, fraction);
  return s.whole ? std::round(value) : value;
}

void commit_typed(Slider& s) {
  const TypedNumber typed = parse_number(s.ui.typing.text);
  const auto complaint = typed.value ? refusal(s, *typed.value) : typed.complaint;
  if (complaint && !complaint->empty()) {
    // Left by Tab or a press elsewhere, the field closes and the value stays as it was.
    if (enter_pressed()) return complain(s.ui, *complaint);
  } else if (assign(s, *typed.value)) {
    s.edit = whole_edit;
  }
  close_entry(s.ui);
}

void draw_entry(Slider& s, ImVec2 number_right) {
  Ui& ui = s.ui;
  const ImVec2 size{px(ui, entry_width), px(ui, head_height)};
  ImGui::SetCursorScreenPos({number_right.x - size.x, number_right.y});
  const Scope scope(ui, s.name);
  switch (entry_field(ui, "entry", size, ui.fonts.small, 64)) {
    case EntryResult::committed:
      return commit_typed(s);
    case EntryResult::cancelled:
      return close_entry(ui);
    case EntryResult::typing:
      break;
  }
}

// The number at the right; true when it was clicked.
bool draw_number(Slider& s, ImVec2 number_right) {
  Ui& ui = s.ui;
  const std::string text = s.shown();
  const float width = text_width(ui.fonts.small, text) + px(ui, 8), height = px(ui, head_height);
  ImGui::SetCursorScreenPos({number_right.x - width + px(ui, 4), number_right.y});
  const Scope scope(ui, s.name);
  const Press press = press_area(ui, "value", {width, height}, {.focusable = false});
  draw_hover_ground(ui, press, 4);
  put_text(*ImGui::GetWindowDrawList(), ui.fonts.small,
           {press.min.x + px(ui, 4), line_top(ui.fonts.small, press.min.y, height)}, ui.theme.text,
           text);
  tooltip(ui, press, s.exact() + " (click to type)");
  return press.clicked;
}

void draw_label(const Slider& s, ImVec2 position, float width) {
  const ImFont* font = s.ui.fonts.small;
  const float y = line_top(font, position.y, px(s.ui, head_height));
  put_text(*ImGui::GetWindowDrawList(), font, {position.x, y}, s.ui.theme.muted,
           elided(font, s.label, width));
}

float tick_x(const Slider& s, const Press& press, const Tick& tick) {
  return std::round(track_x(s.ui, press.min.x, press.max.x, fraction_of(s.spec.range, tick.value)));
}

void draw_tick(const Slider& s, const Press& press, const Tick& tick, ImU32 ink) {
  const float x = tick_x(s, press, tick), y = std::round((press.min.y + press.max.y) / 2);
  ImGui::GetWindowDrawList()->AddRectFilled({x - px(s.ui, 1), y - px(s.ui, 8)},
                                            {x + px(s.ui, 1), y + px(s.ui, 8)}, ink);
}

// The left edge of a tick's label: below the tick, inside the track.
float label_left(const Slider& s, const Press& press, const Tick& tick) {
  const float width = text_width(s.ui.fonts.small, tick.label);
  return std::clamp(tick_x(s, press, tick) - width / 2, press.min.x,
                    std::max(press.min.x, press.max.x - width));
}

void draw_tick_label(const Slider& s, float left, float top, const Tick& tick) {
  put_text(*ImGui::GetWindowDrawList(), s.ui.fonts.small, {left, top}, s.ui.theme.muted,
           tick.label);
}

// The label takes its value.
void offer_best(Slider& s, float left, float top) {
  Ui& ui = s.ui;
  const Tick& best = *s.spec.best;
  ImGui::SetCursorScreenPos({left, top});
  const Scope scope(ui, s.name);
  const Press label = press_area(ui, "best", {text_width(ui.fonts.small, best.label), px(ui, 16)},
                                 {.focusable = false});
  draw_hover_ground(ui, label, 4);
  draw_tick_label(s, left, top, best);
  tooltip(ui, label, "The fastest at the curvatures here; click to take it" + best.goes_with + ".");
  if (label.clicked && assign(s, best.value)) s.edit = whole_edit;
}

// Two labels stand side by side, the best, which is the smaller, at the left.
void draw_tick_labels(Slider& s, const Press& press) {
  const auto &limit = s.spec.tick, &best = s.spec.best;
  const auto has_label = [](const std::optional<Tick>& t) { return t && !t->label.empty(); };
  const float top = press.max.y - px(s.ui, 2);
  float at = has_label(best) ? label_left(s, press, *best) : 0;
  if (has_label(limit)) {
    float left = label_left(s, press, *limit);
    if (has_label(best)) {
      const float taken = text_width(s.ui.fonts.small, best->label) + px(s.ui, 8);
      const float width = text_width(s.ui.fonts.small, limit->label);
      left = std::min(std::max(left, at + taken), std::max(press.max.x - width, left));
      at = std::min(at, left - taken);
    }
    draw_tick_label(s, left, top, *limit);
  }
  if (has_label(best)) offer_best(s, at, top);
}

void draw_ticks(Slider& s, const Press& press) {
  if (s.spec.tick) draw_tick(s, press, *s.spec.tick, s.ui.theme.stuck.ink);
  if (s.spec.best) draw_tick(s, press, *s.spec.best, s.ui.theme.good.ink);
  draw_tick_labels(s, press);
}

void apply_drag(Slider& s, const TrackDrag& drag) {
  s.edit.began |= drag.began;
  s.edit.ended |= drag.ended;
  if (drag.dragging) s.edit.changed |= assign(s, value_there(s, drag.fraction));
  if (!drag.cancelled) return;
  s.value = s.ui.drag.old_value;
  s.edit.changed = s.edit.cancelled = true;
}

void apply_keys(Slider& s, const Press& press) {
  if (!press.focused || s.ui.typing.id != 0) return;
  const int direction = static_cast<int>(key_pressed(ImGuiKey_RightArrow, true)) -
                        static_cast<int>(key_pressed(ImGuiKey_LeftArrow, true));
  if (direction == 0) return;
  const double step = ImGui::GetIO().KeyShift ? 0.002 : 0.02;
  double wanted = value_there(s, fraction_of(s.spec.range, s.value) + direction * step);
  if (s.whole && wanted == s.value) wanted += direction;
  if (assign(s, wanted)) s.edit = whole_edit;
}

void draw_menu(Slider& s) {
  const Scope scope(s.ui, s.name);
  if (Popup menu(s.ui, "menu"); menu) {
    const float width = px(s.ui, 220);
    const double fallback = s.spec.fallback;
    const std::string hint = s.whole ? whole_number(fallback) : short_number(fallback);
    if (popup_line(s.ui, "reset", "Reset to default", hint, width, s.value != fallback) &&
        assign(s, fallback))
      s.edit = whole_edit;
    if (popup_line(s.ui, "copy", "Copy", s.shown(), width))
      ImGui::SetClipboardText(s.exact().c_str());
  }
}

// Returns the slider's id.
ImGuiID draw_track_row(Slider& s, float width) {
  Ui& ui = s.ui;
  const TrackDrag drag = track(ui, s.name, width, fraction_of(s.spec.range, s.value), s.value);
  apply_drag(s, drag);
  apply_keys(s, drag.press);
  draw_ticks(s, drag.press);
  const bool by_key = drag.press.clicked && drag.press.focused;
  const bool by_mouse = drag.press.began && ImGui::GetIO().KeyCtrl;
  if (by_key || by_mouse) open_entry(ui, drag.press.id, s.exact());
  tooltip(ui, drag.press, s.spec.help);
  if (drag.press.right_clicked) {
    const Scope scope(ui, s.name);
    open_popup(ui, "menu");
  }
  return drag.press.id;
}

Edit draw(Slider& s) {
  Ui& ui = s.ui;
  const float width = std::max(ImGui::GetContentRegionAvail().x, px(ui, 64));
  const ImVec2 corner = ImGui::GetCursorScreenPos();
  const ImVec2 number_right{corner.x + width, corner.y};
  ImGui::BeginGroup();
  ImGui::SetCursorScreenPos({corner.x, corner.y + px(ui, head_height)});
  // The track comes first: its id tells whether the number is being typed.
  const ImGuiID id = draw_track_row(s, width);
  draw_label(s, corner, width - px(ui, is_typing(ui, id) ? entry_width : 72));
  if (is_typing(ui, id))
    draw_entry(s, number_right);
  else if (draw_number(s, number_right))
    open_entry(ui, id, s.exact());
  draw_menu(s);
  const bool labelled = s.spec.tick && !s.spec.tick->label.empty();
  const float below = labelled || s.spec.tick_line ? 14 : 0;
  ImGui::SetCursorScreenPos(corner);
  ImGui::Dummy({width, px(ui, head_height + track_height + below)});
  ImGui::EndGroup();
  return s.edit;
}

}  // namespace

Edit slider(Ui& ui, std::string_view name, std::string_view label, double& value,
            const SliderSpec& spec) {
  Slider s{.ui = ui, .name = name, .label = label, .spec = spec, .value = value};
  const Edit edit = draw(s);
  value = s.value;
  return edit;
}

Edit slider(Ui& ui, std::string_view name, std::string_view label, int& value,
            const SliderSpec& spec) {
  Slider s{.ui = ui, .name = name, .label = label, .spec = spec, .whole = true};
  s.value = value;
  const Edit edit = draw(s);
  value = static_cast<int>(s.value);
  return edit;
}

}  // namespace fogline::gui
