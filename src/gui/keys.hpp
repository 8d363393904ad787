// SPDX-License-Identifier: MIT
// The one table of keys: bindings, menus and the overlay of F1 all read it.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "gui/ui.hpp"

namespace fogline::gui {

enum class Action {
  play_pause,
  step,
  step_back,
  slow_step,
  home,
  end,
  replay,
  new_seed,
  random_start,
  lesson_forward,
  lesson_back,
  view_3d,
  view_2d,
  view_split,
  view_panes,
  reset_view,
  contours,
  fog,
  inspector,
  critical_points,
  gradient_field,
  streamlines,
  basins,
  height_profile,
  orbit_left,
  orbit_right,
  orbit_up,
  orbit_down,
  previous_racer,
  next_racer,
  add_racer,
  duplicate_racer,
  remove_racer,
  nudge_left,
  nudge_right,
  nudge_up,
  nudge_down,
  nudge_left_fine,
  nudge_right_fine,
  nudge_up_fine,
  nudge_down_fine,
  new_session,
  open,
  save,
  save_as,
  copy_session,
  paste_session,
  picture,
  undo,
  redo,
  full_screen,
  focus_next,
  fold_left,
  fold_right,
  bigger,
  smaller,
  toggle_theme,
  presenter,
  spotlight,
  blank_screen,
  guess,
  calm_motion,
  glossary,
  keys,
};

// `key` is a named key ("Space", "Left", "F11") or the character printed on it, letters small.
struct Binding {
  std::string_view key;
  bool ctrl = false, shift = false, alt = false;
};

struct KeyEntry {
  Action action{};
  std::string_view name;   // for the registry and scripts
  std::string_view label;  // in menus and the overlay
  std::string_view group;
  std::span<const Binding> bindings;  // the first is shown in menus; may be empty
  bool repeats = false;               // acts again while held
};

// Every action once, groups together.
std::span<const KeyEntry> key_table();
const KeyEntry& key_entry(Action action);

// A key press as the window reports it. `key` is a named key; or, for letters, the character that
// the keyboard's layout prints on it; or a digit for the digit row, whatever the layout prints
// there. `typed` marks a character that was typed instead of a key: symbols such as "?" and "["
// arrive so (they may need Shift or AltGr), and with Ctrl as printed on the key.
struct KeyEvent {
  std::string key;
  bool ctrl = false, shift = false, alt = false;
  bool typed = false;
  bool repeated = false;
  bool released = false;  // let go: what acts while held ends
};

// Nothing for a key that is let go.
// Shift counts for named keys, letters and digits, not for symbols: it may be needed to type them.
std::optional<Action> action_for(const KeyEvent& event);

// The same, but nothing while text is typed or a popup is open, and the plain keys that a focused
// widget understands (arrows, Space, Enter, Esc) stay with it.
std::optional<Action> action_for(const Ui& ui, const KeyEvent& event);

// What acts while this key is held and ends as it is let go, whatever else is held.
std::optional<Action> action_ended_by(const KeyEvent& event);

// "Ctrl+Shift+S", "Alt+←", "?"; empty for an action without key.
std::string text_of(const Binding& binding);
std::string shortcut_text(Action action);
// "To the start (Home)", for tooltips.
std::string tip_of(Action action);

}  // namespace fogline::gui
