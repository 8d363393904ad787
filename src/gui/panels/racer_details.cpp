// SPDX-License-Identifier: MIT
// Everything of one racer: its optimizer, all hyperparameters, the axes in use, and its start as
// numbers.
#include <algorithm>

#include "fogline/core/text.hpp"
#include "fogline/optimizers/stability.hpp"
#include "gui/button.hpp"
#include "gui/controls.hpp"
#include "gui/panels/panels.hpp"
#include "gui/picker.hpp"
#include "gui/plot.hpp"
#include "gui/popup.hpp"
#include "gui/press.hpp"
#include "gui/slider.hpp"

namespace fogline::gui {
namespace {

// Changing the method keeps the hyperparameters that both have, by name.
Optimizer changed_to(Optimizer from, Optimizer to) {
  for_each_param([&] { return params(to); },
                 [&](const Param& mine) {
                   for (const Param& theirs : params(from))
                     if (mine.name == theirs.name && mine.valid.contains(theirs.get()))
                       mine.set(theirs.get());
                 });
  return to;
}

void optimizer_row(Ui& ui, Racer& racer) {
  static const std::vector<Optimizer> roster = all_optimizers();
  std::vector<Option> options;
  for (const Optimizer& o : roster)
    options.push_back({.name = info(o).id, .label = info(o).name, .group = info(o).group});
  int chosen = static_cast<int>(racer.optimizer.index());
  const std::string help = std::string(info(racer.optimizer).formula) + "\n" +
                           std::string(info(racer.optimizer).source) + "\n" +
                           std::string(info(racer.optimizer).note);
  if (!choice_row(ui, "optimizer", "Rule", options, chosen, help)) return;
  const Optimizer& wanted = roster[static_cast<std::size_t>(chosen)];
  const std::string old_name(info(racer.optimizer).name);
  if (racer.name.starts_with(old_name))
    racer.name =
        cut(std::string(info(wanted).name) + racer.name.substr(old_name.size()), longest_name);
  change_optimizer(racer, changed_to(racer.optimizer, wanted));
}

template <class Described>
void all_params(Ui& ui, Described& described, const RateMarks& marks = {}) {
  Described fresh = described;
  fresh = {};
  param_rows(
      ui, [&] { return described.params(); }, [&] { return fresh.params(); }, marks);
}

// The schedule's factor over the walk, drawn.
void rate_curve(Ui& ui, const Workbench& bench, std::size_t index) {
  const Rates& rates = bench.rates;
  if (!bench.race_known || index >= rates.factor.size() || rates.factor[index].empty()) return;
  const Series series[] = {{.y = rates.factor[index],
                            .x = rates.step[index],
                            .mark = bench.session.experiment.racers[index].mark}};
  const double last = rates.step[index].back();
  plot(ui, "rate",
       {.series = series,
        .scale = AxisScale::linear,
        .x_high = std::max(1.0, last),
        .playhead = last,
        .size = {ImGui::GetContentRegionAvail().x, px(ui, 110)}});
}

void axes_rows(Ui& ui, Workbench& bench, std::size_t index) {
  Racer& racer = bench.session.experiment.racers[index];
  racer.visit_axes([&]<class Axis>(std::optional<Axis>& axis) {
    if (!axis) return;
    const Scope scope(ui, Axis::info.id);
    separator(ui);
    bool on = true;
    on_off_switch(ui, "on", Axis::info.name, on, Axis::info.note);
    all_params(ui, *axis);
    if constexpr (std::is_same_v<Axis, Schedule>) rate_curve(ui, bench, index);
    if constexpr (requires { axis->data_seed; })
      if (button(ui, "new_data", "Draw new data", {.flush = true})) ++axis->data_seed;
    if constexpr (std::is_same_v<Axis, WarmStart>)
      axis->racer = std::min(axis->racer, static_cast<int>(index));
    if (!on) axis.reset();
  });
}

// Axes that are not in use and make sense here stand behind "+ add".
void add_axis(Ui& ui, Racer& racer, std::size_t index) {
  std::vector<Option> options;
  racer.visit_axes([&]<class Axis>(std::optional<Axis>& axis) {
    const bool waits_for_nobody = std::is_same_v<Axis, WarmStart> && index == 0;
    if (!axis && meets(racer.optimizer, Axis::need) && !waits_for_nobody)
      options.push_back({.name = Axis::info.id, .label = Axis::info.name});
  });
  if (options.empty()) return;
  if (button(ui, "add_axis", "Add",
             {.tip = "Schedules, noise, restarts, and what else combines with this method",
              .icon = Icon::plus,
              .flush = true}))
    open_list(ui, "add_axis");
  int chosen = -1;
  if (!draw_list(ui, "add_axis", options, chosen)) return;
  racer.visit_axes([&]<class Axis>(std::optional<Axis>& axis) {
    if (options[static_cast<std::size_t>(chosen)].name == Axis::info.id) axis.emplace();
  });
}

// The start, typed: any finite numbers, also outside the domain.
void start_rows(Ui& ui, Workbench& bench, std::size_t index) {
  Experiment& e = bench.session.experiment;
  const Box box = domain(e.landscape);
  Vec2 start = e.racers[index].start;
  const bool x =
      slider(ui, "start_x", "start x", start.x,
             {.range = {box.low.x, box.high.x}, .fallback = default_start(e.landscape).x})
          .changed;
  const bool y =
      slider(ui, "start_y", "start y", start.y,
             {.range = {box.low.y, box.high.y}, .fallback = default_start(e.landscape).y})
          .changed;
  if (x || y) place_start(e, index, start);
}

}  // namespace

void racer_details(Ui& ui, Workbench& bench, std::size_t index) {
  Racer& racer = bench.session.experiment.racers[index];
  ImGui::Indent(px(ui, 28));
  optimizer_row(ui, racer);
  const RateMarks marks = rate_marks(bench, index);
  const auto before = learning_rate(racer.optimizer);
  std::visit([&](auto& optimizer) { all_params(ui, optimizer, marks); }, racer.optimizer);
  take_best_momentum(racer, before, marks);
  axes_rows(ui, bench, index);
  add_axis(ui, racer, index);
  start_rows(ui, bench, index);
  ImGui::Unindent(px(ui, 28));
}

}  // namespace fogline::gui
