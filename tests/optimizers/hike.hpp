// SPDX-License-Identifier: MIT
// A walk made by hand, step by step, with the rule's state in view and every call of the landscape
// counted.
#pragma once

#include "optimizers/courses.hpp"

namespace fogline::tests {

// Passes on to an evaluator and counts the calls.
class Counter {
 public:
  explicit Counter(const Evaluator& inner) : inner_(inner) {}
  Counter(const Counter&) = delete;

  Evaluator evaluator() {
    return {
        this, [](const void* c, Vec2 x, double) { return of(c).called(&Counts::values).value(x); },
        [](const void* c, Vec2 x, double) { return of(c).called(&Counts::gradients).gradient(x); },
        [](const void* c, Vec2 x, double) {
          of(c).called(&Counts::gradients);
          return of(c).called(&Counts::hessians).jet(x);
        }};
  }
  Counts counts;

 private:
  static Counter& of(const void* self) { return *static_cast<Counter*>(const_cast<void*>(self)); }
  const Evaluator& called(std::int64_t Counts::*kind) {
    ++(counts.*kind);
    return inner_;
  }
  Evaluator inner_;
};

// The Oracle knows of no recorded place, so that each question is a call.
template <class Rule>
struct Hike {
  Rule rule;
  Landscape landscape;
  Vec2 x;
  State<Rule> state{};
  Counter counter{fogline::evaluator(landscape)};
  Oracle oracle{.landscape = counter.evaluator(), .place = {NAN, NAN}};
  std::uint32_t steps = 0;

  Event step(std::uint64_t seed = 1) {
    return fogline::step(rule, state, oracle, x,
                         {steps++, 1.0, Stream{.seed = seed}, domain(landscape)});
  }
  Jet jet() const { return evaluator(landscape).jet(x); }
  Vec2 gradient() const { return evaluator(landscape).gradient(x).gradient; }
  double loss() const { return evaluator(landscape).value(x); }
};

}  // namespace fogline::tests
