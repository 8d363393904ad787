// SPDX-License-Identifier: MIT
// The lesson's panel, clicked without a window.
#include "catch.hpp"
#include "gui/harness.hpp"
#include "gui/panels/lesson.hpp"
#include "gui/panels/panels.hpp"

using namespace fogline;
using namespace fogline::gui;

namespace {

constexpr const char* text = R"({
  "number": 1, "title": "A bowl", "beyond": "Nothing.",
  "steps": [
    { "title": "Choose", "text": "Choose.", "hide": ["landscape"], "lock": ["racers"],
      "session": { "landscape": { "id": "bowl" }, "budget": { "amount": 60 },
                   "racers": [ { "name": "Plain", "optimizer": "gradient_descent",
                                 "set": { "learning_rate": 0.1 }, "start": [3, 2] } ] },
      "ask": { "kind": "choice", "prompt": "What?",
               "options": ["A sentence that is much too long for one line of so narrow a panel", "b"],
               "answer": 2, "right": "Yes.", "wrong": "No." },
      "expect": [ { "racer": "Plain", "fate": "good",
                    "control": { "racers": { "Plain": { "set": { "learning_rate": 2 } } } } } ] }
  ] })";

// The harness's own window must not lie over the panels.
constexpr float beside = 1;

}  // namespace

TEST_CASE("a lesson from its first word to its last by clicks") {
  Workbench bench;
  bench.lessons = std::make_shared<const std::vector<Lesson>>(
      std::vector<Lesson>{parse_lesson(text, "01_a.json")});
  const Session own = bench.session;
  test::Harness h(
      [&](Ui& ui) {
        if (bench.lesson)
          lesson_panel(ui, bench, {{0, 0}, {272, 600}});
        else
          lesson_invitation(ui, bench, {{300, 0}, {800, 600}});
        update(bench, 0, 0, false);
        judge_lesson(bench, false);
      },
      beside);
  h.frames(2);
  h.click("invitation/lesson");
  REQUIRE(bench.lesson.has_value());
  CHECK(bench.hints.lesson);
  CHECK(h.has("lesson/racers/0/learning_rate"));
  CHECK_FALSE(h.has("lesson/racers/add"));         // locked: not offered
  CHECK_FALSE(h.has("lesson/landscape/formula"));  // hidden
  h.click("lesson/question/1");
  CHECK_FALSE(bench.lesson->answers[0].right);
  h.click("lesson/question/2");
  CHECK(bench.lesson->answers[0].right);
  h.click("lesson/next");
  CHECK(lesson_step(bench) == nullptr);
  h.click("lesson/back");
  CHECK(lesson_step(bench) != nullptr);
  h.click("lesson/leave");
  CHECK_FALSE(bench.lesson.has_value());
  CHECK(bench.session == own);
  h.frames(3);
  CHECK_FALSE(h.has("invitation/lesson"));  // gone for good
}

TEST_CASE("the last card of the last lesson ends it") {
  Workbench bench;
  bench.lessons = std::make_shared<const std::vector<Lesson>>(
      std::vector<Lesson>{parse_lesson(text, "01_a.json")});
  begin_lesson(bench, 0);
  test::Harness h(
      [&](Ui& ui) {
        if (bench.lesson) lesson_panel(ui, bench, {{0, 0}, {272, 600}});
      },
      beside);
  h.click("lesson/next");
  h.click("lesson/next");
  CHECK_FALSE(bench.lesson.has_value());
}
