// SPDX-License-Identifier: MIT
// Options as buttons of as many lines as they need, places and missions as sentences, and a pill
// that says how it stands.
#include "gui/panels/lesson_answers.hpp"

#include <cfloat>

#include "gui/compat.hpp"
#include "gui/controls.hpp"
#include "gui/icon.hpp"
#include "gui/panels/lesson.hpp"
#include "gui/press.hpp"
#include "gui/text.hpp"

namespace fogline::gui {
namespace {

ImVec2 wrapped_size(const ImFont* font, std::string_view text, float width) {
  return font->CalcTextSizeA(font_height(font), FLT_MAX, width, text.data(),
                             text.data() + text.size());
}

void put_wrapped(const ImFont* font, ImVec2 at, ImU32 color, std::string_view text, float width) {
  ImGui::GetWindowDrawList()->AddText(font, font_height(font), at, color, text.data(),
                                      text.data() + text.size(), width);
}

// How an option looks: untouched, chosen and right, chosen and wrong, or out of the question.
struct OptionInk {
  ImU32 ground, ink;
  std::optional<Icon> icon;
};

OptionInk ink_of(const Ui& ui, const Answer& given, std::size_t option) {
  const Theme& theme = ui.theme;
  if (given.option != option)
    return {theme.raised, given.right ? theme.muted : theme.text, std::nullopt};
  if (given.right) return {theme.good.ground, theme.good.ink, Icon::check};
  return {theme.failed.ground, theme.failed.ink, Icon::cross};
}

bool option_button(Ui& ui, std::size_t option, std::string_view text, const Answer& given) {
  const ImFont* font = ui.fonts.body;
  const float width = ImGui::GetContentRegionAvail().x, side = px(ui, 10), sign = px(ui, 22);
  const float room = width - 2 * side - sign;
  const float height = wrapped_size(font, text, room).y + px(ui, 12);
  const Press press =
      press_area(ui, std::to_string(option + 1), {width, height}, {.enabled = !given.right});
  const OptionInk ink = ink_of(ui, given, option);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled(press.min, press.max, ink.ground, px(ui, 6));
  draw_hover_ground(ui, press, 6);
  draw_focus_ring(ui, press, 6);
  const float left = press.min.x + side;
  if (ink.icon)
    draw_icon(list, *ink.icon, {left + px(ui, 7), press.min.y + px(ui, 17)}, px(ui, 16), ink.ink);
  else
    put_text(list, ui.fonts.body_bold, {left, press.min.y + px(ui, 6)}, ui.theme.muted,
             std::to_string(option + 1));
  put_wrapped(font, {left + sign, press.min.y + px(ui, 6)}, ink.ink, text, room);
  return press.clicked;
}

void options(Ui& ui, Workbench& bench, const Task& task, const Answer& given) {
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, px(ui, 6)});
  for (std::size_t i = 0; i < task.options.size(); ++i)
    if (option_button(ui, i, task.options[i], given)) answer_option(bench, i);
  ImGui::PopStyleVar();
}

void reply(Ui& ui, PillKind kind, std::string_view word, std::string_view sentence) {
  pill(ui, "reply", kind, word);
  paragraph(ui.fonts.body, ui.theme.text, sentence);
}

// Whether the student has tried something: an answer, or for a mission an edit.
bool has_tried(const Workbench& bench, const Task& task, const Answer& given) {
  if (task.kind == Task::Kind::mission)
    return !(bench.session.experiment == lesson_step(bench)->session.experiment);
  return given.option || given.place;
}

void mission_state(const Ui& ui, const Workbench& bench, const Task& task) {
  const bool known = bench.race_known && bench.lesson->judged.has_value();
  paragraph(ui.fonts.small, ui.theme.muted,
            words(task.mission) + ". Now: " + (known ? bench.lesson->mission.measured : "..."));
}

}  // namespace

void question_section(Ui& ui, Workbench& bench) {
  const LessonStep* step = lesson_step(bench);
  if (step == nullptr || !step->ask) return;
  const Scope scope(ui, "question");
  const Task& task = *step->ask;
  ImGui::Dummy({1, px(ui, 2)});
  section_title(ui, task.kind == Task::Kind::mission ? "Mission" : "Question");
  paragraph(ui.fonts.body_bold, ui.theme.text, task.prompt);
  const Answer given = bench.lesson->answers[bench.lesson->step];
  if (task.kind == Task::Kind::choice) options(ui, bench, task, given);
  if (task.kind == Task::Kind::mission) mission_state(ui, bench, task);
  if (given.right)
    reply(ui, PillKind::good, task.kind == Task::Kind::mission ? "done" : "right", task.right);
  else if (has_tried(bench, task, given) && !task.wrong.empty())
    reply(ui, PillKind::stuck, "not yet", task.wrong);
}

void claims_section(const Ui& ui, const Workbench& bench) {
  const LessonStep* step = lesson_step(bench);
  if (!tells_claims(bench)) return;
  const auto& judgements = bench.lesson->judgements;
  if (judgements.size() != step->expect.size()) return;
  ImGui::Dummy({1, px(ui, 2)});
  section_title(ui, "What must be true");
  for (std::size_t i = 0; i < judgements.size(); ++i) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const auto& [finding, known, inquiry] = judgements[i];
    if (known)
      draw_icon(*ImGui::GetWindowDrawList(), finding.holds ? Icon::check : Icon::cross,
                {at.x + px(ui, 7), at.y + px(ui, 10)}, px(ui, 14),
                finding.holds ? ui.theme.good.ink : ui.theme.failed.ink);
    ImGui::Indent(px(ui, 20));
    paragraph(ui.fonts.small, ui.theme.muted,
              words(step->expect[i].claim) +
                  (finding.measured.empty() ? "" : " (" + finding.measured + ")"));
    ImGui::Unindent(px(ui, 20));
  }
}

}  // namespace fogline::gui
