// SPDX-License-Identifier: MIT
// The selected racer's next step in numbers.
#include "gui/panels/inspector.hpp"

#include <algorithm>

#include "fogline/engine/pytorch.hpp"
#include "fogline/optimizers/stability.hpp"
#include "gui/button.hpp"
#include "gui/controls.hpp"
#include "gui/number.hpp"
#include "gui/panels/actions.hpp"
#include "gui/panels/slow_step.hpp"
#include "gui/popup.hpp"
#include "gui/press.hpp"
#include "gui/text.hpp"

namespace fogline::gui {
namespace {

// Label at the left, numbers at the right, all their digits as tooltip.
void row(Ui& ui, std::string_view name, std::string_view label, const std::vector<double>& values,
         std::string_view help = {}) {
  const Press press =
      press_area(ui, name, {ImGui::GetContentRegionAvail().x, px(ui, 20)}, {.focusable = false});
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const ImFont* font = ui.fonts.small;
  std::string shown, full;
  for (const double v : values) {
    shown += (shown.empty() ? "" : "   ") + short_number(v);
    full += (full.empty() ? "" : "\n") + full_number(v);
  }
  const float y = line_top(font, press.min.y, press.max.y - press.min.y);
  put_text(list, font, {press.min.x, y}, ui.theme.muted, label);
  put_text(list, font, {press.max.x - text_width(font, shown), y}, ui.theme.text, shown);
  draw_hover_ground(ui, press, 4);
  tooltip(ui, press, help.empty() ? full : full + "\n" + std::string(help));
}

void wrapped(const Ui& ui, ImU32 ink, const std::string& text) {
  const FontScope font(ui.fonts.small);
  ImGui::PushStyleColor(ImGuiCol_Text, ink);
  ImGui::PushTextWrapPos(0);
  ImGui::TextUnformatted(in_lines(ui.fonts.small, text, ImGui::GetContentRegionAvail().x).c_str());
  ImGui::PopTextWrapPos();
  ImGui::PopStyleColor();
}

// ASCII as engine texts are, with the signs that read better.
std::string typeset(std::string text) {
  for (std::size_t at = text.find(" * "); at != std::string::npos; at = text.find(" * "))
    text.replace(at, 3, "\u00b7");
  for (std::size_t at = text.find("<-"); at != std::string::npos; at = text.find("<-"))
    text.replace(at, 2, "\u2190");
  return text;
}

std::string in_numbers(const RuleLine& line, std::size_t i) {
  constexpr std::string_view names[] = {"x", "y"};
  const std::string symbol =
      line.symbol == "x" ? std::string(names[i]) : line.symbol + "_" + std::string(names[i]);
  const std::string value = short_number(line.value[i]);
  const std::string text = typeset(line.numbers[i]);
  return symbol + " \u2190 " + (text == value ? value : text + " = " + value);
}

void rule(Ui& ui, const StepParts& parts, const Optimizer& optimizer) {
  wrapped(ui, ui.theme.muted, typeset(std::string(info(optimizer).formula)));
  for (std::size_t i = 0; i < 2; ++i)
    for (const RuleLine& line : parts.lines) wrapped(ui, ui.theme.text, in_numbers(line, i));
  if (!(parts.pull == Vec2{})) row(ui, "pull", "weight decay takes", {parts.pull.x, parts.pull.y});
}

void marks_of(Ui& ui, const StepParts& parts) {
  for (const Mark& mark : parts.marks)
    if (mark.values.size() <= 3) row(ui, mark.name, mark.name, mark.values);
}

// What the rate may be here, on the local quadratic model.
void stability(Ui& ui, const StepParts& parts, const Optimizer& optimizer,
               const Eigen2& curvature) {
  const double divisor = std::max(parts.divisors.x, parts.divisors.y);
  if (!(parts.divisors.x == parts.divisors.y) || parts.rate == 0) return;
  const auto limit = rate_limit(optimizer, curvature.high / divisor);
  if (!limit) return;
  row(ui, "limit", "rate, and its limit here", {parts.rate, *limit},
      "On the local quadratic model a larger rate swings ever wider.");
}

void place(Ui& ui, const StepParts& p, const Evaluator& f, const Optimizer& optimizer) {
  const Jet here = f.jet(p.from);
  const Eigen2 curvature = eigen(here.xx, here.xy, here.yy);
  row(ui, "position", "position", {p.from.x, p.from.y});
  row(ui, "loss", "loss", {p.loss});
  row(ui, "gradient", "gradient", {p.slope.x, p.slope.y});
  if (p.told && !(*p.told == p.slope)) row(ui, "told", "is told", {p.told->x, p.told->y});
  row(ui, "curvatures", "curvatures", {curvature.low, curvature.high},
      "Eigenvalues of the Hessian: how the slope changes along the two main directions.");
  stability(ui, p, optimizer, curvature);
  row(ui, "move", "next step", {p.move.x, p.move.y});
}

void copy_pytorch(Workbench& bench) {
  const Trajectory& walk = bench.race[bench.selected];
  const PytorchProgram program = pytorch_program(walk.course(), walk.last());
  if (program.text.empty())
    notify(bench.notices, NoticeKind::error, program.why_not);
  else
    bench.wishes.push_back({Wish::Kind::copy_text, {}, program.text});
}

void copy_menu(Ui& ui, Workbench& bench) {
  if (icon_button(ui, "copy", Icon::duplicate,
                  {.tip = "Copy this step, or the racer as a program"}))
    open_popup(ui, "copies");
  Popup popup(ui, "copies");
  if (!popup) return;
  const float width = px(ui, 220);
  if (popup_line(ui, "text", "Copy as text", "", width))
    bench.wishes.push_back({Wish::Kind::copy_text, {}, inspected_text(bench)});
  if (popup_line(ui, "pytorch", "Copy as PyTorch", "", width)) copy_pytorch(bench);
}

void head(Ui& ui, Workbench& bench) {
  bool& open = bench.inspection.open;
  if (icon_button(ui, "open", open ? Icon::chevron_down : Icon::chevron_right,
                  {.tip = tip_of(Action::inspector)}))
    open = !open;
  ImGui::SameLine(0, px(ui, 4));
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float right = ImGui::GetCursorPosX() + ImGui::GetContentRegionAvail().x;
  const auto& racers = bench.session.experiment.racers;
  std::string text = capitals("Inspector");
  if (bench.selected < racers.size()) text += "  " + printable(racers[bench.selected].name);
  put_text(*ImGui::GetWindowDrawList(), ui.fonts.small_bold,
           {at.x, line_top(ui.fonts.small_bold, at.y, px(ui, layout::row))}, ui.theme.muted,
           elided(ui.fonts.small_bold, text, ImGui::GetContentRegionAvail().x - px(ui, 32)));
  if (!open) return ImGui::NewLine();
  ImGui::SetCursorPosX(right - px(ui, 28));
  copy_menu(ui, bench);
}

void body(Ui& ui, Workbench& bench) {
  const StepParts* parts = inspected_step(bench);
  if (parts == nullptr)
    return wrapped(ui, ui.theme.muted, "No step follows here. Move the playhead back, or press R.");
  const Racer& racer = bench.session.experiment.racers[bench.selected];
  const Evaluator f = bench.race[bench.selected].gear().at(parts->step);
  const auto sentences = part_sentences(*parts, racer.optimizer);
  if (const SlowStep* slow = shown_slow_step(bench))
    wrapped(ui, ui.theme.text, sentences[static_cast<std::size_t>(slow->part)]);
  if (parts->lines.empty())
    for (const std::string& sentence : sentences) wrapped(ui, ui.theme.muted, sentence);
  else
    rule(ui, *parts, racer.optimizer);
  ImGui::Dummy({1, px(ui, 2)});
  local_picture(ui, *parts, f, racer.mark, px(ui, 108));
  ImGui::Dummy({1, px(ui, 2)});
  place(ui, *parts, f, racer.optimizer);
  marks_of(ui, *parts);
}

}  // namespace

void inspector_section(Ui& ui, Workbench& bench) {
  const Scope scope(ui, "inspector");
  bool& was_open = *ImGui::GetStateStorage()->GetBoolRef(ImGui::GetID("was open"));
  if (bench.inspection.open && !was_open) ImGui::SetScrollHereY(0);  // as far as need be
  was_open = bench.inspection.open;
  head(ui, bench);
  if (!bench.inspection.open) return;
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {px(ui, 8), px(ui, 2)});
  body(ui, bench);
  ImGui::PopStyleVar();
}

}  // namespace fogline::gui
