// SPDX-License-Identifier: MIT
// A lesson in the window: steps, answers, locks, and the user's own work, which comes back.
#include "gui/panels/lesson.hpp"

#include "catch.hpp"
#include "gui/panels/actions.hpp"
#include "gui/panels/panels.hpp"

using namespace fogline;
using namespace fogline::gui;

namespace {

constexpr const char* text = R"({
  "number": 1, "title": "A bowl", "beyond": "Nothing.",
  "steps": [
    { "title": "Guess", "text": "It goes down.",
      "session": { "landscape": { "id": "bowl" }, "budget": { "amount": 60 },
                   "racers": [ { "name": "Plain", "optimizer": "gradient_descent",
                                 "set": { "learning_rate": 0.1 }, "start": [3, 2] } ] },
      "lock": ["starts", "racers", "seed", "budget", "landscape"],
      "ask": { "kind": "place", "prompt": "Where?", "racer": "Plain", "within": 0.5,
               "right": "Yes.", "wrong": "No." },
      "expect": [ { "racer": "Plain", "fate": "good",
                    "control": { "racers": { "Plain": { "set": { "learning_rate": 2 } } } } } ] },
    { "title": "Choose", "text": "Choose.", "hide": ["racers"],
      "ask": { "kind": "choice", "prompt": "What?", "options": ["a", "b"], "answer": 2,
               "right": "Yes.", "wrong": "No." },
      "expect": [ { "racer": "Plain", "fate": "good",
                    "control": { "racers": { "Plain": { "set": { "learning_rate": 2 } } } } } ] },
    { "title": "Do", "text": "Do it.", "lock": ["starts"],
      "ask": { "kind": "mission", "prompt": "In 5 steps.", "right": "Yes.", "wrong": "No.",
               "mission": { "racer": "Plain", "quantity": "steps", "at_most": 5 },
               "solution": { "racers": { "Plain": { "set": { "learning_rate": 0.5 } } } } },
      "expect": [ { "racer": "Plain", "fate": "good",
                    "control": { "racers": { "Plain": { "set": { "learning_rate": 2 } } } } } ] }
  ] })";

Workbench bench_with_lessons() {
  Workbench bench;
  Lesson second = parse_lesson(text, "02_b.json");
  second.number = 2;
  bench.lessons = std::make_shared<const std::vector<Lesson>>(
      std::vector<Lesson>{parse_lesson(text, "01_a.json"), second});
  return bench;
}

void frame_of(Workbench& bench, bool busy = false) {
  update(bench, 0, 0, busy);
  judge_lesson(bench, busy);
}

void compute(Workbench& bench) {
  do frame_of(bench);
  while (!bench.race_known);
}

double& rate(Workbench& bench) {
  return std::get<GradientDescent>(bench.session.experiment.racers[0].optimizer).learning_rate;
}

const gui::Answer& given(const Workbench& bench) {
  return bench.lesson->answers[bench.lesson->step];
}

}  // namespace

TEST_CASE("own work, its history and its file come back when a lesson is left") {
  Workbench bench = bench_with_lessons();
  mark_saved(bench, "mine.json");
  frame_of(bench);
  new_seed(bench);
  frame_of(bench);
  const Session own = bench.session;
  begin_lesson(bench, 0);
  CHECK(bench.session.experiment != own.experiment);
  CHECK(own_session(bench) == own);
  CHECK(own_file(bench) == "mine.json");
  CHECK(is_dirty(bench));  // the own work still is
  lesson_forward(bench);
  frame_of(bench);
  begin_lesson(bench, 1);  // one lesson after another keeps the same work
  leave_lesson(bench);
  CHECK(bench.session == own);
  CHECK(bench.file == "mine.json");
  CHECK(is_dirty(bench));
  undo(bench);
  CHECK_FALSE(is_dirty(bench));
}

TEST_CASE("opening, pasting and quitting leave the lesson first and ask about own work only") {
  for (const auto kind :
       {Wish::Kind::open, Wish::Kind::new_session, Wish::Kind::paste, Wish::Kind::quit}) {
    Workbench bench = bench_with_lessons();
    mark_saved(bench, "mine.json");
    begin_lesson(bench, 0);
    rate(bench) = 0.2;
    wish(bench, {kind, "other.json"});
    CHECK_FALSE(bench.lesson.has_value());
    CHECK_FALSE(bench.question.has_value());
    CHECK(bench.wishes.size() == 1);
  }
}

