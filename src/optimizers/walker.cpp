// SPDX-License-Identifier: MIT
// The loop that every walk runs in: visited once per block, so that a step costs what its rule
// costs.
#include "fogline/optimizers/walker.hpp"

#include <cmath>
#include <utility>

namespace fogline {
namespace {

// Whether all that would be recorded of a place is finite. A slope below 2^1023 in each coordinate
// has a finite length.
inline bool is_walkable(Vec2 x, const Gradient& here) {
  return is_finite(x) && std::isfinite(here.value) && std::abs(here.gradient.x) < 0x1p1023 &&
         std::abs(here.gradient.y) < 0x1p1023;
}

Oracle oracle_of(const Gear& gear, const Walker& walker) {
  return {gear.landscape, walker.counts, walker.x, walker.here};
}

template <class Rule>
Walker fresh(const Rule&, Vec2 start) {
  Walker walker{.x = start, .watch = {.anchor = start}};
  walker.state = State<Rule>{};
  return walker;
}

// Where the next life begins: uniformly in the domain.
Vec2 begin_again(const Gear& gear, Walker& walker) {
  const Vec2 u = gear.random.uniform_pair(Purpose::restart, walker.step);
  const Vec2 start = gear.domain.at(u.x, u.y);
  walker.watch = {.anchor = start, .since = walker.step + 1, .made = walker.watch.made + 1};
  walker.event = Event::restart;
  return start;
}

// One step from oracle.place to the next. False where there is no finite next place: nothing has
// then changed.
template <class Rule>
bool advance(const Rule& rule, const Gear& gear, Walker& walker, State<Rule>& state,
             Oracle& oracle) {
  const auto& restarts = gear.axes.restarts;
  bool again = restarts && restarts->due(walker.watch, oracle.place, walker.step, gear.domain);
  if (!again) {
    const Counts counts = oracle.counts;
    Vec2 x = oracle.place;
    const Event event = step(rule, state, oracle, x, {walker.step, 1.0, gear.random, gear.domain});
    const Gradient next =
        !PerCoordinate<Rule> && x == oracle.place ? oracle.here : gear.landscape.gradient(x);
    if (is_walkable(x, next)) {
      oracle.place = x;
      oracle.here = next;
      walker.event = event;
      return true;
    }
    again = restarts && restarts->allows_another(walker.watch);
    if (!again) oracle.counts = counts;
  }
  if (again) {
    state = {};
    oracle.stand(begin_again(gear, walker));
  }
  return again;
}

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

// Rule, state and oracle stay in registers: nothing that is called takes their addresses.
template <class Rule>
std::size_t walk_with(const Rule& rule, const Gear& gear, Walker& walker, std::size_t steps,
                      const Columns& columns) {
  State<Rule> state = std::move(std::get<State<Rule>>(walker.state));  // may be large
  Oracle oracle = oracle_of(gear, walker);
  std::size_t made = 0;
  while (made < steps && advance(rule, gear, walker, state, oracle)) {
    ++walker.step;
    if (oracle.here.value < walker.best_loss) {
      walker.best_loss = oracle.here.value;
      walker.best_step = walker.step;
    }
    write_row(columns, made++, walker, oracle);
  }
  walker.x = oracle.place;
  walker.here = oracle.here;
  walker.counts = oracle.counts;
  walker.state = std::move(state);
  return made;
}

}  // namespace

Walker set_out(const Gear& gear, Vec2 start) {
  Walker walker = std::visit([&](const auto& rule) { return fresh(rule, start); }, gear.optimizer);
  walker.here = gear.landscape.gradient(start);
  walker.best_loss = walker.here.value;
  return walker;
}

void record(const Walker& walker, const Columns& columns) {
  write_row(columns, 0, walker, {{}, walker.counts, walker.x, walker.here});
}

std::size_t walk(const Gear& gear, Walker& walker, std::size_t steps, const Columns& columns) {
  return std::visit([&](const auto& rule) { return walk_with(rule, gear, walker, steps, columns); },
                    gear.optimizer);
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
