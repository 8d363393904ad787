// SPDX-License-Identifier: MIT
// Where new lives begin.
#include "fogline/optimizers/restarts.hpp"

#include <array>
#include <numeric>
#include <utility>

#include "fogline/core/elementary.hpp"

namespace fogline {
namespace {

constexpr std::uint32_t strata = 16;

// Number `i` of the permutation of the strata that belongs to `round` and `side`.
std::uint32_t permuted(std::uint32_t i, std::uint32_t round, std::uint32_t side,
                       const Stream& random) {
  std::array<std::uint32_t, strata> order;
  std::iota(order.begin(), order.end(), 0u);
  for (std::uint32_t k = 0; k <= i; ++k) {
    const double u = random.uniform(Purpose::stratum, round, side * strata + k);
    std::swap(order[k], order[k + static_cast<std::uint32_t>(u * (strata - k))]);
  }
  return order[i];
}

// Life number `made` of a Latin hypercube: a column and a row that no other life of the same
// sixteen has, and `within` that cell.
Vec2 latin(std::uint32_t made, Vec2 within, const Stream& random) {
  const std::uint32_t round = made / strata, i = made % strata;
  return {(permuted(i, round, 0, random) + within.x) / strata,
          (permuted(i, round, 1, random) + within.y) / strata};
}

Vec2 moved_into(const Box& box, Vec2 x) {
  return {min(max(x.x, box.low.x), box.high.x), min(max(x.y, box.low.y), box.high.y)};
}

}  // namespace

Vec2 Restarts::next_start(const Watch& watch, const Stream& random, const Box& domain,
                          std::uint32_t step) const {
  if (from == best) {
    const Vec2 z = random.normal_pair(Purpose::restart, step);
    return moved_into(domain, watch.best + perturbation * domain.diagonal() * z);
  }
  Vec2 u = random.uniform_pair(Purpose::restart, step);
  if (from == latin_hypercube) u = latin(static_cast<std::uint32_t>(watch.made), u, random);
  return domain.at(u.x, u.y);
}

}  // namespace fogline
