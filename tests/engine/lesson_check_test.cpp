// SPDX-License-Identifier: MIT
// The checker believes nothing: a false claim fails, and so does one that could not be false.
#include "fogline/engine/lesson_check.hpp"
#include "catch.hpp"
#include "engine/lesson.hpp"
#include "fogline/engine/inquiry.hpp"

using namespace fogline;
using namespace fogline::tests;
using nlohmann::json;

namespace {

Check first_check(const json& expectation) {
  json lesson = bowl_lesson();
  lesson["steps"][0]["expect"][0] = expectation;
  return check(parsed(lesson)).front();
}

// The claim with a control under which it fails: at a rate of 0 nobody moves.
Check checked(const std::string& claim) {
  return first_check(json::parse(
      "{" + claim + R"(, "control": {"racers": {"Plain": {"set": {"learning_rate": 0}}}}})"));
}

}  // namespace

TEST_CASE("a true lesson passes, its mission included") {
  const std::vector<Check> all = check(parsed(bowl_lesson()));
  REQUIRE(all.size() == 3);
  for (const Check& c : all) {
    INFO(c.words << ": " << c.claim.measured << ", control " << c.control.measured);
    CHECK(c.passes());
  }
}

TEST_CASE("a false claim fails") {
  const Check c = checked(R"("racer": "Plain", "verdict": "saddle")");
  CHECK_FALSE(c.claim.holds);
  CHECK_FALSE(c.passes());
  CHECK(c.claim.measured == "at the global minimum");
}

TEST_CASE("a claim that its control does not break fails") {
  const Check c = first_check(
      json::parse(R"({"racer": "Plain", "verdict": "global_minimum", "control": {"seed": 2}})"));
  CHECK(c.claim.holds);
  CHECK(c.control.holds);
  CHECK_FALSE(c.passes());
}

TEST_CASE("a mission that is done from the start fails, and one that its solution does not do") {
  json lesson = bowl_lesson();
  json& ask = lesson["steps"][1]["ask"];
  ask["mission"]["at_most"] = 60;
  CHECK_FALSE(check(parsed(lesson)).back().passes());
  ask["mission"]["at_most"] = 10;
  ask["solution"] = {{"seed", 2}};
  CHECK_FALSE(check(parsed(lesson)).back().passes());
}

TEST_CASE("what claims measure is what its name says") {
  // On x^2 + y^2 from (3, 2) at rate 0.1 the walker stands at 0.8^k (3, 2), loss 13 * 0.64^k.
  CHECK(checked(R"("racer": "Plain", "quantity": "steps", "to": {"loss": 1}, "at_most": 6)")
            .passes());
  CHECK_FALSE(checked(R"("racer": "Plain", "quantity": "steps", "to": {"loss": 1}, "at_most": 5)")
                  .passes());
  CHECK(
      checked(
          R"("racer": "Plain", "quantity": "cost", "to": {"loss": 1}, "at_least": 6, "at_most": 6)")
          .passes());
  CHECK(
      checked(
          R"("racer": "Plain", "quantity": "loss", "at": 1, "at_least": 8.3199, "at_most": 8.3201)")
          .passes());
  CHECK(
      checked(
          R"("racer": "Plain", "quantity": "steps", "to": {"place": [0, 0], "within": 3.5}, "at_most": 1)")
          .passes());
  CHECK(
      checked(
          R"("racer": "Plain", "quantity": "distance", "to": {"place": [0, 0]}, "at_most": 0.001)")
          .passes());
  CHECK(checked(R"("racer": "Plain", "quantity": "detour", "at_least": 1, "at_most": 1.0000001)")
            .passes());
  CHECK(checked(R"("racer": "Plain", "quantity": "loss", "below": "Slow", "times": 5)").passes());
}

TEST_CASE("what never happens is more than any bound and below nobody") {
  const Check c = first_check(json::parse(
      R"({"racer": "Plain", "quantity": "steps", "to": {"loss": -1}, "at_most": 1e9, "control": {}})"));
  CHECK_FALSE(c.claim.holds);
  CHECK(c.claim.measured == "never");
  const Check both = first_check(json::parse(
      R"({"racer": "Plain", "quantity": "steps", "to": {"loss": -1}, "below": "Slow", "control": {}})"));
  CHECK_FALSE(both.claim.holds);
}

TEST_CASE("a rate over many starts is measured from every start") {
  // On the double well half of the starts and a little more lie on the lower valley's side.
  json lesson = bowl_lesson();
  lesson["steps"].erase(1);
  lesson["steps"][0]["session"]["landscape"] = {{"id", "tilted_double_well"}};
  lesson["steps"][0]["session"]["budget"]["amount"] = 200;
  lesson["steps"][0]["expect"] = json::parse(R"([
      { "racer": "Plain", "fate": "good", "starts": 64, "pattern": "lattice", "at_least": 0.5,
        "at_most": 0.6, "control": { "racers": { "Plain": { "set": { "learning_rate": 2 } } } } },
      { "racer": "Plain", "fate": "good", "starts": 60, "at_least": 0.3, "at_most": 0.8,
        "control": { "budget": { "amount": 1 } } } ])");
  for (const Check& c : check(parsed(lesson))) {
    INFO(c.words << ": " << c.claim.measured << ", control " << c.control.measured);
    CHECK(c.passes());
  }
}

