// SPDX-License-Identifier: MIT
// What a value's widget reports, so that one gesture becomes one undo step.
#pragma once

namespace fogline::gui {

// A gesture begins once, changes the value any number of times, and either ends or is cancelled
// (Esc while dragging; the value is then back as it was, and `changed` is set too). A typed value,
// a key press and a reset are a whole gesture in one frame.
struct Edit {
  bool changed = false, began = false, ended = false, cancelled = false;
};

inline constexpr Edit whole_edit{.changed = true, .began = true, .ended = true};

}  // namespace fogline::gui
