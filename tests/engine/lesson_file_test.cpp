// SPDX-License-Identifier: MIT
// Lessons are read whole, or refused with the place and the remedy.
#include "catch.hpp"
#include "engine/lesson.hpp"

using namespace fogline;
using namespace fogline::tests;
using nlohmann::json;

namespace {

// What is said of the lesson after this edit of one of its places.
std::string complaint(const char* place, const json& value) {
  json lesson = bowl_lesson();
  lesson[json::json_pointer(place)] = value;
  try {
    parsed(lesson);
  } catch (const std::invalid_argument& error) {
    return error.what();
  }
  return "";
}

std::string complaint_without(const char* object, const char* key) {
  json lesson = bowl_lesson();
  lesson[json::json_pointer(object)].erase(key);
  try {
    parsed(lesson);
  } catch (const std::invalid_argument& error) {
    return error.what();
  }
  return "";
}

}  // namespace

TEST_CASE("a lesson is read whole") {
  const Lesson lesson = parsed(bowl_lesson());
  CHECK(lesson.id == "07_bowl");
  CHECK(lesson.number == 7);
  REQUIRE(lesson.steps.size() == 2);
  const LessonStep& first = lesson.steps.front();
  CHECK(first.locked.has(Control::seed));
  CHECK(first.hidden.has(Control::landscape));
  CHECK(first.locked.has(Control::landscape));  // what is hidden cannot be edited either
  CHECK_FALSE(first.locked.has(Control::starts));
  REQUIRE(lesson.steps[1].ask.has_value());
  CHECK(lesson.steps[1].ask->kind == Task::Kind::mission);
}

TEST_CASE("an edit changes what it names and keeps the rest of the step before") {
  const Lesson lesson = parsed(bowl_lesson());
  Session wanted = lesson.steps[0].session;
  std::get<GradientDescent>(wanted.experiment.racers[1].optimizer).learning_rate = 0.02;
  CHECK(lesson.steps[1].session == wanted);
}

TEST_CASE("an edit by names adds racers, edits all, and takes one away") {
  json lesson = bowl_lesson();
  lesson["steps"][1].erase("ask");
  lesson["steps"][1]["edit"] = json::parse(R"({ "racers": {
      "Slow": null, "*": { "start": [1, 1] }, "Third": { "optimizer": "adam" } } })");
  lesson["steps"][1]["expect"][0] =
      json::parse(R"({ "racer": "Third", "quantity": "loss", "at_most": 9, "control": {} })");
  const auto racers = parsed(lesson).steps[1].session.experiment.racers;
  REQUIRE(racers.size() == 2);
  CHECK(racers[0].name == "Plain");
  CHECK(racers[0].start == Vec2{1, 1});
  CHECK(racers[1].name == "Third");
}

TEST_CASE("what is wrong with a lesson is told with its place") {
  CHECK(complaint("/steps/0/expect/0/verdict", "global_minimun") ==
        "some/07_bowl.json: steps[0].expect[0].verdict: no verdict 'global_minimun'; did you mean "
        "'global_minimum'?");
  CHECK(complaint("/steps/0/expect/0/racer", "Plane") ==
        "some/07_bowl.json: steps[0].expect[0].racer: no racer 'Plane'; did you mean 'Plain'?");
  CHECK(complaint("/steps/0/lock/0", "sed") ==
        "some/07_bowl.json: steps[0].lock[0]: no control 'sed'; did you mean 'seed'?");
  CHECK(
      complaint("/steps/1/edit", json::parse(R"({"landscape": {"id": "bowel"}})")) ==
      "some/07_bowl.json: steps[1].edit.landscape.id: no landscape 'bowel'; did you mean 'bowl'?");
  CHECK(complaint("/steps/1/expect/0/quantity", "step") ==
        "some/07_bowl.json: steps[1].expect[0].quantity: no quantity 'step'; did you mean "
        "'steps'?");
}

TEST_CASE("a step that claims nothing, or a claim without a control, is refused") {
  CHECK(complaint_without("/steps/0", "expect").find("steps[0]: needs to \"expect\"") !=
        std::string::npos);
  CHECK(complaint_without("/steps/0/expect/0", "control").find("needs a \"control\"") !=
        std::string::npos);
  CHECK(complaint_without("/steps/1/ask", "solution").find("\"solution\"") != std::string::npos);
}

TEST_CASE("a control may not take away whom the claim is about") {
  const std::string said =
      complaint("/steps/0/expect/0/control", json::parse(R"({"racers": {"Plain": null}})"));
  CHECK(said.find("steps[0].expect[0].control: no racer 'Plain'") != std::string::npos);
}

TEST_CASE("texts are as long as three lines before a class can be") {
  CHECK_FALSE(complaint("/steps/0/text", std::string(281, 'x')).empty());
  CHECK(complaint("/steps/0/text", std::string(280, 'x')).empty());
}

