// SPDX-License-Identifier: MIT
// What tests of single rules share: a walk on the bowl x^2 + y^2, whose gradient is (2x, 2y), and a
// rule that is given its slopes.
#pragma once

#include <vector>

#include "catch.hpp"
#include "optimizers/courses.hpp"

namespace fogline::tests {

// The iterate after `steps` steps on the bowl from (3, -2).
inline Vec2 after(std::uint32_t steps, const std::string& id, const Settings& settings) {
  return walked(landscape("bowl"), optimizer(id, settings), {3, -2}, steps).at(steps).x;
}

inline void check_close(Vec2 got, Vec2 expected) {
  CHECK(got.x == Approx(expected.x).epsilon(1e-14));
  CHECK(got.y == Approx(expected.y).epsilon(1e-14));
}

// Where one coordinate stands after each of the given slopes, and before the first.
template <PerCoordinate Rule>
std::vector<double> led(const Rule& rule, double x, const std::vector<double>& slopes) {
  std::vector<double> places{x};
  typename Rule::Shared shared{};
  typename Rule::template Coordinate<double> c{};
  for (const double g : slopes) {
    shared = rule.advance(shared, 1);
    rule.update(shared, c, x, g);
    places.push_back(x);
  }
  return places;
}
inline std::vector<double> led(const Optimizer& o, double x, const std::vector<double>& slopes) {
  return std::visit(
      [&]<class Rule>(const Rule& rule) -> std::vector<double> {
        if constexpr (PerCoordinate<Rule>)
          return led(rule, x, slopes);
        else
          return {};
      },
      o);
}

// Calls f(rule) for every per-coordinate rule of the roster.
template <class F>
void for_each_rule(F&& f) {
  for (const Optimizer& o : all_optimizers())
    std::visit(
        [&]<class Rule>(const Rule& rule) {
          if constexpr (PerCoordinate<Rule>) f(rule);
        },
        o);
}

}  // namespace fogline::tests
