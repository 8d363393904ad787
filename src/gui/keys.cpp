// SPDX-License-Identifier: MIT
// The table of keys and the look-up of an action by a key press.
#include "gui/keys.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <cctype>

namespace fogline::gui {

namespace {

using enum Action;

constexpr Binding k_play[]{{"Space"}}, k_step[]{{"Right"}}, k_step_back[]{{"Left"}};
constexpr Binding k_slow_step[]{{"Right", false, true}}, k_inspector[]{{"i"}};
constexpr Binding k_home[]{{"Home"}}, k_end[]{{"End"}}, k_replay[]{{"r"}};
constexpr Binding k_new_seed[]{{"r", false, true}}, k_random_start[]{{"n"}};
constexpr Binding k_forward[]{{"PageDown"}}, k_back[]{{"PageUp"}};
constexpr Binding k_3d[]{{"1"}}, k_2d[]{{"2"}}, k_split[]{{"3"}}, k_panes[]{{"4"}};
constexpr Binding k_reset_view[]{{"0"}}, k_contours[]{{"c"}}, k_fog[]{{"f"}};
constexpr Binding k_critical[]{{"m"}}, k_gradient[]{{"g"}}, k_profile[]{{"h"}}, k_basins[]{{"b"}};
constexpr Binding k_orbit_left[]{{"Left", true}}, k_orbit_right[]{{"Right", true}};
constexpr Binding k_orbit_up[]{{"Up", true}}, k_orbit_down[]{{"Down", true}};
constexpr Binding k_previous[]{{"["}}, k_next[]{{"]"}}, k_add[]{{"a"}}, k_duplicate[]{{"d"}};
constexpr Binding k_remove[]{{"Delete"}};
constexpr Binding k_nudge_left[]{{"Left", false, false, true}};
constexpr Binding k_nudge_right[]{{"Right", false, false, true}};
constexpr Binding k_nudge_up[]{{"Up", false, false, true}};
constexpr Binding k_nudge_down[]{{"Down", false, false, true}};
constexpr Binding k_fine_left[]{{"Left", false, true, true}};
constexpr Binding k_fine_right[]{{"Right", false, true, true}};
constexpr Binding k_fine_up[]{{"Up", false, true, true}};
constexpr Binding k_fine_down[]{{"Down", false, true, true}};
constexpr Binding k_new[]{{"n", true}}, k_open[]{{"o", true}}, k_save[]{{"s", true}};
constexpr Binding k_save_as[]{{"s", true, true}}, k_copy[]{{"c", true}}, k_paste[]{{"v", true}};
constexpr Binding k_picture[]{{"e", true}}, k_undo[]{{"z", true}};
constexpr Binding k_redo[]{{"y", true}, {"z", true, true}};
constexpr Binding k_full_screen[]{{"F11"}}, k_focus[]{{"F6"}};
constexpr Binding k_fold_left[]{{"F7"}}, k_fold_right[]{{"F8"}};
constexpr Binding k_bigger[]{{"+", true}, {"=", true}}, k_smaller[]{{"-", true}};
constexpr Binding k_presenter[]{{"p"}}, k_spotlight[]{{"l"}}, k_blank[]{{"."}}, k_guess[]{{"e"}};
constexpr Binding k_keys[]{{"F1"}, {"?"}};

constexpr std::string_view run = "Run", view = "View", racers = "Racers", file = "File",
                           window = "Window", classroom = "Classroom";
constexpr bool held = true;

constexpr KeyEntry table[]{
    {play_pause, "play_pause", "Play or pause", run, k_play},
    {step, "step", "One step", run, k_step, held},
    {step_back, "step_back", "One step back", run, k_step_back, held},
    {slow_step, "slow_step", "One step in slow parts", run, k_slow_step, held},
    {home, "home", "To the start", run, k_home},
    {end, "end", "To the end", run, k_end},
    {replay, "replay", "Replay", run, k_replay},
    {new_seed, "new_seed", "New seed", run, k_new_seed},
    {random_start, "random_start", "Random start", run, k_random_start},
    {lesson_forward, "lesson_forward", "Lesson: next step", run, k_forward},
    {lesson_back, "lesson_back", "Lesson: step back", run, k_back},
    {view_3d, "view_3d", "3D", view, k_3d},
    {view_2d, "view_2d", "2D", view, k_2d},
    {view_split, "view_split", "Split", view, k_split},
    {view_panes, "view_panes", "Panes", view, k_panes},
    {reset_view, "reset_view", "Reset view", view, k_reset_view},
    {contours, "contours", "Contours", view, k_contours},
    {fog, "fog", "Fog", view, k_fog},
    {inspector, "inspector", "Inspector", view, k_inspector},
    {critical_points, "critical_points", "Critical points", view, k_critical},
    {gradient_field, "gradient_field", "Slope field", view, k_gradient},
    {streamlines, "streamlines", "Streamlines", view, {}},
    {basins, "basins", "Basins", view, k_basins},
    {height_profile, "height_profile", "Height profile", view, k_profile},
    {orbit_left, "orbit_left", "Orbit left", view, k_orbit_left, held},
    {orbit_right, "orbit_right", "Orbit right", view, k_orbit_right, held},
    {orbit_up, "orbit_up", "Orbit up", view, k_orbit_up, held},
    {orbit_down, "orbit_down", "Orbit down", view, k_orbit_down, held},
    {previous_racer, "previous_racer", "Previous racer", racers, k_previous},
    {next_racer, "next_racer", "Next racer", racers, k_next},
    {add_racer, "add_racer", "Add a racer", racers, k_add},
    {duplicate_racer, "duplicate_racer", "Duplicate the racer", racers, k_duplicate},
    {remove_racer, "remove_racer", "Remove the racer", racers, k_remove},
    {nudge_left, "nudge_left", "Start to the left", racers, k_nudge_left, held},
    {nudge_right, "nudge_right", "Start to the right", racers, k_nudge_right, held},
    {nudge_up, "nudge_up", "Start up", racers, k_nudge_up, held},
    {nudge_down, "nudge_down", "Start down", racers, k_nudge_down, held},
    {nudge_left_fine, "nudge_left_fine", "Start a little left", racers, k_fine_left, held},
    {nudge_right_fine, "nudge_right_fine", "Start a little right", racers, k_fine_right, held},
    {nudge_up_fine, "nudge_up_fine", "Start a little up", racers, k_fine_up, held},
    {nudge_down_fine, "nudge_down_fine", "Start a little down", racers, k_fine_down, held},
    {new_session, "new_session", "New", file, k_new},
    {open, "open", "Open\u2026", file, k_open},
    {save, "save", "Save", file, k_save},
    {save_as, "save_as", "Save as\u2026", file, k_save_as},
    {copy_session, "copy_session", "Copy session as text", file, k_copy},
    {paste_session, "paste_session", "Paste session", file, k_paste},
    {picture, "picture", "Export picture\u2026", file, k_picture},
    {undo, "undo", "Undo", file, k_undo, held},
    {redo, "redo", "Redo", file, k_redo, held},
    {full_screen, "full_screen", "Full screen", window, k_full_screen},
    {focus_next, "focus_next", "Terrain or panels", window, k_focus},
    {fold_left, "fold_left", "Left panel", window, k_fold_left},
    {fold_right, "fold_right", "Right panel", window, k_fold_right},
    {bigger, "bigger", "Bigger interface", window, k_bigger, held},
    {smaller, "smaller", "Smaller interface", window, k_smaller, held},
    {toggle_theme, "toggle_theme", "Light theme", window, {}},
    {calm_motion, "calm_motion", "Reduced motion", window, {}},
    {glossary, "glossary", "Glossary", window, {}},
    {keys, "keys", "All keys", window, k_keys},
    {presenter, "presenter", "Presenter mode", classroom, k_presenter},
    {spotlight, "spotlight", "Spotlight, while held", classroom, k_spotlight},
    {blank_screen, "blank_screen", "Blank screen", classroom, k_blank},
    {guess, "guess", "Guess where they end", classroom, k_guess},
};

bool is_letter(char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; }

bool is_symbol(std::string_view key) {
  return key.size() == 1 && std::isalnum(static_cast<unsigned char>(key[0])) == 0;
}

bool fits(const Binding& binding, const KeyEvent& event, std::string_view key) {
  if (binding.key != key || binding.ctrl != event.ctrl) return false;
  if (is_symbol(binding.key)) return event.ctrl || event.typed;
  return !event.typed && binding.shift == event.shift && binding.alt == event.alt;
}

// What a focused widget or a list uses itself.
bool belongs_to_focus(const KeyEvent& event) {
  constexpr std::array names{"Space", "Enter", "Escape", "Tab", "Left", "Right", "Up", "Down"};
  return !event.ctrl && !event.alt &&
         std::ranges::any_of(names, [&](std::string_view name) { return event.key == name; });
}

}  // namespace

std::span<const KeyEntry> key_table() { return table; }

const KeyEntry& key_entry(Action action) {
  const auto* const found = std::ranges::find(table, action, &KeyEntry::action);
  assert(found != std::end(table));
  return *found;
}

std::optional<Action> action_for(const KeyEvent& event) {
  if (event.released) return std::nullopt;
  std::string key = event.key;
  if (key.size() == 1) key[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(key[0])));
  for (const KeyEntry& entry : table)
    for (const Binding& binding : entry.bindings)
      if (fits(binding, event, key) && (entry.repeats || !event.repeated)) return entry.action;
  return std::nullopt;
}