TEST_CASE("claims that make no sense are refused") {
  for (
      const char* claim : {
          R"({"racer": "Plain", "control": {}})",
          R"({"racer": "Plain", "fate": "good", "starts": 10, "control": {}})",
          R"({"racer": "Plain", "fate": "good", "starts": 0, "at_least": 1, "control": {}})",
          R"({"racer": "Plain", "fate": "good", "at_least": 1, "control": {}})",
          R"({"racer": "Plain", "quantity": "loss", "at_most": 1, "starts": 9, "control": {}})",
          R"({"racer": "Plain", "quantity": "loss", "at_most": 1, "times": 2, "control": {}})",
          R"({"racer": "Plain", "quantity": "loss", "control": {}})",
          R"({"racer": "Plain", "quantity": "distance", "at_most": 1, "control": {}})",
          R"({"racer": "Plain", "quantity": "steps", "at_most": 1, "to": {"place": [0, 0]}, "control": {}})",
          R"({"racer": "Plain", "quantity": "steps", "at_most": 1, "to": {"racer": "Slow"}, "control": {}})",
          R"({"racer": "Plain", "quantity": "steps", "at_most": 1, "verdict": "saddle", "control": {}})",
          R"({"racer": "Plain", "quantity": "loss", "at_least": 2, "at_most": 1, "control": {}})",
          R"({"racer": "Plain", "quantity": "valleys", "at_least": 2, "control": {}})",
          R"({"racer": "Plain", "quantity": "share", "at_least": 0.5, "control": {}})",
          R"({"racer": "Plain", "quantity": "validation_loss", "at_least": 1, "control": {}})",
          R"([])",
          R"({"laboratory": "minima_share", "at_most": 1, "control": {}})",
          R"({"laboratory": {}, "at_most": 1, "control": {}})",
          R"({"laboratory": {"measure": "chain_steps"}, "at_most": 1})",
          R"({"laboratory": {"measure": "chain_steps"}, "control": {}})",
          R"({"laboratory": {"measure": "chain_steps", "saddles": 99}, "at_most": 1, "control": {}})",
          R"({"laboratory": {"measure": "chain_steps"}, "at_most": 1, "control": []})",
          R"({"laboratory": {"measure": "chain_steps"}, "at_most": 1, "racer": "Plain", "control": {}})",
          R"({"laboratory": {"measure": "chain_steps"}, "below": 3, "control": {}})",
          R"({"laboratory": {"measure": "chain_steps"}, "below": {}, "at_most": 3, "control": {}})",
      }) {
    INFO(claim);
    CHECK_FALSE(complaint("/steps/0/expect/0", json::parse(claim)).empty());
  }
}

TEST_CASE("a claim about the laboratory is refused at its place") {
  const auto said = [](const char* claim) {
    return complaint("/steps/0/expect/0", json::parse(claim));
  };
  CHECK(
      said(R"({"laboratory": {"measure": "chain_step"}, "at_most": 1, "control": {}})") ==
      "some/07_bowl.json: steps[0].expect[0].laboratory.measure: no measurement 'chain_step'; did "
      "you mean 'chain_steps'?");
  CHECK(said(R"({"laboratory": {"measure": "chain_steps"}, "at_most": 1,
                 "control": {"saddle": 3}})") ==
        "some/07_bowl.json: steps[0].expect[0].control: no key 'saddle'; did you mean 'saddles'?");
  CHECK(said(R"({"laboratory": {"measure": "chain_steps"}, "below": {"saddles": 1.5},
                 "control": {}})")
            .find("steps[0].expect[0].below.saddles: ") != std::string::npos);
  CHECK(complaint("/steps/0/laboratory", json::parse(R"({"page": "planes"})")) ==
        "some/07_bowl.json: steps[0].laboratory.page: no page 'planes'; did you mean 'plane'?");
  CHECK_FALSE(
      complaint("/steps/0/laboratory", json::parse(R"({"page": "minima", "dimensions": 3})"))
          .empty());
}

TEST_CASE("a step that opens the laboratory needs no session") {
  json lesson = bowl_lesson();
  lesson["steps"].erase(1);
  lesson["steps"][0].erase("session");
  lesson["steps"][0]["laboratory"] = json::parse(
      R"({"page": "plane", "walk": "random_walk", "landscape": "bowl", "dimensions": 7})");
  lesson["steps"][0]["expect"][0] = json::parse(
      R"({"laboratory": {"measure": "chain_steps"}, "at_most": 50, "control": {"saddles": 3}})");
  const LessonStep step = parsed(lesson).steps.front();
  REQUIRE(step.laboratory.has_value());
  CHECK(step.laboratory->kind == LaboratoryPage::Kind::plane);
  CHECK(step.laboratory->plane.dimensions == 7);
  CHECK(step.session == first_session());
}

TEST_CASE("racers of one name are refused, and claims that would take all day") {
  CHECK(
      complaint("/steps/0/session/racers/1/name", "Plain").find("two racers are called 'Plain'") !=
      std::string::npos);
  CHECK(complaint("/steps/0/expect/0/control",
                  json::parse(R"({"racers": [{"name": "Plain", "optimizer": "adam"},
                                             {"name": "Plain", "optimizer": "adam"}]})"))
            .find("control: two racers are called 'Plain'") != std::string::npos);
  json lesson = bowl_lesson();
  lesson["steps"][0]["session"]["budget"]["amount"] = 1'000'000;
  lesson["steps"][0]["expect"][0] = json::parse(
      R"({"racer": "Plain", "fate": "good", "starts": 10000, "at_least": 0.5, "control": {}})");
  CHECK_THROWS_AS(parsed(lesson), std::invalid_argument);
}
