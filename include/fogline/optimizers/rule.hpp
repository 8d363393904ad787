// SPDX-License-Identifier: MIT
// What makes a struct an optimizer. A per-coordinate rule is written once for one coordinate over a
// number T; a walker in the plane, a point in n dimensions and a flock in SIMD lanes are loops over
// it. Any other method moves the whole point itself.
#pragma once

#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "fogline/core/elementary.hpp"
#include "fogline/core/info.hpp"
#include "fogline/core/oracle.hpp"
#include "fogline/core/param.hpp"
#include "fogline/core/rng.hpp"
#include "fogline/optimizers/hyperparameters.hpp"

namespace fogline {

// What a method would hand over when asked now (NUMERICS: standings compare answers).
enum class Answer { iterate, best_visited };

// What happened at a step, for the timeline. Flags: several may hold.
enum class Event : std::uint8_t { none = 0, restart = 1, uphill = 2, reheat = 4 };
constexpr Event operator|(Event a, Event b) {
  return static_cast<Event>(static_cast<std::uint8_t>(a) | static_cast<std::uint8_t>(b));
}
constexpr bool has(Event events, Event one) {
  return (static_cast<std::uint8_t>(events) & static_cast<std::uint8_t>(one)) != 0;
}

// What a step may know besides its state and the Oracle.
struct Moment {
  std::uint32_t step = 0;  // steps made since the walk began
  double rate_factor = 1;  // multiplies the learning rate: the schedule's value
  Stream random;
  Box domain;
};

// Something worth drawing of a method's innards, by name and in the unit the name implies.
struct Mark {
  std::string_view name;  // "velocity", "temperature"
  std::vector<double> values;
};

// What a method believes of the whole landscape, by name: a function of the place, in domain
// coordinates, finite wherever the place is. It owns all it needs and changes nothing.
struct Field {
  std::string_view name;  // "surrogate", "uncertainty", "acquisition"
  std::function<double(Vec2)> at;
};

// The rate, and the momentum where the method has one, that come nearest to a minimum per step on a
// quadratic.
struct BestHere {
  double rate = 0;
  std::optional<double> momentum{};
};

// A running product such as beta^t must not go subnormal; below 1e-17 it changes no 1 - product.
constexpr double cut(double product) { return product < 1e-17 && product > -1e-17 ? 0 : product; }

// epsilon where a rule divides by epsilon and the root or the size of a slope: 0 is taken as
// 2^-511, which changes no bit beside the size of any slope above 2^-458, and makes 0 / 0 a step of
// 0.
constexpr double floored(double epsilon) { return epsilon > 0x1p-511 ? epsilon : 0x1p-511; }

// -1, 0 or 1.
template <Number T>
T sign(T a) {
  return select(a > T(0.0), T(1.0), T(0.0)) - select(a < T(0.0), T(1.0), T(0.0));
}

// The slope with that of weight decay, which is left out where there is none, as torch does.
template <class T>
T decayed(T g, double weight_decay, T x) {
  return weight_decay == 0 ? g : g + weight_decay * x;
}

// The loss where it is finite, else infinity: what methods compare that try places and turn back
// from the bad ones.
inline double height(double loss) { return std::isfinite(loss) ? loss : HUGE_VAL; }

// What one number of a coordinate's state is, for whoever explains a step: a per-coordinate rule
// may list those of its Coordinate, in their order, as `static constexpr Memory memory[]`.
struct Memory {
  std::string_view symbol;   // as in the rule's formula
  std::string_view meaning;  // in words, without article
  bool is_slope = false;     // points where slopes point, and can be drawn beside them
};

template <class Rule>
concept PerCoordinate = requires {
  typename Rule::template Coordinate<double>;
};

// Whether the loop that steps a per-coordinate rule settles it after this step, counted from 0:
// what a converged walk leaves behind decays until it is subnormal, and would stay so for ever, at
// ten times the cost of a step on many processors.
constexpr bool settles(std::uint32_t step) { return step % 64 == 0; }
// 0 for a subnormal number, of which no sum with anything above 2^-968, about 3e-292, takes notice.
template <Number T>
T settled(T a) {
  return select(abs(a) < T(0x1p-1022), T(0.0), a);
}
// Settles a coordinate and its state, which is made of nothing but numbers T.
template <Number T, class Coordinate>
void settle(Coordinate& c, T& x) {
  x = settled(x);
  if constexpr (!std::is_empty_v<Coordinate>) {
    auto numbers = std::bit_cast<std::array<T, sizeof(Coordinate) / sizeof(T)>>(c);
    for (T& number : numbers) number = settled(number);
    c = std::bit_cast<Coordinate>(numbers);
  }
}

// The state of a per-coordinate rule for a walker in the plane.
template <PerCoordinate Rule>
struct PointState {
  typename Rule::Shared shared{};
  std::array<typename Rule::template Coordinate<double>, 2> coordinate{};
};

template <class Rule>
struct StateOf {
  using type = typename Rule::State;
};
template <PerCoordinate Rule>
struct StateOf<Rule> {
  using type = PointState<Rule>;
};
template <class Rule>
using State = typename StateOf<Rule>::type;

// One step of a per-coordinate rule: one gradient at x, then each coordinate by itself.
template <PerCoordinate Rule>
inline Event step(const Rule& rule, PointState<Rule>& state, Oracle& oracle, Vec2& x,
                  const Moment& moment) {
  const Vec2 g = oracle.gradient(x).gradient;
  state.shared = rule.advance(state.shared, moment.rate_factor);
  for (std::size_t i = 0; i < 2; ++i) rule.update(state.shared, state.coordinate[i], x[i], g[i]);
  if (settles(moment.step)) [[unlikely]]
    for (std::size_t i = 0; i < 2; ++i) settle(state.coordinate[i], x[i]);
  return Event::none;
}

template <class Rule>
requires(!PerCoordinate<Rule>) Event
    step(const Rule& rule, State<Rule>& state, Oracle& oracle, Vec2& x, const Moment& moment) {
  return rule.step(state, oracle, x, moment);
}

}  // namespace fogline
