// SPDX-License-Identifier: MIT
// Makes the step once more, a per-coordinate rule on numbers that remember how they came about.
#include "fogline/engine/step_parts.hpp"

#include <bit>

#include "engine/rule_text.hpp"
#include "fogline/optimizers/stability.hpp"

namespace fogline {
namespace {

// What the rule is told of the slope where the walker stands: the first question of its step.
Vec2 told_slope(const Gear& gear, const Walker& walker) {
  if (!gear.dressing) return walker.here.gradient;
  Teller teller(*gear.dressing);
  const Objective told = teller.objective();
  const Question question{walker.step, 0, walker.step - walker.axes.born};
  return told.gradient_of(told.self, walker.here, walker.x, question).gradient;
}

template <class Rule>
Memory memory_of(std::size_t k) {
  if constexpr (requires { Rule::memory; })
    return Rule::memory[k];
  else
    return {"s", "state"};
}

// One coordinate of the rule, everything on a tape.
template <class Rule>
struct Traced {
  using Coordinate = typename Rule::template Coordinate<Expression>;
  static constexpr std::size_t size =
      std::is_empty_v<Coordinate> ? 0 : sizeof(Coordinate) / sizeof(Expression);

  Tape tape;
  std::array<Expression, size> before, after;
  Expression x;

  void update(const Rule& rule, const typename Rule::Shared& shared,
              const typename Rule::template Coordinate<double>& state, double from, double slope) {
    Coordinate c;
    if constexpr (size > 0) {
      const auto numbers = std::bit_cast<std::array<double, size>>(state);
      for (std::size_t k = 0; k < size; ++k)
        before[k] = input(tape, memory_of<Rule>(k).symbol, numbers[k]);
      c = std::bit_cast<Coordinate>(before);
    }
    x = input(tape, "x", from);
    rule.update(shared, c, x, input(tape, "g", slope));
    if constexpr (size > 0) after = std::bit_cast<std::array<Expression, size>>(c);
  }
  std::vector<NumberLine> lines() const {
    std::vector<std::string_view> symbols;
    std::vector<Expression> results;
    for (std::size_t k = 0; k < size; ++k) {
      symbols.push_back(memory_of<Rule>(k).symbol);
      results.push_back(after[k]);
    }
    symbols.push_back("x");
    results.push_back(x);
    return number_lines(tape, symbols, results);
  }
};

std::vector<RuleLine> joined(const std::vector<NumberLine>& x, const std::vector<NumberLine>& y) {
  std::vector<RuleLine> lines;
  for (std::size_t k = 0; k < x.size(); ++k)
    lines.push_back({std::string(x[k].symbol),
                     {x[k].text, k < y.size() ? y[k].text : ""},
                     {x[k].value, k < y.size() ? y[k].value : 0}});
  return lines;
}

template <PerCoordinate Rule>
void take_apart(const Rule& rule, const Gear& gear, const Walker& before, StepParts& parts) {
  using Half = Traced<Rule>;
  const auto& state = std::get<State<Rule>>(before.state);
  const auto shared = rule.advance(state.shared, rate_factor(gear, before));
  const Vec2 told = told_slope(gear, before);
  Half x, y;
  x.update(rule, shared, state.coordinate[0], parts.from.x, told.x);
  y.update(rule, shared, state.coordinate[1], parts.from.y, told.y);
  parts.told = told;
  parts.lines = joined(x.lines(), y.lines());
  for (std::size_t k = 0; k < Half::size; ++k)
    parts.memory.push_back({memory_of<Rule>(k),
                            {x.before[k].value, y.before[k].value},
                            {x.after[k].value, y.after[k].value}});
}

}  // namespace

std::optional<StepParts> step_parts(const Trajectory& walk, std::uint32_t step) {
  if (step >= walk.last()) return std::nullopt;
  const Gear& gear = walk.gear();
  const Walker before = walk.walker_at(step);
  const Walker& after = walk.walker_at(step + 1);
  StepParts parts{.step = step,
                  .from = before.x,
                  .to = after.x,
                  .move = after.x - before.x,
                  .loss = before.here.value,
                  .next_loss = after.here.value,
                  .slope = before.here.gradient,
                  .event = after.event};
  if (has(parts.event, Event::restart)) return parts;
  const double factor = rate_factor(gear, before);
  parts.rate = learning_rate(gear.optimizer).value_or(0) * factor;
  parts.divisors = divisors(gear, after);
  if (const auto& decay = gear.axes.decoupled_weight_decay; decay && parts.rate != 0)
    parts.pull = (parts.rate * decay->weight_decay) * before.x;
  parts.marks_before = marks(gear, before);
  parts.marks = marks(gear, after);
  std::visit(
      [&]<class Rule>(const Rule& rule) {
        if constexpr (PerCoordinate<Rule>) take_apart(rule, gear, before, parts);
      },
      gear.optimizer);
  return parts;
}

}  // namespace fogline
