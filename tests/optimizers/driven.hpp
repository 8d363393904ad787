// SPDX-License-Identifier: MIT
// Methods driven by hand: a step at a time, on any formula, with every evaluation counted by who is
// asked.
#pragma once

#include <cmath>
#include <functional>

#include "fogline/core/jet.hpp"
#include "fogline/optimizers/optimizer.hpp"

namespace fogline::tests {

// A loss that counts how often it is asked.
struct Probe {
  std::function<Jet(Vec2)> at;
  mutable Counts asked{};
};

// Of a formula over the coordinates of a point.
template <class Formula>
Probe probe(Formula formula) {
  return {[formula](Vec2 x) -> Jet {
    const Point<Jet> p = jet_point(x);
    return formula(p.x, p.y);
  }};
}

inline Evaluator evaluator(const Probe& probe) {
  Evaluator f{.landscape = &probe};
  f.value_of = [](const void* p, Vec2 x, double) {
    ++static_cast<const Probe*>(p)->asked.values;
    return static_cast<const Probe*>(p)->at(x).v;
  };
  f.gradient_of = [](const void* p, Vec2 x, double) -> Gradient {
    ++static_cast<const Probe*>(p)->asked.gradients;
    const Jet j = static_cast<const Probe*>(p)->at(x);
    return {j.v, {j.x, j.y}};
  };
  f.jet_of = [](const void* p, Vec2 x, double) {
    ++static_cast<const Probe*>(p)->asked.hessians;
    return static_cast<const Probe*>(p)->at(x);
  };
  return f;
}

// A method between two steps. No evaluation is remembered, so what the Oracle counts is what the
// probe is asked.
template <class Rule>
struct Driven {
  Rule rule;
  Evaluator landscape;
  Vec2 x;
  Stream random{};
  Box domain{{-5, -5}, {5, 5}};
  State<Rule> state{};
  Counts counts{};
  std::uint32_t made = 0;

  Moment moment() const { return {made, 1.0, random, domain}; }
  Event step() {
    Oracle oracle{.landscape = landscape, .counts = counts, .place = {NAN, NAN}};
    const Event event = fogline::step(rule, state, oracle, x, moment());
    counts = oracle.counts;
    ++made;
    return event;
  }
  std::vector<Mark> marks() const {
    if constexpr (requires { rule.marks(state); })
      return rule.marks(state);
    else
      return {};
  }
  void steps(int n) {
    for (int i = 0; i < n; ++i) step();
  }
};

}  // namespace fogline::tests