TEST_CASE("a share counts an ensemble's copies, valleys those that are apart") {
  json lesson = bowl_lesson();
  lesson["steps"].erase(1);
  lesson["steps"][0]["session"] = json::parse(R"({ "landscape": { "id": "himmelblau" },
      "budget": { "amount": 300 }, "racers": [ { "name": "Plain", "optimizer": "gradient_descent",
      "axes": { "ensemble": { "copies": 16, "differ_in": "starts" } }, "start": [0, 0] } ] })");
  lesson["steps"][0]["expect"] = json::parse(R"([
      { "racer": "Plain", "quantity": "valleys", "at_least": 3, "at_most": 4, "control": {} },
      { "racer": "Plain", "quantity": "share", "to": { "place": [3, 2], "within": 0.1 },
        "at_least": 0.05, "at_most": 0.6, "control": {} },
      { "racer": "Plain", "quantity": "share", "to": { "place": [0, 0], "within": 0.1 },
        "at_most": 0, "control": {} } ])");
  for (const Check& c : check(parsed(lesson))) {
    INFO(c.words << ": " << c.claim.measured);
    CHECK(c.claim.holds);
  }
}

TEST_CASE("the laboratory's numbers are claimed like a race's, each with its control") {
  json lesson = bowl_lesson();
  lesson["steps"].erase(1);
  lesson["steps"][0]["laboratory"] = {{"page", "saddles"}};
  lesson["steps"][0]["expect"] = json::parse(R"([
      { "laboratory": { "measure": "styblinski_tang_minima", "dimensions": 10 },
        "at_least": 1024, "at_most": 1024, "control": { "dimensions": 9 } },
      { "laboratory": { "measure": "minima_share", "dimensions": 3, "samples": 500 },
        "at_least": 0.1, "at_most": 0.15, "control": { "dimensions": 2 } },
      { "laboratory": { "measure": "escape_steps", "dimensions": 64 },
        "more_than": { "dimensions": 4 }, "at_least": 7, "at_most": 24,
        "control": { "disturbance": "per_coordinate" } },
      { "laboratory": { "measure": "chain_steps", "saddles": 5 }, "below": { "saddles": 6 },
        "times": 1.9, "control": { "noise": 0.01 } },
      { "laboratory": { "measure": "minima_share", "dimensions": 2, "samples": 500 },
        "below": { "measure": "styblinski_tang_minima_share", "samples": null }, "times": 1.5,
        "control": { "dimensions": 1 } } ])");
  for (const Check& c : check(parsed(lesson))) {
    INFO(c.words << ": " << c.claim.measured << ", control " << c.control.measured);
    CHECK(c.passes());
  }
  lesson["steps"][0]["expect"] = json::parse(R"([
      { "laboratory": { "measure": "chain_steps", "saddles": 5 }, "at_least": 0,
        "control": { "noise": 0.01 } },
      { "laboratory": { "measure": "escape_steps", "offset": 0 }, "at_most": 1000,
        "control": { "noise": 0.01 } } ])");
  for (const Check& c : check(parsed(lesson))) CHECK_FALSE(c.passes());
}

TEST_CASE("a claim that takes long comes to the same, however often it is put off") {
  json lesson = bowl_lesson();
  lesson["steps"].erase(1);
  lesson["steps"][0]["expect"] = json::parse(R"([
      { "racer": "Plain", "fate": "good", "starts": 300, "at_least": 0.5, "control": {} },
      { "laboratory": { "measure": "escape_steps", "dimensions": 8, "trials": 5 },
        "more_than": { "dimensions": 2 }, "at_least": -50, "control": {} } ])");
  const Lesson read = parsed(lesson);
  const LessonStep& step = read.steps.front();
  for (const Expectation& e : step.expect) {
    Inquiry inquiry(e.claim, step.session.experiment);
    int frames = 1;
    while (!inquiry.advance(Clock::now())) ++frames;
    CHECK(frames > 3);
    const Finding wanted = evaluate(e.claim, step.session.experiment);
    CHECK(inquiry.finding().holds == wanted.holds);
    CHECK(inquiry.finding().measured == wanted.measured);
  }
}

TEST_CASE("so many times below makes no sense of numbers below 0") {
  json lesson = bowl_lesson();
  lesson["steps"].erase(1);
  lesson["steps"][0]["session"]["landscape"] = {{"id", "styblinski_tang"}};
  lesson["steps"][0]["expect"][0] = json::parse(
      R"({"racer": "Plain", "quantity": "loss", "below": "Slow", "times": 9, "control": {}})");
  lesson["steps"][0]["session"]["racers"][1]["set"]["learning_rate"] = 0.005;
  CHECK_FALSE(check(parsed(lesson)).front().claim.holds);
}