TEST_CASE("steps go on, back, and from the last card to the next lesson") {
  Workbench bench = bench_with_lessons();
  act(bench, Action::lesson_forward);  // nothing without a lesson
  CHECK_FALSE(bench.lesson.has_value());
  begin_lesson(bench, 0);
  CHECK(lesson_text(bench) == "It goes down.");
  for (int i = 0; i < 3; ++i) act(bench, Action::lesson_forward);
  CHECK(lesson_step(bench) == nullptr);
  CHECK(lesson_text(bench) == "Nothing.");
  act(bench, Action::lesson_back);
  CHECK(lesson_text(bench) == "Do it.");
  act(bench, Action::lesson_forward);
  act(bench, Action::lesson_forward);
  REQUIRE(bench.lesson.has_value());
  CHECK(bench.lesson->lesson.number == 2);
  CHECK(bench.lesson->step == 0);
  act(bench, Action::lesson_back);
  CHECK(bench.lesson->step == 0);
}

TEST_CASE("a step that changes no experiment keeps the playhead, and always the camera") {
  Workbench bench = bench_with_lessons();
  begin_lesson(bench, 0);
  compute(bench);
  bench.session.view.playhead = 30;
  bench.session.view.azimuth = 10;
  lesson_forward(bench);
  CHECK(bench.session.view.playhead == 30);
  CHECK(bench.session.view.azimuth == Approx(10));
  rate(bench) = 0.3;
  lesson_forward(bench);
  CHECK(rate(bench) == 0.1);
  CHECK(bench.session.view.playhead == 0);
}

TEST_CASE("what is locked stays, whichever way it is tried, and the lesson says so") {
  for (const Action action : {Action::random_start, Action::nudge_left, Action::add_racer,
                              Action::remove_racer, Action::new_seed}) {
    Workbench bench = bench_with_lessons();
    begin_lesson(bench, 0);
    const Experiment before = bench.session.experiment;
    const auto held = hold_lesson(bench);
    act(bench, action);
    keep_locked(bench, held);
    CHECK(bench.session.experiment == before);
    CHECK(bench.notices.shown.size() == 1);
  }
  Workbench bench = bench_with_lessons();
  begin_lesson(bench, 0);
  const auto held = hold_lesson(bench);
  rate(bench) = 0.2;  // not locked
  keep_locked(bench, held);
  CHECK(rate(bench) == 0.2);
}

TEST_CASE("the next step's session is not taken for an edit of locked controls") {
  Workbench bench = bench_with_lessons();
  begin_lesson(bench, 0);
  const auto held = hold_lesson(bench);
  leave_lesson(bench);
  const Session own = bench.session;
  keep_locked(bench, held);
  CHECK(bench.session == own);
  begin_lesson(bench, 1);
  const Session shown = bench.session;
  keep_locked(bench, held);
  CHECK(bench.session == shown);
}

TEST_CASE("a place is right near the racer's end, and once right it stays so") {
  Workbench bench = bench_with_lessons();
  begin_lesson(bench, 0);
  CHECK_FALSE(asks_for_place(bench));  // until the end is known
  compute(bench);
  REQUIRE(asks_for_place(bench));
  answer_place(bench, {2, 2});
  CHECK_FALSE(given(bench).right);
  CHECK(asks_for_place(bench));
  answer_place(bench, {0.3, 0});
  CHECK(given(bench).right);
  CHECK_FALSE(asks_for_place(bench));
}

TEST_CASE("a wrong option can be followed by the right one") {
  Workbench bench = bench_with_lessons();
  begin_lesson(bench, 0);
  lesson_forward(bench);
  answer_option(bench, 0);
  CHECK_FALSE(given(bench).right);
  answer_option(bench, 1);
  CHECK(given(bench).right);
  answer_option(bench, 0);
  CHECK(given(bench).right);
}

TEST_CASE("a mission is done when its claim holds and the gesture has ended") {
  Workbench bench = bench_with_lessons();
  begin_lesson(bench, 0);
  show_lesson_step(bench, 2);
  compute(bench);
  CHECK_FALSE(given(bench).right);
  rate(bench) = 0.5;
  do frame_of(bench, true);
  while (!bench.race_known);
  CHECK(bench.lesson->mission.holds);
  CHECK_FALSE(given(bench).right);
  frame_of(bench);
  CHECK(given(bench).right);
  REQUIRE(bench.lesson->judgements.size() == 1);
  CHECK(bench.lesson->judgements[0].finding.holds);
}

