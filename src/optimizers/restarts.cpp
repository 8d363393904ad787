// SPDX-License-Identifier: MIT
// Where new lives begin.
#include "fogline/optimizers/restarts.hpp"

#include <array>
#include <numeric>
#include <utility>

namespace fogline {
namespace {

constexpr std::uint32_t strata = 16;

// Life number `made` of a Latin hypercube: its own column, and a row that no other life of the same
// sixteen has. Row and place within the cell are drawn.
Vec2 latin(std::uint32_t made, Vec2 within, const Stream& random) {
  std::array<std::uint32_t, strata> row;
  std::iota(row.begin(), row.end(), 0u);
  const std::uint32_t round = made / strata, column = made % strata;
  for (std::uint32_t k = 0; k < strata; ++k) {
    const double u = random.uniform(Purpose::stratum, round, k);
    std::swap(row[k], row[k + static_cast<std::uint32_t>(u * (strata - k))]);
  }
  return {(column + within.x) / strata, (row[column] + within.y) / strata};
}

}  // namespace

Vec2 Restarts::next_start(const Watch& watch, const Stream& random, const Box& domain,
                          std::uint32_t step) const {
  if (from == 2)
    return watch.best +
           perturbation * domain.diagonal() * random.normal_pair(Purpose::restart, step);
  Vec2 u = random.uniform_pair(Purpose::restart, step);
  if (from == 1) u = latin(static_cast<std::uint32_t>(watch.made), u, random);
  return domain.at(u.x, u.y);
}

}  // namespace fogline
