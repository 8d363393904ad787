// SPDX-License-Identifier: MIT
// Leading through a lesson: its steps, its answers, what it hides and locks. The user's own work is
// set aside when a lesson begins and put back when it is left.
#pragma once

#include <optional>
#include <string_view>

#include "gui/panels/workbench.hpp"

namespace fogline::gui {

// `index` among the workbench's lessons.
void begin_lesson(Workbench& bench, std::size_t index);
void leave_lesson(Workbench& bench);
// Steps on, or back; after the last card the next lesson begins, if there is one. Nothing without a
// lesson.
void lesson_forward(Workbench& bench);
void lesson_back(Workbench& bench);
void show_lesson_step(Workbench& bench, std::size_t step);

// The step shown; null without a lesson and on its last card.
const LessonStep* lesson_step(const Workbench& bench);
// What is said to the class now; empty without a lesson.
std::string_view lesson_text(const Workbench& bench);

bool is_hidden(const Workbench& bench, Control control);
bool is_locked(const Workbench& bench, Control control);
// Before and after everything that edits: puts locked controls back, and says so.
struct Held {
  Session session;
  int entered = 0;
};
std::optional<Held> hold_lesson(const Workbench& bench);
void keep_locked(Workbench& bench, const std::optional<Held>& held);

// Whether the next click on the terrain is an answer.
bool asks_for_place(const Workbench& bench);
void answer_place(Workbench& bench, Vec2 place);
void answer_option(Workbench& bench, std::size_t option);
// Whether claims may be told: they tell how the race ends, so not before the question is answered,
// or the end was seen.
bool tells_claims(const Workbench& bench);
// Once a frame, `busy` while a gesture is unfinished: measures claims and mission when the race has
// changed. Claims over many starts and of the laboratory take several frames, a share of each.
void judge_lesson(Workbench& bench, bool busy);
// Whether such a claim is being measured.
bool is_judging(const Workbench& bench);

// The user's own work, also while a lesson is open.
const Session& own_session(const Workbench& bench);
const std::filesystem::path& own_file(const Workbench& bench);

}  // namespace fogline::gui
