// SPDX-License-Identifier: MIT
// Buttons, choices, switches, names, notices and the keyboard focus.
#include <string>
#include <vector>

#include "catch.hpp"
#include "gui/button.hpp"
#include "gui/controls.hpp"
#include "gui/menu.hpp"
#include "gui/notice.hpp"
#include "gui/picker.hpp"
#include "gui/track.hpp"
#include "harness.hpp"

using namespace fogline::gui;
using fogline::gui::test::Harness;

namespace {

constexpr Segment views[]{{"3d", "3D"}, {"2d", "2D"}, {"panes", "Panes", false, "Comes later."}};

std::vector<Option> landscapes() {
  return {{"bowl", "Bowl", "Bowls"},        {"ravine", "Ravine", "Bowls"},
          {"trap", "Trap", "Traps"},        {"peaks", "Peaks", "Traps"},
          {"himmel", "Himmelblau", "Many"}, {"ackley", "Ackley", "Many"},
          {"camel", "Camel", "Many"},       {"saddle", "Saddle", "Saddles"},
          {"beale", "Beale", "Flats"},      {"rosen", "Rosenbrock", "Kinks"}};
}

}  // namespace

TEST_CASE("a button is pressed once a click and never while disabled") {
  int presses = 0;
  bool enabled = true;
  Harness harness([&](Ui& ui) {
    presses += button(ui, "play", "Play", {.primary = true, .enabled = enabled});
  });
  harness.click("play");
  CHECK(presses == 1);
  enabled = false;
  harness.frame();
  harness.click("play");
  CHECK(presses == 1);
  CHECK(!harness.ui.registry.find("play")->enabled);
}

TEST_CASE("a segmented choice takes the segment pressed and leaves disabled ones") {
  int chosen = 0, changes = 0;
  Harness harness([&](Ui& ui) { changes += segmented(ui, "view", views, chosen); });
  harness.click("view/2d");
  CHECK(chosen == 1);
  harness.click("view/2d");
  harness.click("view/panes");
  CHECK(chosen == 1);
  CHECK(changes == 1);
}

TEST_CASE("a list is opened, searched and chosen from") {
  int chosen = 0;
  const auto options = landscapes();
  Harness harness([&](Ui& ui) { choice_button(ui, "landscape", options, chosen, 200); });
  harness.click("landscape");
  REQUIRE(harness.has("landscape/list/search"));
  CHECK(keys_are_taken(harness.ui));
  harness.click("landscape/list/peaks");
  CHECK(chosen == 3);
  CHECK(!harness.has("landscape/list/search"));

  harness.click("landscape");
  harness.type("rose");
  CHECK(!harness.has("landscape/list/bowl"));
  harness.press(ImGuiKey_Enter);
  CHECK(chosen == 9);

  harness.click("landscape");
  harness.press(ImGuiKey_Escape);
  CHECK(!harness.has("landscape/list/search"));
  CHECK(chosen == 9);
}

TEST_CASE("arrow keys walk a list") {
  int chosen = 1;
  const auto options = landscapes();
  Harness harness([&](Ui& ui) { choice_row(ui, "kind", "kind", {options.data(), 4}, chosen); });
  harness.click("kind");
  harness.press(ImGuiKey_DownArrow);
  harness.press(ImGuiKey_DownArrow);
  harness.press(ImGuiKey_Enter);
  CHECK(chosen == 3);
}

TEST_CASE("every word searched for must occur") {
  const Option option{"trap", "Comfortable trap", "Traps", "two basins"};
  CHECK(matches(option, ""));
  CHECK(matches(option, "TRAP basins"));
  CHECK(!matches(option, "trap saddle"));
}

TEST_CASE("a switch and a fold header turn on and off") {
  bool on = false, open = false;
  Harness harness([&](Ui& ui) {
    on_off_switch(ui, "bias", "bias correction", on);
    fold_header(ui, "more", "more", open);
  });
  harness.click("bias");
  harness.click("more");
  CHECK((on && open));
  harness.click("bias");
  CHECK(!on);
}

TEST_CASE("a name is typed in place, cut to 200 bytes and never empty") {
  std::string name = "Adam";
  int edits = 0;
  Harness harness([&](Ui& ui) { edits += name_field(ui, "name", name).changed; });
  harness.click("name");
  CHECK(keys_are_taken(harness.ui));
  harness.type("\u00C4dam ##1 %s");
  harness.press(ImGuiKey_Enter);
  CHECK(name == "\u00C4dam ##1 %s");

  harness.click("name");
  harness.type(std::string(300, 'x'));
  harness.press(ImGuiKey_Enter);
  CHECK(name == std::string(200, 'x'));

  harness.click("name");
  harness.type("   ");
  harness.press(ImGuiKey_Enter);
  CHECK(name == std::string(200, 'x'));

  harness.click("name");
  harness.type("other");
  harness.press(ImGuiKey_Escape);
  CHECK(name == std::string(200, 'x'));
  CHECK(edits == 2);
}

