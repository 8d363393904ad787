// SPDX-License-Identifier: MIT
// Sliders: drags, typed numbers, refusals, undo grouping.
#include "gui/slider.hpp"

#include <vector>

#include "catch.hpp"
#include "gui/slider_scale.hpp"
#include "harness.hpp"

using namespace fogline;
using namespace fogline::gui;

namespace {

struct Rate {
  double value = 0.01;
  SliderSpec spec{.range = {1e-4, 1, Scale::log}, .fallback = 0.05, .check = must_be_positive};
  std::vector<Edit> edits;
  std::vector<double> values;
  gui::test::Harness harness{[this](Ui& ui) { draw(ui); }};

  static std::optional<std::string> must_be_positive(double v) {
    return v > 0 ? std::nullopt : std::optional<std::string>("It must be greater than 0.");
  }
  void draw(Ui& ui) {
    const Scope scope(ui, "racers", 1);
    const Edit edit = slider(ui, "learning_rate", "learning rate", value, spec);
    if (edit.changed || edit.began || edit.ended || edit.cancelled) edits.push_back(edit);
    if (edit.changed) values.push_back(value);
  }
  int count(bool Edit::*what) const {
    return static_cast<int>(std::ranges::count_if(edits, [&](const Edit& e) { return e.*what; }));
  }
  void type_value(std::string_view text) {
    harness.click("racers/1/learning_rate/value");
    harness.type(text);
    harness.press(ImGuiKey_Enter);
  }
};

constexpr const char* path = "racers/1/learning_rate";

}  // namespace

TEST_CASE("dragging a log slider raises its value evenly in the logarithm") {
  Rate rate;
  rate.harness.drag(path, 140, 14);
  REQUIRE(rate.values.size() > 8);
  CHECK(std::ranges::is_sorted(rate.values));
  CHECK(rate.count(&Edit::began) == 1);
  CHECK(rate.count(&Edit::ended) == 1);
  CHECK(rate.count(&Edit::cancelled) == 0);
  const double first = rate.values[3] / rate.values[2], later = rate.values[12] / rate.values[11];
  CHECK(first == Approx(later).epsilon(0.02));
}

TEST_CASE("a slider's ends are the range's ends") {
  Rate rate;
  rate.harness.drag(path, 400);
  CHECK(rate.value == 1);
  rate.harness.drag(path, -400);
  CHECK(rate.value == 1e-4);
}

TEST_CASE("Esc while dragging puts the old value back and ends the gesture") {
  Rate rate;
  rate.harness.press_at(path);
  const ImVec2 at = rate.harness.place(path);
  rate.harness.move({at.x + 80, at.y});
  CHECK(rate.value != 0.01);
  rate.harness.press(ImGuiKey_Escape);
  CHECK(rate.value == 0.01);
  rate.harness.move({at.x + 120, at.y});
  CHECK(rate.value == 0.01);
  rate.harness.button(0, false);
  CHECK(rate.count(&Edit::cancelled) == 1);
  CHECK(rate.count(&Edit::ended) == 0);
}

TEST_CASE("a typed value is one whole gesture") {
  Rate rate;
  rate.type_value("0.3");
  CHECK(rate.value == 0.3);
  REQUIRE(rate.edits.size() == 1);
  CHECK((rate.edits[0].began && rate.edits[0].changed && rate.edits[0].ended));
}

TEST_CASE("a typed value may lie outside the slider's range if it is valid") {
  Rate rate;
  rate.type_value("25");
  CHECK(rate.value == 25);
}

TEST_CASE("what is no valid number is refused with a sentence and changes nothing") {
  const char* text = GENERATE("inf", "-inf", "nan", "1e999", "-3", "0", "1,5", "abc", "", "1 2");
  Rate rate;
  rate.harness.click("racers/1/learning_rate/value");
  if (*text != '\0')
    rate.harness.type(text);
  else
    rate.harness.frames(2), rate.harness.press(ImGuiKey_Delete);
  rate.harness.press(ImGuiKey_Enter);
  INFO("typed: " << text);
  CHECK(rate.value == 0.01);
  CHECK(rate.edits.empty());
  CHECK(!rate.harness.ui.typing.complaint.empty());
  CHECK(rate.harness.has("racers/1/learning_rate/entry"));
  rate.harness.press(ImGuiKey_Escape);
  CHECK(rate.harness.ui.typing.id == 0);
  CHECK(rate.value == 0.01);
}

TEST_CASE("a refused text can be mended in place") {
  Rate rate;
  rate.type_value("-3");
  rate.harness.type("0.2");
  rate.harness.press(ImGuiKey_Enter);
  CHECK(rate.value == 0.2);
}

TEST_CASE("Esc while typing keeps the value") {
  Rate rate;
  rate.harness.click("racers/1/learning_rate/value");
  rate.harness.type("0.3");
  rate.harness.press(ImGuiKey_Escape);
  CHECK(rate.value == 0.01);
  CHECK(rate.edits.empty());
}

TEST_CASE("Ctrl+click on the track opens the entry and does not drag") {
  Rate rate;
  rate.harness.ctrl(true);
  rate.harness.click(path);
  rate.harness.ctrl(false);
  CHECK(rate.value == 0.01);
  CHECK(rate.harness.has("racers/1/learning_rate/entry"));
}

TEST_CASE("the context menu resets to the default") {
  Rate rate;
  rate.harness.right_click(path);
  rate.harness.click("racers/1/learning_rate/menu/reset");
  CHECK(rate.value == 0.05);
  CHECK(rate.edits.size() == 1);
}

TEST_CASE("with the focus, arrow keys move the value and Enter types") {
  Rate rate;
  rate.harness.press(ImGuiKey_Tab);
  rate.harness.press(ImGuiKey_RightArrow);
  CHECK(rate.value > 0.01);
  const double higher = rate.value;
  rate.harness.press(ImGuiKey_LeftArrow);
  CHECK(rate.value < higher);
  rate.harness.press(ImGuiKey_Enter);
  CHECK(rate.harness.has("racers/1/learning_rate/entry"));
}

TEST_CASE("an integer slider refuses fractions and what overflows") {
  int steps = 100;
  gui::test::Harness harness([&](Ui& ui) {
    slider(ui, "steps", "steps", steps, {.range = {1, 1000}, .fallback = 100});
  });
  for (const char* text : {"1.5", "99999999999"}) {
    harness.click("steps/value");
    harness.type(text);
    harness.press(ImGuiKey_Enter);
    CHECK(steps == 100);
    harness.press(ImGuiKey_Escape);
  }
  harness.click("steps/value");
  harness.type("2500");
  harness.press(ImGuiKey_Enter);
  CHECK(steps == 2500);
}

TEST_CASE("places and values of a slider agree and never fall") {
  for (const Range range : {Range{1e-5, 10, Scale::log}, Range{-5, 5, Scale::linear},
                            Range{0, 1, Scale::log}, Range{100, 101, Scale::linear}}) {
    double before = range.min;
    for (int i = 0; i <= 300; ++i) {
      const double value = value_at(range, i / 300.);
      CHECK(value >= before);
      CHECK(fraction_of(range, value) == Approx(i / 300.).margin(3e-3));
      before = value;
    }
    CHECK(value_at(range, 1) == range.max);
    CHECK(fraction_of(range, std::numeric_limits<double>::quiet_NaN()) == 0);
    CHECK(fraction_of(range, 1e300) == 1);
  }
}
