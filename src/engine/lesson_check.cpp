// SPDX-License-Identifier: MIT
// Every claim of a lesson, raced and measured.
#include "fogline/engine/lesson_check.hpp"

namespace fogline {
namespace {

Check check_claim(std::size_t step, const Expectation& e, const Session& session,
                  const Race& race) {
  return {step, words(e.claim), evaluate(e.claim, session.experiment, race),
          evaluate(e.control, e.where_false.experiment), e.edit};
}

Check check_mission(std::size_t step, const Task& task, const Session& session, const Race& race) {
  return {step, "mission: " + words(task.mission), evaluate(task.mission, task.solution.experiment),
          evaluate(task.mission, session.experiment, race), task.edit};
}

}  // namespace

std::vector<Check> check(const Lesson& lesson) {
  std::vector<Check> all;
  Race race;  // of each step in turn: what an edit does not concern is kept
  for (std::size_t i = 0; i < lesson.steps.size(); ++i) {
    const LessonStep& step = lesson.steps[i];
    race.follow(step.session.experiment);
    race.advance();
    for (const Expectation& e : step.expect) all.push_back(check_claim(i, e, step.session, race));
    if (step.ask && step.ask->kind == Task::Kind::mission)
      all.push_back(check_mission(i, *step.ask, step.session, race));
  }
  return all;
}

}  // namespace fogline
