// SPDX-License-Identifier: MIT
// The file dialog, and the question before unsaved work is lost.
#include "gui/button.hpp"
#include "gui/controls.hpp"
#include "gui/file_dialog.hpp"
#include "gui/panels/actions.hpp"
#include "gui/panels/panels.hpp"
#include "gui/popup.hpp"
#include "gui/text.hpp"

namespace fogline::gui {
namespace {

// Saving first only makes sense where the session has a file; otherwise the dialog asks for one.
void answer(Workbench& bench, bool save) {
  const Wish then = bench.question->then;
  bench.question.reset();
  ImGui::CloseCurrentPopup();
  if (save && bench.file.empty()) {
    bench.after_save = then;
    return act(bench, Action::save);
  }
  if (save) bench.wishes.push_back({Wish::Kind::save, bench.file});
  bench.wishes.push_back(then);
}

// A file chosen is wished for, and then what the saving was asked for, if it was.
void files(Ui& ui, Workbench& bench) {
  if (const auto path = draw_file_dialog(ui, bench.files)) {
    wish(bench, {bench.files_for, *path});
    if (bench.after_save) bench.wishes.push_back(*bench.after_save);
  }
  if (!bench.files.open) bench.after_save.reset();
}

void question_body(Ui& ui, Workbench& bench) {
  const std::string name = bench.file.empty() ? "This session" : bench.file.filename().string();
  ImGui::PushFont(ui.fonts.body_bold);
  ImGui::TextUnformatted("Save the changes?");
  ImGui::PopFont();
  paragraph(ui.fonts.body, ui.theme.text, name + " has changes that are in no file.");
  ImGui::Dummy({1, px(ui, 8)});
  if (button(ui, "save", "Save", {.primary = true})) return answer(bench, true);
  ImGui::SameLine();
  if (button(ui, "discard", "Discard the changes")) return answer(bench, false);
  ImGui::SameLine();
  if (button(ui, "cancel", "Cancel") || escape_closes(ui)) {
    bench.question.reset();
    ImGui::CloseCurrentPopup();
  }
}

void question(Ui& ui, Workbench& bench) {
  if (bench.question && !ImGui::IsPopupOpen(full_path(ui, "question").c_str()))
    open_popup(ui, "question");
  Modal modal(ui, "question", {px(ui, 420), px(ui, 150)});
  if (modal && bench.question) question_body(ui, bench);
}

void recovery_body(Ui& ui, Workbench& bench) {
  ImGui::PushFont(ui.fonts.body_bold);
  ImGui::TextUnformatted("Take up the work again?");
  ImGui::PopFont();
  paragraph(ui.fonts.body, ui.theme.text,
            "Fogline ended unexpectedly. What you were working on was kept.");
  ImGui::Dummy({1, px(ui, 8)});
  const bool recover = button(ui, "recover", "Recover", {.primary = true});
  ImGui::SameLine();
  if (!recover && !button(ui, "discard", "Discard")) return;
  if (recover) {
    const Experiment untouched = bench.saved;
    take_over(bench, bench.crashed->session, bench.crashed->file);
    bench.saved = untouched;
  }
  bench.crashed.reset();
  ImGui::CloseCurrentPopup();
}

void recovery(Ui& ui, Workbench& bench) {
  if (bench.crashed && !ImGui::IsPopupOpen(full_path(ui, "recovery").c_str()))
    open_popup(ui, "recovery");
  Modal modal(ui, "recovery", {px(ui, 420), px(ui, 160)});
  if (modal && bench.crashed) recovery_body(ui, bench);
}

}  // namespace

void dialogs(Ui& ui, Workbench& bench) {
  files(ui, bench);
  question(ui, bench);
  recovery(ui, bench);
}

}  // namespace fogline::gui
