// SPDX-License-Identifier: MIT
// Lessons: sessions with text, questions, and claims that are checked to be true. One JSON file
// each; docs/lessons.md describes the format.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "fogline/engine/claim.hpp"
#include "fogline/engine/control.hpp"
#include "fogline/engine/session.hpp"

namespace fogline {

// A claim, and its control: where it must fail.
struct Expectation {
  Claim claim;
  Claim control;        // the same claim; of the laboratory the claim with another measurement
  Session where_false;  // of a claim about a race
  std::string edit;     // that leads there from the step's session, or measurement, as JSON
};

// A page of the laboratory that a step opens in the terrain's place.
struct LaboratoryPage {
  enum class Kind : int { minima, plane, saddles };
  Kind kind = Kind::minima;
  PlaneShare plane;  // what the page of that kind shows
};

// Asked of the student, one of three ways:
//   choice   which of the options
//   place    where on the map the racer will end
//   mission  to edit the session until the claim holds
struct Task {
  enum class Kind { choice, place, mission };
  Kind kind = Kind::choice;
  std::string prompt;
  std::string right, wrong;  // what is said to an answer

  std::vector<std::string> options;
  std::size_t answer = 0;

  std::string racer;  // whose end is asked for
  double within = 0;  // of its answer, domain units

  Claim mission;     // false in the step's own session
  Session solution;  // here it holds: the mission can be done
  std::string edit;  // that leads there, as JSON
};

struct LessonStep {
  std::string title, text;
  Session session;
  std::optional<LaboratoryPage> laboratory;
  Controls hidden, locked;  // what is hidden is locked too
  std::optional<Task> ask;
  std::vector<Expectation> expect;
};

struct Lesson {
  std::string id;  // the file's name without its ending
  int number = 0;
  std::string title;
  int minutes = 3;
  std::vector<LessonStep> steps;
  std::string beyond;  // what two dimensions cannot show
};

inline constexpr std::size_t longest_step_text = 280;  // bytes: three lines before a class

// `source` is the file's name. Throws std::invalid_argument with one sentence: file, place, cause
// and remedy, e.g. "03_rates.json: steps[2].expect[0].verdict: no verdict 'sadle'; did you mean
// 'saddle'?".
Lesson parse_lesson(std::string_view text, std::string_view source);

}  // namespace fogline
