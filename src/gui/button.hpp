// SPDX-License-Identifier: MIT
// Buttons: filled for the one main action, quiet for the rest, signs, toggles and the segmented
// choice.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "gui/icon.hpp"
#include "gui/ui.hpp"

namespace fogline::gui {

struct ButtonOptions {
  std::string_view tip{};
  std::optional<Icon> icon{};  // before the label
  bool primary = false;        // filled with the text colour
  bool flush = false;          // muted, its label at the left edge: for a line like "+ Add a racer"
  bool enabled = true;
  float width = 0;  // pixels; 0: as wide as the label
};

// True in the frame in which it is pressed.
bool button(Ui& ui, std::string_view name, std::string_view label, ButtonOptions options = {});

struct IconButtonOptions {
  std::string_view tip{};
  bool primary = false;
  bool enabled = true;
  bool on = false;  // drawn as switched on
  float size = 28;  // pixels at scale 1
};

// A square button that shows a sign only.
bool icon_button(Ui& ui, std::string_view name, Icon icon, IconButtonOptions options = {});

// A quiet button that stays down while `on`. True when it changed `on`.
bool toggle(Ui& ui, std::string_view name, std::string_view label, bool& on,
            std::string_view tip = {});

struct Segment {
  std::string_view name, label;
  bool enabled = true;
  std::string_view tip{};
};

// One of several, side by side, noted as "<name>/<segment's name>". True when it changed `chosen`.
bool segmented(Ui& ui, std::string_view name, std::span<const Segment> segments, int& chosen);

// Width that `segmented` will take, in pixels.
float segmented_width(const Ui& ui, std::span<const Segment> segments);

}  // namespace fogline::gui
