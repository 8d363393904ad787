// SPDX-License-Identifier: MIT
// Where the copies of an ensemble begin.
#include "fogline/engine/ensemble.hpp"

namespace fogline {

Vec2 Ensemble::start(int copy, Vec2 own, const Box& domain, const Stream& random) const {
  const auto draw = static_cast<std::uint32_t>(copy);
  if (copy == 0 || differ_in == seeds) return own;
  if (differ_in == near_starts)
    return own + spread * domain.diagonal() * random.normal_pair(Purpose::ensemble, 0, draw);
  const Vec2 u = random.uniform_pair(Purpose::ensemble, 0, draw);
  return domain.at(u.x, u.y);
}

}  // namespace fogline
