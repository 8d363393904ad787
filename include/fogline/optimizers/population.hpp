// SPDX-License-Identifier: MIT
// What the methods that keep many places at once share: an individual, how losses are ranked, a
// choice at random, and the places as a mark.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <vector>

#include "fogline/core/oracle.hpp"
#include "fogline/optimizers/rule.hpp"

namespace fogline {

struct Individual {
  Vec2 x;
  double loss = 0;  // as the method was told; a loss that is not finite is the worst: infinity
};

inline double or_worst(double loss) {
  return std::isfinite(loss) ? loss : std::numeric_limits<double>::infinity();
}
inline Individual evaluated(Oracle& oracle, Vec2 x) { return {x, or_worst(oracle.value(x))}; }

// The index of a uniform number in [0, 1) among `count` things.
inline std::size_t pick(double uniform, std::size_t count) {
  return static_cast<std::size_t>(uniform * static_cast<double>(count));
}

// The lowest loss; the first of equals.
template <class Members>
const auto& best_of(const Members& members) {
  return *std::min_element(members.begin(), members.end(),
                           [](const auto& a, const auto& b) { return a.loss < b.loss; });
}

// The start and size - 1 places uniformly in the domain, each with its loss: one value each.
inline std::vector<Individual> uniform_population(int size, Vec2 start, Oracle& oracle,
                                                  const Moment& moment) {
  std::vector<Individual> all{evaluated(oracle, start)};
  for (std::uint32_t i = 1; i < static_cast<std::uint32_t>(size); ++i) {
    const Vec2 u = moment.random.uniform_pair(Purpose::population, moment.step, i);
    all.push_back(evaluated(oracle, moment.domain.at(u.x, u.y)));
  }
  return all;
}

// {x0, y0, x1, y1, ...}; places that ran away to infinity are left out.
inline Mark population_mark(const std::vector<Individual>& all) {
  Mark mark{"population", {}};
  for (const Individual& one : all)
    if (is_finite(one.x)) mark.values.insert(mark.values.end(), {one.x.x, one.x.y});
  return mark;
}

inline Param population_param(int& population, int least) {
  return integer("population", population, {static_cast<double>(least), 200, Scale::log},
                 {.low = static_cast<double>(least), .high = 10'000}, "Places in a generation.");
}

}  // namespace fogline
