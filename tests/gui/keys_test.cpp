// SPDX-License-Identifier: MIT
// The table of keys: complete, free of clashes, and what it understands.
#include "gui/keys.hpp"

#include <set>
#include <string>

#include "catch.hpp"
#include "gui/key_overlay.hpp"
#include "gui/text.hpp"
#include "harness.hpp"

using namespace fogline::gui;

TEST_CASE("no two actions share a binding") {
  std::set<std::string> seen;
  for (const KeyEntry& entry : key_table())
    for (const Binding& binding : entry.bindings) {
      INFO(entry.label << ": " << text_of(binding));
      CHECK(seen.insert(text_of(binding)).second);
    }
}

TEST_CASE("every action stands in the table once, with names of its own") {
  std::set<std::string_view> names, labels;
  std::set<Action> actions;
  for (const KeyEntry& entry : key_table()) {
    CHECK(actions.insert(entry.action).second);
    CHECK(names.insert(entry.name).second);
    CHECK(labels.insert(entry.label).second);
  }
  CHECK(actions.size() == static_cast<std::size_t>(Action::keys) + 1);
}

TEST_CASE("every binding leads to its action") {
  for (const KeyEntry& entry : key_table())
    for (const Binding& b : entry.bindings) {
      const bool symbol = b.key == "[" || b.key == "]" || b.key == "?" || b.key == ".";
      const KeyEvent event{std::string(b.key), b.ctrl, b.shift, b.alt, symbol};
      INFO(text_of(b));
      CHECK(action_for(event) == entry.action);
    }
}

TEST_CASE("modifiers count") {
  CHECK(action_for({"r"}) == Action::replay);
  CHECK(action_for({"R", false, true}) == Action::new_seed);
  CHECK(action_for({"z", true, true}) == Action::redo);
  CHECK(action_for({"y", true}) == Action::redo);
  CHECK(action_for({"Left", false, true, true}) == Action::nudge_left_fine);
  CHECK(!action_for({"r", false, false, true}));
  CHECK(!action_for({"Tab"}));
}

TEST_CASE("symbols are taken as typed, whatever keys they need") {
  CHECK(action_for({"?", false, true, false, true}) == Action::keys);
  CHECK(action_for({"[", false, false, true, true}) == Action::previous_racer);
  CHECK(action_for({"+", true, true}) == Action::bigger);
  CHECK(!action_for({"["}));
  CHECK(!action_for({"r", false, false, false, true}));
}

TEST_CASE("a held key repeats only where that makes sense") {
  CHECK(action_for({.key = "Right", .repeated = true}) == Action::step);
  CHECK(!action_for({.key = "Space", .repeated = true}));
}

TEST_CASE("shortcuts read as on the keyboard") {
  CHECK(shortcut_text(Action::save_as) == "Ctrl+Shift+S");
  CHECK(shortcut_text(Action::remove_racer) == "Del");
  CHECK(shortcut_text(Action::nudge_left) == "Alt+\u2190");
  CHECK(shortcut_text(Action::toggle_theme).empty());
}

TEST_CASE("a focused widget keeps arrows and Space, a text field keeps all") {
  Ui ui;
  test::Harness harness([](Ui&) {});
  CHECK(action_for(ui, {"Space"}) == Action::play_pause);
  ui.focus.id = 7;
  CHECK(!action_for(ui, {"Space"}));
  CHECK(action_for(ui, {"z", true}) == Action::undo);
  ui.typing.id = 7;
  CHECK(!action_for(ui, {"z", true}));
}

TEST_CASE("the overlay opens and is closed by Esc") {
  bool open = true;
  test::Harness harness([&](Ui& ui) { draw_key_table(ui, open); });
  CHECK(harness.has("keys/overlay/close"));
  harness.press(ImGuiKey_Escape);
  CHECK(!open);
  CHECK(!harness.has("keys/overlay/close"));
}