TEST_CASE("a claim about a racer that the student took away does not hold, and nothing breaks") {
  Workbench bench = bench_with_lessons();
  begin_lesson(bench, 0);
  show_lesson_step(bench, 2);
  remove_racer(bench, 0);
  compute(bench);
  REQUIRE(bench.lesson->judgements.size() == 1);
  CHECK_FALSE(bench.lesson->judgements[0].finding.holds);
}

namespace {

Workbench bench_with(const char* lesson) {
  Workbench bench;
  bench.lessons = std::make_shared<const std::vector<Lesson>>(
      std::vector<Lesson>{parse_lesson(lesson, "01_a.json")});
  return bench;
}

}  // namespace

TEST_CASE("a claim over many starts is raced in some frames, and anew when the race changes") {
  Workbench bench = bench_with(R"({ "number": 1, "title": "Rates", "beyond": "Nothing.", "steps": [
    { "title": "Many", "text": "All arrive.",
      "session": { "landscape": { "id": "bowl" }, "budget": { "amount": 60 },
                   "racers": [ { "name": "Plain", "optimizer": "gradient_descent",
                                 "set": { "learning_rate": 0.1 }, "start": [3, 2] } ] },
      "expect": [ { "racer": "Plain", "fate": "good", "starts": 30, "at_least": 0.9,
                    "control": { "racers": { "Plain": { "set": { "learning_rate": 2 } } } } } ] } ] })");
  begin_lesson(bench, 0);
  compute(bench);
  REQUIRE(bench.lesson->judgements.size() == 1);
  CHECK_FALSE(is_judging(bench));  // the end has not been seen: not told yet
  CHECK_FALSE(bench.lesson->judgements[0].known);
  bench.session.view.playhead = end_of_race(bench);
  CHECK(is_judging(bench));
  frame_of(bench, true);  // not while something is being dragged
  CHECK(bench.lesson->judgements[0].finding.measured.empty());
  while (is_judging(bench)) frame_of(bench);
  CHECK(bench.lesson->judgements[0].finding.holds);
  rate(bench) = 2;
  compute(bench);
  bench.session.view.playhead = end_of_race(bench);
  while (is_judging(bench)) frame_of(bench);
  CHECK(bench.lesson->judgements[0].known);
  CHECK_FALSE(bench.lesson->judgements[0].finding.holds);
  bench.session.experiment.racers[0].name = "Somebody";
  compute(bench);
  bench.session.view.playhead = end_of_race(bench);
  while (is_judging(bench)) frame_of(bench);
  CHECK(bench.lesson->judgements[0].finding.measured == "nobody of that name races");
}

TEST_CASE("a step opens a page of the laboratory, the next one closes it") {
  Workbench bench = bench_with(R"({ "number": 1, "title": "Far", "beyond": "Nothing.", "steps": [
    { "title": "Plane", "text": "Look.",
      "laboratory": { "page": "plane", "landscape": "ackley", "dimensions": 9,
                      "walk": "random_walk" },
      "expect": [ { "laboratory": { "measure": "styblinski_tang_minima", "dimensions": 3 },
                    "at_least": 8, "control": { "dimensions": 2 } } ] },
    { "title": "Terrain", "text": "Look.",
      "expect": [ { "laboratory": { "measure": "chain_steps" }, "at_most": 60,
                    "control": { "saddles": 4 } } ] } ] })");
  begin_lesson(bench, 0);
  REQUIRE(bench.laboratory.has_value());
  CHECK(bench.laboratory->page == Laboratory::plane);
  CHECK(space_ids()[static_cast<std::size_t>(bench.laboratory->plane_page.landscape)] == "ackley");
  CHECK(bench.laboratory->plane_page.dimensions == 9);
  CHECK(bench.laboratory->plane_page.control);
  compute(bench);
  while (is_judging(bench)) frame_of(bench);
  CHECK(bench.lesson->judgements.at(0).finding.holds);
  lesson_forward(bench);
  CHECK_FALSE(bench.laboratory.has_value());
  lesson_back(bench);
  leave_lesson(bench);
  CHECK_FALSE(bench.laboratory.has_value());
}
