// SPDX-License-Identifier: MIT
// Sliders for real and whole numbers: dragged, moved by arrow keys, or typed into.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "fogline/core/param.hpp"
#include "gui/edit.hpp"
#include "gui/ui.hpp"

namespace fogline::gui {

// A mark on the track, for a limit worth knowing.
struct Tick {
  double value = 0;
  std::string label;
  std::string goes_with{};  // what taking it changes besides: ", with momentum 0.2"
};

// Why a value is refused, or nothing if it is valid.
using Check = std::function<std::optional<std::string>(double)>;

struct SliderSpec {
  Range range;          // what the track offers; typed values may lie outside
  double fallback = 0;  // "Reset to default"
  std::string_view help{};
  Check check{};  // empty: every finite number is valid
  std::optional<Tick> tick{};
  std::optional<Tick> best{};  // a value worth taking: its label, below its mark, takes it
  bool tick_line = false;      // keep the line of labels while there is none
};

// Label and number above, track below; noted as <name>, <name>/value and, while typing,
// <name>/entry, and <name>/best. Ctrl+click, Enter, or a click on the number opens the entry. A
// value that `check` refuses never reaches `value`.
Edit slider(Ui& ui, std::string_view name, std::string_view label, double& value,
            const SliderSpec& spec);

// The same for whole numbers; others are refused.
Edit slider(Ui& ui, std::string_view name, std::string_view label, int& value,
            const SliderSpec& spec);

}  // namespace fogline::gui