TEST_CASE("names of any bytes are drawn") {
  std::string name = "\xff\xfe broken \x01 " + std::string(10000, 'w');
  Harness harness([&](Ui& ui) { name_field(ui, "name", name); });
  harness.frames(3);
  CHECK(harness.has("name"));
}

TEST_CASE("Tab walks the widgets, Space presses, a mouse press gives the keys back") {
  int first = 0, second = 0;
  Harness harness([&](Ui& ui) {
    first += button(ui, "first", "First");
    button(ui, "off", "Off", {.enabled = false});
    second += button(ui, "second", "Second");
  });
  harness.press(ImGuiKey_Tab);
  CHECK(harness.ui.registry.find("first")->focused);
  harness.press(ImGuiKey_Tab);
  CHECK(harness.ui.registry.find("second")->focused);
  harness.press(ImGuiKey_Space);
  CHECK((first == 0 && second == 1));
  harness.press(ImGuiKey_Tab);
  CHECK(harness.ui.registry.find("first")->focused);
  harness.move({300, 700});
  harness.button(0, true);
  harness.button(0, false);
  CHECK(harness.ui.focus.id == 0);
}

TEST_CASE("typing ends when its widget is gone") {
  std::string name = "Adam";
  bool there = true;
  Harness harness([&](Ui& ui) {
    if (there) name_field(ui, "name", name);
  });
  harness.click("name");
  CHECK(keys_are_taken(harness.ui));
  there = false;
  harness.frames(2);
  CHECK(harness.ui.typing.id == 0);
}

TEST_CASE("a done notice goes by itself, an error stays until dismissed") {
  Notices notices;
  Harness harness([&](Ui& ui) { draw_notices(ui, notices, {450, 800}, 400); });
  notify(notices, NoticeKind::error, "race.json: no such optimizer.");
  notify(notices, NoticeKind::done, "Saved.");
  harness.frames(3);
  CHECK(harness.ui.wake < 5);
  harness.frames(320);
  REQUIRE(notices.shown.size() == 1);
  harness.click("notices/0/dismiss");
  CHECK(notices.shown.empty());
}

TEST_CASE("notices do not pile up") {
  Notices notices;
  for (int i = 0; i < 10; ++i) notify(notices, NoticeKind::error, std::to_string(i));
  notify(notices, NoticeKind::error, "9");
  CHECK(notices.shown.size() == 4);
  CHECK(notices.shown.back().text == "9");
}

TEST_CASE("a menu's line reports its action") {
  int saved = 0, recent = 0;
  Harness harness([&](Ui& ui) {
    ImGui::BeginChild("bar", {300, 40}, false, ImGuiWindowFlags_MenuBar);
    if (ImGui::BeginMenuBar()) {
      if (Menu menu(ui, "file", "File"); menu) {
        saved += menu_item(ui, Action::save);
        recent += menu_text(ui, "recent", "odd ## name ###x %s");
      }
      ImGui::EndMenuBar();
    }
    ImGui::EndChild();
  });
  harness.click("file");
  harness.click("file/save");
  CHECK(saved == 1);
  CHECK(!harness.has("file/save"));
  harness.click("file");
  harness.click("file/recent");
  CHECK(recent == 1);
}

TEST_CASE("a track reports where the pointer drags it") {
  double place = 0.5;
  Harness harness([&](Ui& ui) {
    const TrackDrag drag = track(ui, "timeline", 300, place, place);
    if (drag.dragging) place = drag.fraction;
    if (drag.cancelled) place = ui.drag.old_value;
  });
  harness.drag("timeline", 71);
  CHECK(place == Approx(0.75).margin(0.01));
}

TEST_CASE("everything is drawn at every scale and in a window too narrow for it") {
  for (float scale : {0.5f, 1.f, 2.f, 4.f}) {
    int chosen = 0;
    Harness harness(
        [&](Ui& ui) {
          segmented(ui, "view", views, chosen);
          section_title(ui, "racers");
          separator(ui);
          pill(ui, "verdict", PillKind::stuck, "trapped");
          number_text(ui, "loss", -1.5, 4);
        },
        20, scale);
    harness.frames(2);
    CHECK(harness.has("verdict"));
  }
}
