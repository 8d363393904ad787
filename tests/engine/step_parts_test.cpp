// SPDX-License-Identifier: MIT
// Steps taken apart: the parts make the step that was made.
#include "fogline/engine/step_parts.hpp"

#include "catch.hpp"
#include "fogline/core/text.hpp"
#include "fogline/engine/local_cut.hpp"
#include "optimizers/courses.hpp"

using namespace fogline;
using namespace fogline::tests;

namespace {

Course course(const Optimizer& o, const Axes& axes = {}, const char* land = "rosenbrock") {
  return {.landscape = make_landscape(land), .optimizer = o, .axes = axes, .start = {-1.2, 1.5}};
}
Trajectory walked(const Course& c, std::uint32_t steps) {
  Trajectory t(c);
  t.extend(steps);
  return t;
}

// The rule's own x, less what the decay axis takes, is where the walk goes; memory goes on from
// where it was.
void check_chain(const Trajectory& t, std::uint32_t steps) {
  std::optional<StepParts> before;
  for (std::uint32_t k = 0; k < std::min(steps, t.last()); ++k) {
    const auto parts = step_parts(t, k);
    REQUIRE(parts);
    CHECK(parts->from == t.at(k).x);
    CHECK(parts->to == t.at(k + 1).x);
    CHECK(parts->loss == t.at(k).loss);
    if (!parts->told) continue;
    REQUIRE(!parts->lines.empty());
    CHECK(parts->lines.back().value - parts->pull == parts->to);
    for (std::size_t m = 0; m < parts->memory.size(); ++m) {
      CHECK(parts->lines[parts->lines.size() - 1 - parts->memory.size() + m].value ==
            parts->memory[m].after);
      if (before) CHECK(parts->memory[m].before == before->memory[m].after);
    }
    before = parts;
  }
}

}  // namespace

TEST_CASE("the parts of every method's steps make the step that was made, to the bit") {
  for (const Optimizer& o : all_optimizers()) {
    INFO(info(o).id);
    const Trajectory t = walked(course(o), 12);
    check_chain(t, 12);
    CHECK_FALSE(step_parts(t, t.last()));
  }
}

TEST_CASE("what axes do to a step is among its parts") {
  const Axes noisy{.schedule = Schedule{}, .noise = Noise{}, .clipping = Clipping{}};
  const Axes decaying{.decoupled_weight_decay = DecoupledWeightDecay{}};
  for (const Optimizer& o : all_optimizers()) {
    if (!meets(o, Need::rate) || !meets(o, Need::slope)) continue;
    INFO(info(o).id);
    check_chain(walked(course(o, noisy), 70), 70);
    check_chain(walked(course(o, decaying), 8), 8);
  }
  const auto parts = step_parts(walked(course(Momentum{}, noisy), 3), 1);
  REQUIRE(parts);
  CHECK_FALSE(*parts->told == parts->slope);
}

TEST_CASE("every per-coordinate rule names each number of its memory") {
  for (const Optimizer& o : all_optimizers()) {
    INFO(info(o).id);
    const auto parts = step_parts(walked(course(o), 2), 0);
    REQUIRE(parts);
    for (const MemoryPart& m : parts->memory) CHECK(m.memory.meaning != "state");
  }
}

TEST_CASE("a rule is written with its numbers in place of its letters") {
  const Course c{.landscape = make_landscape("bowl"),
                 .optimizer = Momentum{.learning_rate = 0.1, .momentum = 0.5},
                 .start = {2, -4}};
  const Trajectory t = walked(c, 3);
  const Vec2 g0 = t.gear().landscape.gradient({2, -4}).gradient;
  const auto first = step_parts(t, 0);
  REQUIRE(first);
  REQUIRE(first->lines.size() == 2);
  CHECK(first->lines[0].symbol == "v");
  CHECK(first->lines[0].value == g0);
  const auto second = step_parts(t, 1);
  REQUIRE(second);
  const std::string wanted =
      "0.5 * " + number_text(g0.x, 4) + " + " + number_text(second->told->x, 4);
  CHECK(second->lines[0].numbers[0] == wanted);
  CHECK(second->lines[1].numbers[0] ==
        number_text(second->from.x, 4) + " - 0.1 * " + number_text(second->memory[0].after.x, 4));
}

TEST_CASE("a decay that is in use is a line of its own, and one that is not leaves no trace") {
  const auto lines = [](double weight_decay) {
    return step_parts(walked(course(Adam{.weight_decay = weight_decay}), 2), 1)->lines;
  };
  CHECK(lines(0).front().symbol == "m");
  CHECK(lines(0.1).front().symbol == "d");
}

TEST_CASE("each part of a step is a sentence of its own") {
  for (const Optimizer& o : all_optimizers()) {
    INFO(info(o).id);
    const auto parts = step_parts(walked(course(o), 2), 0);
    REQUIRE(parts);
    const auto sentences = part_sentences(*parts, o);
    CHECK(sentences[0].starts_with("Gradient: "));
    CHECK(sentences[1].starts_with("Memory: "));
    CHECK(sentences[2].starts_with("Scaling: "));
    CHECK(sentences[3].starts_with("Move: "));
    for (const std::string& s : sentences) CHECK(s.ends_with("."));
  }
}

TEST_CASE("a restart is told as one") {
  const Axes axes{.restarts = Restarts{.patience = 3}};
  const Trajectory t = walked(course(GradientDescent{.learning_rate = 1e-9}, axes), 400);
  for (std::uint32_t k = 0; k < t.last(); ++k)
    if (has(t.at(k + 1).event, Event::restart)) {
      const auto parts = step_parts(t, k);
      REQUIRE(parts);
      CHECK(parts->lines.empty());
      CHECK(part_sentences(*parts, t.course().optimizer)[3].starts_with("Restart: "));
      return;
    }
  FAIL("no restart");
}

TEST_CASE("the local model touches the ground where the walker stands, and is it on a bowl") {
  const Landscape bowl = make_landscape("bowl");
  const LocalCut cut = local_cut(evaluator(bowl), {1, 2}, {0.5, -1}, 26);
  REQUIRE(cut.t.size() == 26);
  for (std::size_t i = 0; i < cut.t.size(); ++i)
    CHECK(cut.model[i] == Approx(cut.loss[i]).epsilon(1e-12));
  const Landscape valley = make_landscape("rosenbrock");
  const LocalCut bent = local_cut(evaluator(valley), {-1.2, 1}, {0.1, 0.1}, 26);
  CHECK(bent.model[5] == Approx(bent.loss[5]).epsilon(1e-12));  // t = 0
  CHECK(bent.curvature.low <= bent.curvature.high);
  CHECK(bent.curvature_along <= bent.curvature.high);
}
