// SPDX-License-Identifier: MIT
// A lesson in the place of the left panel: text, question, claims, then what it leaves in the
// student's hands; below them the way on and back.
#include <algorithm>

#include "gui/button.hpp"
#include "gui/controls.hpp"
#include "gui/keys.hpp"
#include "gui/panels/lesson.hpp"
#include "gui/panels/lesson_answers.hpp"
#include "gui/panels/panel.hpp"
#include "gui/panels/panels.hpp"
#include "gui/text.hpp"

namespace fogline::gui {
namespace {

constexpr float footer_height = 52;

// A step just entered is read from its first line.
void begin_at_top(const OpenLesson& open) {
  int& shown = *ImGui::GetStateStorage()->GetIntRef(ImGui::GetID("entered"), -1);
  if (shown != open.entered) ImGui::SetScrollY(0);
  shown = open.entered;
}

// "LESSON 3" and the way out: true when it is taken.
bool head(Ui& ui, const Workbench& bench) {
  const OpenLesson& open = *bench.lesson;
  const float right = ImGui::GetCursorPosX() + ImGui::GetContentRegionAvail().x;
  const float top = ImGui::GetCursorPosY();
  section_title(ui, "Lesson " + std::to_string(open.lesson.number));
  const ImVec2 after = ImGui::GetCursorPos();
  ImGui::SetCursorPos({right - px(ui, 24), top - px(ui, 2)});
  const bool leaves = icon_button(
      ui, "leave", Icon::cross, {.tip = "Leave the lesson: your own work comes back", .size = 24});
  ImGui::SetCursorPos(after);
  paragraph(ui.fonts.title, ui.theme.text, open.lesson.title);
  return leaves;
}

void last_card(const Ui& ui, const Lesson& lesson) {
  paragraph(ui.fonts.body_bold, ui.theme.text, "What two dimensions cannot show");
  paragraph(ui.fonts.body, ui.theme.text, lesson.beyond);
}

// What the step leaves in the student's hands.
void sections(Ui& ui, Workbench& bench) {
  const bool racers = !is_hidden(bench, Control::racers),
             landscape = !is_hidden(bench, Control::landscape);
  if (racers || landscape) separator(ui);
  if (racers) racers_section(ui, bench);
  if (landscape) landscape_section(ui, bench);
}

// A dot for each step and the last card: filled up to the one shown.
void dots(const Ui& ui, const OpenLesson& open, ImVec2 min, ImVec2 max) {
  const std::size_t count = open.lesson.steps.size() + 1;
  const float gap = std::min(px(ui, 12), (max.x - min.x) / static_cast<float>(count));
  const float left = 0.5f * (min.x + max.x - gap * static_cast<float>(count - 1));
  ImDrawList& list = *ImGui::GetWindowDrawList();
  for (std::size_t i = 0; i < count; ++i) {
    const ImVec2 at{left + gap * static_cast<float>(i), 0.5f * (min.y + max.y)};
    const bool here = i == open.step;
    list.AddCircleFilled(at, px(ui, here ? 4.f : 3.f),
                         here            ? ui.theme.text
                         : i < open.step ? ui.theme.muted
                                         : ui.theme.line);
  }
}

bool is_last_lesson(const Workbench& bench) {
  return !bench.lessons || bench.lessons->empty() ||
         bench.lesson->lesson.number >= bench.lessons->back().number;
}

void footer(Ui& ui, Workbench& bench) {
  const OpenLesson& open = *bench.lesson;
  const bool at_end = open.step == open.lesson.steps.size(), last = is_last_lesson(bench);
  const float width = px(ui, 68), right = ImGui::GetCursorPosX() + ImGui::GetContentRegionAvail().x;
  const ImVec2 corner = ImGui::GetCursorScreenPos();
  const bool back =
      button(ui, "back", "Back",
             {.tip = tip_of(Action::lesson_back), .enabled = open.step > 0, .width = width});
  dots(ui, open, {corner.x + width, corner.y},
       {corner.x + ImGui::GetContentRegionAvail().x - width, corner.y + px(ui, 30)});
  ImGui::SameLine();
  ImGui::SetCursorPosX(right - width);
  const bool forward = button(ui, "next", at_end && last ? "Done" : "Next",
                              {.tip = at_end && last ? "Leave the lesson: your own work comes back"
                                      : at_end       ? "The next lesson"
                                                     : tip_of(Action::lesson_forward),
                               .primary = true,
                               .width = width});
  if (back) lesson_back(bench);
  if (forward && at_end && last)
    leave_lesson(bench);
  else if (forward)
    lesson_forward(bench);
}

}  // namespace

void lesson_panel(Ui& ui, Workbench& bench, const Rect& rect) {
  const Scope scope(ui, "lesson");
  const float split = std::max(rect.min.y, rect.max.y - px(ui, footer_height));
  {
    const Panel panel(ui, "lesson", {rect.min, {rect.max.x, split}}, ui.theme.panel, {16, 14});
    begin_at_top(*bench.lesson);
    if (head(ui, bench)) return leave_lesson(bench);
    if (const LessonStep* step = lesson_step(bench)) {
      paragraph(ui.fonts.body_bold, ui.theme.text, step->title);
      paragraph(ui.fonts.body, ui.theme.text, step->text);
      question_section(ui, bench);
      claims_section(ui, bench);
    } else {
      last_card(ui, bench.lesson->lesson);
    }
    sections(ui, bench);
  }
  const Panel panel(ui, "lesson footer", {{rect.min.x, split}, rect.max}, ui.theme.panel, {16, 10},
                    ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse);
  footer(ui, bench);
}

void lesson_invitation(Ui& ui, Workbench& bench, const Rect& terrain) {
  if (bench.hints.lesson || bench.lesson || !bench.lessons || bench.lessons->empty()) return;
  const char* label = "Lesson 1 \u2013 60 s";
  const float width = text_width(ui.fonts.body_bold, label) + px(ui, 24);
  const ImVec2 corner{terrain.min.x + px(ui, 16), terrain.min.y + px(ui, 12)};
  if (corner.x + width > terrain.max.x || corner.y + px(ui, 32) > terrain.max.y) return;
  const Panel panel(ui, "invitation", {corner, {corner.x + width, corner.y + px(ui, 32)}}, 0,
                    {0, 0}, ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoBackground);
  const Scope scope(ui, "invitation");
  if (button(ui, "lesson", label,
             {.tip = "A walker, a trap, and how to leave it", .primary = true, .width = width}))
    begin_lesson(bench, 0);
}

}  // namespace fogline::gui
