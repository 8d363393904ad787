// SPDX-License-Identifier: MIT
// The rule by which the quality adapts: smoothed costs, and two limits each so that it does not
// flicker.
#include "render/quality.hpp"

#include <algorithm>
#include <cmath>

namespace fogline::render {
namespace {

constexpr int coarsest_mesh = 48;

void smooth(double& cost, double seconds) {
  cost = cost > 0 ? cost + 0.3 * (seconds - cost) : seconds;
}

}  // namespace

void QualityGovernor::measured(Quality quality, double seconds) {
  if (!std::isfinite(seconds) || seconds < 0) return;
  if (quality == full_quality) {
    smooth(full_cost, seconds);
    always_full = full_cost < (always_full ? slow : fast);
    return;
  }
  if (quality.mesh != draft_mesh) return;
  smooth(draft_cost, seconds);
  const int before = draft_mesh;
  if (draft_cost > draft_slow) draft_mesh = std::max(coarsest_mesh, draft_mesh * 3 / 4);
  if (draft_cost < draft_fast) draft_mesh = std::min(draft_quality.mesh, draft_mesh * 4 / 3);
  if (draft_mesh != before) draft_cost = 0;
}

Quality QualityGovernor::choose(double now) const {
  return pending(now) ? Quality{draft_mesh, draft_quality.samples} : full_quality;
}

}  // namespace fogline::render
