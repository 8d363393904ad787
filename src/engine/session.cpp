// SPDX-License-Identifier: MIT
// The edits of an experiment that need more than an assignment.
#include "fogline/engine/session.hpp"

#include <algorithm>

#include "fogline/core/text.hpp"
#include "fogline/landscapes/dimension.hpp"

namespace fogline {
namespace {

bool has_name(const Experiment& experiment, const std::string& name) {
  return std::any_of(experiment.racers.begin(), experiment.racers.end(),
                     [&](const Racer& r) { return r.name == name; });
}

}  // namespace

std::string free_name(const Experiment& experiment, const std::string& wanted) {
  std::string name(cut(wanted, longest_name));
  for (int n = 2; has_name(experiment, name); ++n) {
    const std::string number = " " + std::to_string(n);
    name = std::string(cut(wanted, longest_name - number.size())) + number;
  }
  return name;
}

int free_mark(const Experiment& experiment) {
  for (int mark = 0; mark < marks_known; ++mark)
    if (std::none_of(experiment.racers.begin(), experiment.racers.end(),
                     [&](const Racer& r) { return r.mark == mark; }))
      return mark;
  return static_cast<int>(experiment.racers.size()) % marks_known;
}

Racer new_racer(const Experiment& experiment, const Optimizer& optimizer, Vec2 start) {
  return {.name = free_name(experiment, std::string(info(optimizer).name)),
          .optimizer = optimizer,
          .axes = {},
          .start = start,
          .mark = free_mark(experiment)};
}

void insert_racer(Experiment& experiment, std::size_t index, const Racer& racer) {
  auto& racers = experiment.racers;
  racers.insert(racers.begin() + static_cast<std::ptrdiff_t>(index), racer);
  for (std::size_t i = index + 1; i < racers.size(); ++i)
    if (auto& warm = racers[i].warm_start; warm && static_cast<std::size_t>(warm->racer) > index)
      ++warm->racer;
}

void remove_racer(Experiment& experiment, std::size_t index) {
  auto& racers = experiment.racers;
  if (index >= racers.size()) return;
  racers.erase(racers.begin() + static_cast<std::ptrdiff_t>(index));
  for (std::size_t i = index; i < racers.size(); ++i) {
    auto& warm = racers[i].warm_start;
    if (!warm || static_cast<std::size_t>(warm->racer) <= index) continue;
    if (static_cast<std::size_t>(warm->racer) == index + 1)
      warm.reset();
    else
      --warm->racer;
  }
}

void change_optimizer(Racer& racer, const Optimizer& optimizer) {
  if (racer.optimizer.index() != optimizer.index()) racer.tuned.reset();
  racer.optimizer = optimizer;
  racer.visit_axes([&]<class Axis>(std::optional<Axis>& axis) {
    if (!meets(optimizer, Axis::need)) axis.reset();
  });
}

void place_start(Experiment& experiment, std::size_t index, Vec2 x) {
  if (dimension(experiment.landscape) == 1) x.y = 0;
  for (std::size_t i = 0; i < experiment.racers.size(); ++i)
    if (experiment.shared_start || i == index) experiment.racers[i].start = x;
}

bool is_tuned(const Experiment& experiment, const Racer& racer) {
  return racer.tuned && racer.tuned->optimizer == racer.optimizer &&
         racer.tuned->landscape == experiment.landscape;
}

bool starts_agree(const Experiment& experiment) {
  const auto& racers = experiment.racers;
  return std::all_of(racers.begin(), racers.end(),
                     [&](const Racer& r) { return r.start == racers.front().start; });
}

Session first_session() {
  Session session;
  Experiment& e = session.experiment;
  e.landscape = ComfortableTrap{};
  e.budget.amount = 400;
  const Optimizer methods[] = {
      GradientDescent{.learning_rate = 0.02}, Momentum{.learning_rate = 0.02},
      Adam{.learning_rate = 0.1},
      Annealing{.proposal_scale = 0.08, .initial_temperature = 30, .cooling_rate = 0.98}};
  for (const Optimizer& method : methods) e.racers.push_back(new_racer(e, method, {-3.5, -3}));
  return session;
}

}  // namespace fogline
