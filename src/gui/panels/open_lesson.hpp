// SPDX-License-Identifier: MIT
// The lesson that is open in a window, what the student has answered, and the work that comes back
// when it is left. None of it is part of the session.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

#include "fogline/engine/history.hpp"
#include "fogline/engine/inquiry.hpp"
#include "fogline/engine/lesson.hpp"

namespace fogline::gui {

using Lessons = std::shared_ptr<const std::vector<Lesson>>;

// What was on the bench before the lesson.
struct SetAside {
  Session session;
  History history;
  Experiment settled, saved;
  std::filesystem::path file;
  std::size_t selected = 0;
};

struct Answer {
  std::optional<std::size_t> option;  // chosen last
  std::optional<Vec2> place;          // clicked last
  bool right = false;                 // once right, it stays so
};

// How a claim stands on the race as it is.
struct Judged {
  Finding finding;                 // so far
  bool known = false;              // it is the last word
  std::optional<Inquiry> inquiry;  // of a claim that takes longer than a frame, once begun
};

struct OpenLesson {
  Lesson lesson;
  std::size_t step = 0;  // steps.size(): the last card, what two dimensions cannot show
  int entered = 0;       // counts the steps shown, so that each is known from the one before
  SetAside own;
  std::vector<Answer> answers;     // one for each step
  std::vector<Judged> judgements;  // of the step's claims on the race as it is
  Finding mission;
  std::optional<Experiment> judged;  // the race that these belong to
};

}  // namespace fogline::gui
