// SPDX-License-Identifier: MIT
// The selected racer's next step in numbers.
#include "gui/panels/inspector.hpp"

#include <algorithm>

#include "fogline/engine/pytorch.hpp"
#include "fogline/landscapes/dimension.hpp"
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

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos;
       at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
}

// ASCII as engine texts are, with the signs that read better.
std::string typeset(std::string text) {
  constexpr std::pair<std::string_view, std::string_view> signs[]{
      {" * ", "\u00b7"}, {"<-", "\u2190"},  {"+ -", "\u2212 "}, {" - ", " \u2212 "},
      {"(-", "(\u2212"}, {" -", " \u2212"}, {"e-0", "e\u2212"}, {"e-1", "e\u22121"}};
  for (const auto& [from, to] : signs) replace_all(text, from, to);
  return text.starts_with('-') ? "\u2212" + text.substr(1) : text;
}

std::string in_numbers(const RuleLine& line, std::size_t i) {
  constexpr std::string_view names[] = {"x", "y"};
  const std::string symbol =
      line.symbol == "x" ? std::string(names[i]) : line.symbol + "_" + std::string(names[i]);
  const std::string value = short_number(line.value[i]);
  const std::string text = typeset(line.numbers[i]);
  return symbol + " \u2190 " + (text == value ? value : text + " = " + value);
}

void rule(Ui& ui, const StepParts& parts, std::size_t coordinates) {
  for (std::size_t i = 0; i < coordinates; ++i)
    for (const RuleLine& line : parts.lines)
      paragraph(ui.fonts.small, ui.theme.text, in_numbers(line, i));
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

// Of a curve there is nothing to say of y.
std::vector<double> shown(Vec2 v, std::size_t coordinates) {
  return coordinates == 1 ? std::vector{v.x} : std::vector{v.x, v.y};
}

void place(Ui& ui, const StepParts& p, const Evaluator& f, const Optimizer& optimizer,
           std::size_t coordinates) {
  const Jet here = f.jet(p.from);
  const Eigen2 curvature = eigen(here.xx, here.xy, here.yy);
  row(ui, "position", "position", shown(p.from, coordinates));
  row(ui, "loss", "loss", {p.loss});
  row(ui, "gradient", "gradient", shown(p.slope, coordinates));
  if (p.told && !(*p.told == p.slope)) row(ui, "told", "is told", shown(*p.told, coordinates));
  if (coordinates == 1)
    row(ui, "curvatures", "curvature", {here.xx}, "How the slope changes along x.");
  else
    row(ui, "curvatures", "curvatures", {curvature.low, curvature.high},
        "Eigenvalues of the Hessian: how the slope changes along the two main directions.");
  stability(ui, p, optimizer, curvature);
  row(ui, "move", "next step", shown(p.move, coordinates));
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
  if (!open || racers.empty()) return ImGui::NewLine();
  ImGui::SetCursorPosX(right - px(ui, 28));
  copy_menu(ui, bench);
}

void body(Ui& ui, Workbench& bench) {
  const StepParts* parts = inspected_step(bench);
  if (parts == nullptr)
    return paragraph(ui.fonts.small, ui.theme.muted,
                     bench.session.experiment.racers.empty()
                         ? "Add a racer to see why it steps as it does."
                         : "No step follows here. Move the playhead back, or press R.");
  const Racer& racer = bench.session.experiment.racers[bench.selected];
  const Evaluator f = bench.race[bench.selected].gear().at(parts->step);
  const auto coordinates = static_cast<std::size_t>(dimension(bench.session.experiment.landscape));
  const auto sentences = part_sentences(*parts, racer.optimizer);
  if (const SlowStep* slow = shown_slow_step(bench))
    paragraph(ui.fonts.small, ui.theme.text, sentences[static_cast<std::size_t>(slow->part)]);
  if (parts->lines.empty())
    for (const std::string& sentence : sentences)
      paragraph(ui.fonts.small, ui.theme.muted, sentence);
  else
    rule(ui, *parts, coordinates);
  ImGui::Dummy({1, px(ui, 2)});
  local_picture(ui, *parts, f, racer.mark, px(ui, 108));
  ImGui::Dummy({1, px(ui, 2)});
  place(ui, *parts, f, racer.optimizer, coordinates);
  marks_of(ui, *parts);
  if (!parts->lines.empty())
    paragraph(ui.fonts.small, ui.theme.muted, typeset(std::string(info(racer.optimizer).formula)));
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