std::optional<Action> action_for(const Ui& ui, const KeyEvent& event) {
  if (keys_are_taken(ui)) return std::nullopt;
  if (ui.focus.id != 0 && belongs_to_focus(event)) return std::nullopt;
  return action_for(event);
}

std::optional<Action> action_ended_by(const KeyEvent& event) {
  if (!event.released) return std::nullopt;
  return action_for({.key = event.key}) == Action::spotlight ? std::optional(Action::spotlight)
                                                             : std::nullopt;
}

std::string text_of(const Binding& binding) {
  std::string text;
  if (binding.ctrl) text += "Ctrl+";
  if (binding.alt) text += "Alt+";
  if (binding.shift) text += "Shift+";
  constexpr std::pair<std::string_view, std::string_view> shown[]{
      {"Left", "\u2190"}, {"Right", "\u2192"}, {"Up", "\u2191"},
      {"Down", "\u2193"}, {"Delete", "Del"},   {"-", "\u2212"}};
  for (const auto& [key, sign] : shown)
    if (key == binding.key) return text.append(sign);
  if (binding.key.size() == 1 && is_letter(binding.key[0]))
    return text + static_cast<char>(std::toupper(static_cast<unsigned char>(binding.key[0])));
  return text.append(binding.key);
}

std::string shortcut_text(Action action) {
  const auto bindings = key_entry(action).bindings;
  return bindings.empty() ? std::string() : text_of(bindings.front());
}

std::string tip_of(Action action) {
  const std::string label(key_entry(action).label), keys = shortcut_text(action);
  return keys.empty() ? label : label + " (" + keys + ")";
}

}  // namespace fogline::gui
