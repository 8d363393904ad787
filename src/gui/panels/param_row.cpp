// SPDX-License-Identifier: MIT
// The one widget for any described parameter.
#include <cmath>
#include <stdexcept>

#include "fogline/engine/tuning.hpp"
#include "gui/controls.hpp"
#include "gui/glossary.hpp"
#include "gui/number.hpp"
#include "gui/panels/panels.hpp"
#include "gui/picker.hpp"
#include "gui/slider.hpp"

namespace fogline::gui {
namespace {

// "learning_rate" as people read it.
std::string label_of(std::string_view name) {
  std::string label(name);
  for (char& c : label)
    if (c == '_') c = ' ';
  return label;
}

// For where there is little room.
std::string short_label(const std::string& label) {
  return label == "learning rate" ? "rate" : label;
}

std::optional<std::string> refusal(const Param& param, double value) {
  if (param.valid.contains(value)) return std::nullopt;
  return "Must be " + param.valid.text() + ".";
}

bool choice_param(Ui& ui, const Param& param) {
  std::vector<Option> options;
  for (const auto name : param.choices) options.push_back({.name = name, .label = name});
  int chosen = static_cast<int>(param.get());
  if (!choice_row(ui, param.name, label_of(param.name), options, chosen, param.help)) return false;
  param.set(chosen);
  return true;
}

bool switch_param(Ui& ui, const Param& param) {
  bool on = param.get() != 0;
  if (!on_off_switch(ui, param.name, label_of(param.name), on, param.help)) return false;
  param.set(on);
  return true;
}

// What lies off the track has no mark on it.
std::optional<Tick> tick(const Range& range, std::optional<double> value, const char* word,
                         bool labelled) {
  if (!value || !(*value >= range.min && *value <= range.max)) return std::nullopt;
  return Tick{*value, labelled ? word + short_number(rounded(*value, 2)) : ""};
}

// In a round valley the best is next to nothing: in hundredths.
std::string momentum_text(double momentum) {
  return short_number(std::round(100 * momentum) / 100);
}

void mark_track(SliderSpec& spec, const RateMarks& marks) {
  spec.tick = tick(spec.range, marks.limit, "limit ", marks.labelled);
  spec.best = tick(spec.range, marks.best, "best ", marks.labelled);
  if (spec.best && marks.best_momentum)
    spec.best->goes_with = ", with momentum " + momentum_text(*marks.best_momentum);
  spec.tick_line = marks.labelled;
}

void mark_momentum(SliderSpec& spec, const RateMarks& marks) {
  spec.best = tick(spec.range, marks.best_momentum, "best ", false);
  if (spec.best && marks.labelled) spec.best->label = "best " + momentum_text(spec.best->value);
  spec.tick_line = marks.labelled;
}

}  // namespace

bool param_row(Ui& ui, const Param& param, double fallback, const RateMarks& marks) {
  const std::string help = with_meaning(param.help, param.name);
  if (param.kind() == Kind::choice) return choice_param(ui, param);
  if (param.kind() == Kind::on_off) return switch_param(ui, param);
  SliderSpec spec{
      .range = param.range, .fallback = fallback, .help = help, .check = [&](double value) {
        return refusal(param, value);
      }};
  if (param.name == "learning_rate") mark_track(spec, marks);
  if (param.name == "momentum") mark_momentum(spec, marks);
  std::string label = label_of(param.name);
  if (marks.tuned && is_tuned_over(param)) label = "tuned " + short_label(label);
  double value = param.get();
  if (param.kind() == Kind::integer) {
    int whole = static_cast<int>(value);
    const bool changed = slider(ui, param.name, label, whole, spec).changed;
    if (changed) param.set(whole);
    return changed;
  }
  const bool changed = slider(ui, param.name, label, value, spec).changed;
  if (changed) param.set(value);
  return changed;
}

void param_rows(Ui& ui, const Params& now, const Params& fresh, const RateMarks& marks) {
  for (std::size_t i = 0; i < now().size(); ++i) {
    const Param fallback = fresh()[i];
    if (!now()[i].idle) param_row(ui, now()[i], fallback.get(), marks);
    if (i < now().size()) fallback.set(now()[i].get());
  }
}

}  // namespace fogline::gui
