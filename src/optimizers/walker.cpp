// SPDX-License-Identifier: MIT
// The loop that every walk runs in: visited once per block, so that a step costs what its rule
// costs.
#include "fogline/optimizers/walker.hpp"

#include <cmath>
#include <utility>

namespace fogline {
namespace {

template <class Rule>
Walker fresh(const Rule&, Vec2 start) {
  Walker walker{.x = start};
  walker.axes.restarts.anchor = walker.axes.restarts.best = start;
  walker.state = State<Rule>{};
  return walker;
}

// One step from oracle.place to the next of a racer without axes. False where there is no finite
// next place: nothing has then changed.
template <class Rule>
bool advance(const Rule& rule, const Gear& gear, Walker& walker, State<Rule>& state,
             Oracle& oracle) {
  const Counts counts = oracle.counts;
  Vec2 x = oracle.place;
  const Event event = step(rule, state, oracle, x, {walker.step, 1.0, gear.random, gear.domain});
  const Gradient next =
      !PerCoordinate<Rule> && x == oracle.place ? oracle.here : oracle.landscape.gradient(x);
  if (!is_walkable(x, next)) {
    oracle.counts = counts;
    return false;
  }
  oracle.place = x;
  oracle.here = next;
  walker.event = event;
  return true;
}

// The rule's own step and what the axes add to it. False where the next place is not finite.
template <class Rule>
bool advance_dressed(const Rule& rule, const Gear& gear, Walker& walker, State<Rule>& state,
                     Oracle& oracle) {
  const Counts counts = oracle.counts;
  const double factor = rate_factor(gear, walker);
  const Vec2 from = oracle.place;
  Vec2 x = from;
  oracle.question = {walker.step, 0, walker.step - walker.axes.born};
  const Event event = step(rule, state, oracle, x, {walker.step, factor, gear.random, gear.domain});
  if constexpr (requires { rule.learning_rate; })
    if (const auto& decay = gear.axes.decoupled_weight_decay)
      x = x - (rule.learning_rate * factor * decay->weight_decay) * from;
  const Evaluator then = gear.at(walker.step + 1);
  const Gradient next = x == from && !gear.drifts ? oracle.here : then.gradient(x);
  if (!is_walkable(x, next)) {
    oracle.counts = counts;
    return false;
  }
  oracle.landscape = then;
  oracle.place = x;
  oracle.here = next;
  walker.event = event;
  return true;
}

// The next life begins, with nothing remembered of the one before.
void begin_again(const Gear& gear, Walker& walker, Oracle& oracle) {
  AxesMemory& memory = walker.axes;
  const Vec2 start =
      gear.axes.restarts->next_start(memory.restarts, gear.random, gear.domain, walker.step);
  memory.born = walker.step + 1;
  memory.schedule = {};
  memory.average = {};
  memory.restarts.anchor = start;
  memory.restarts.since = memory.born;
  ++memory.restarts.made;
  walker.event = Event::restart;
  oracle.landscape = gear.at(memory.born);
  oracle.stand(start);
}

// What the axes learn from where a step has led.
void take_stock(const Gear& gear, Walker& walker, Oracle& oracle) {
  const Axes& axes = gear.axes;
  AxesMemory& memory = walker.axes;
  const std::uint32_t age = walker.step - memory.born;
  if (axes.averaging) axes.averaging->add(memory.average, oracle.place, age);
  if (!axes.watch_the_loss()) return;
  ++oracle.counts.values;
  const double own = oracle.here.value,
               loss = gear.dressing ? gear.dressing->validation(own, oracle.place) : own;
  if (axes.schedule && age > 0) axes.schedule->watch(memory.schedule, loss, age);
  if (axes.early_stopping) walker.stopped = axes.early_stopping->stops(memory.stopping, loss);
}

// As `advance`, for a racer with axes or on a landscape that drifts.
template <class Rule>
bool advance_with_axes(const Rule& rule, const Gear& gear, Walker& walker, State<Rule>& state,
                       Oracle& oracle) {
  if (walker.stopped) return false;
  const auto& restarts = gear.axes.restarts;
  Restarts::Watch& watch = walker.axes.restarts;
  bool again = restarts && restarts->due(watch, oracle.place, walker.step, gear.domain);
  if (!again && !advance_dressed(rule, gear, walker, state, oracle)) {
    again = restarts && restarts->allows_another(watch);
    if (!again) return false;
  }
  if (again) {
    state = {};
    begin_again(gear, walker, oracle);
  }
  return true;
}

bool has_axes(const Gear& gear) { return gear.drifts || gear.axes != Axes{}; }

inline void write_row(const Columns& c, std::size_t row, const Walker& walker,
                      const Oracle& oracle) {
  c.position[2 * row] = oracle.place.x;
  c.position[2 * row + 1] = oracle.place.y;
  c.loss[row] = oracle.here.value;
  c.gradient_norm[row] = norm(oracle.here.gradient);
  c.values[row] = static_cast<std::uint32_t>(oracle.counts.values);
  c.gradients[row] = static_cast<std::uint32_t>(oracle.counts.gradients);
  c.hessians[row] = static_cast<std::uint32_t>(oracle.counts.hessians);
  c.best_step[row] = walker.best_step;
  c.event[row] = walker.event;
}

// Rule, state and oracle stay in registers where there are no axes: nothing that is called then
// takes their addresses.
template <class Rule, bool axes>
std::size_t walk_with(const Rule& rule, const Gear& gear, Walker& walker, std::size_t steps,
                      const Columns& columns) {
  State<Rule> state = std::move(std::get<State<Rule>>(walker.state));  // may be large
  Oracle oracle{gear.at(walker.step), walker.counts, walker.x, walker.here};
  std::optional<Teller> teller;
  Objective told;
  if constexpr (axes)
    if (gear.dressing) {
      told = teller.emplace(*gear.dressing).objective();
      oracle.objective = &told;
    }
  const auto goes_on = [&] {
    if constexpr (axes)
      return advance_with_axes(rule, gear, walker, state, oracle);
    else
      return advance(rule, gear, walker, state, oracle);
  };
  std::size_t made = 0;
  while (made < steps && goes_on()) {
    ++walker.step;
    const double own = oracle.here.value;
    const double loss = axes ? gear.objective(own, oracle.place) : own;
    if (loss < walker.best_loss) {
      walker.best_loss = loss;
      walker.best_step = walker.step;
      if constexpr (axes) walker.axes.restarts.best = oracle.place;
    }
    if constexpr (axes) take_stock(gear, walker, oracle);
    write_row(columns, made++, walker, oracle);
  }
  walker.x = oracle.place;
  walker.here = oracle.here;
  walker.counts = oracle.counts;
  walker.state = std::move(state);
  return made;
}

}  // namespace

Gear equip(const Optimizer& optimizer, const Axes& axes, const Evaluator& landscape,
           const Box& domain, const Stream& random, bool drifts) {
  Gear gear{optimizer, axes, landscape, domain, random, drifts, nullptr};
  if (Dressing::is_worn(axes))
    gear.dressing = std::make_shared<const Dressing>(axes, domain, random);
  return gear;
}

Walker set_out(const Gear& gear, Vec2 start) {
  Walker walker = std::visit([&](const auto& rule) { return fresh(rule, start); }, gear.optimizer);
  walker.here = gear.landscape.gradient(start);
  walker.best_loss = gear.objective(walker.here.value, start);
  if (gear.axes.averaging) gear.axes.averaging->add(walker.axes.average, start, 0);
  return walker;
}

void record(const Walker& walker, const Columns& columns) {
  write_row(columns, 0, walker, {{}, walker.counts, walker.x, walker.here});
}

std::size_t walk(const Gear& gear, Walker& walker, std::size_t steps, const Columns& columns) {
  return std::visit(
      [&]<class Rule>(const Rule& rule) {
        return has_axes(gear) ? walk_with<Rule, true>(rule, gear, walker, steps, columns)
                              : walk_with<Rule, false>(rule, gear, walker, steps, columns);
      },
      gear.optimizer);
}

std::optional<Vec2> average(const Walker& walker) {
  const Averaging::State& tail = walker.axes.average;
  if (tail.count == 0 || !is_finite(tail.mean)) return std::nullopt;
  return tail.mean;
}

double rate_factor(const Gear& gear, const Walker& walker) {
  const std::uint32_t age = walker.step - walker.axes.born;
  return gear.axes.schedule ? gear.axes.schedule->factor(walker.axes.schedule, age) : 1.0;
}

std::vector<Mark> marks(const Gear& gear, const Walker& walker) {
  return std::visit(
      [&]<class Rule>(const Rule& rule) -> std::vector<Mark> {
        if constexpr (requires { rule.marks(std::get<State<Rule>>(walker.state)); })
          return rule.marks(std::get<State<Rule>>(walker.state));
        else
          return {};
      },
      gear.optimizer);
}

bool has_fields(const Optimizer& optimizer) {
  return std::visit(
      []<class Rule>(const Rule&) {
        return requires(const Rule& r, const State<Rule>& s) { r.fields(s); };
      },
      optimizer);
}

std::vector<Field> fields(const Gear& gear, const Walker& walker) {
  return std::visit(
      [&]<class Rule>(const Rule& rule) -> std::vector<Field> {
        if constexpr (requires { rule.fields(std::get<State<Rule>>(walker.state)); })
          return rule.fields(std::get<State<Rule>>(walker.state));
        else
          return {};
      },
      gear.optimizer);
}

}  // namespace fogline
