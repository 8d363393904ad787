// SPDX-License-Identifier: MIT
// The governor, with times made up.
#include "render/quality.hpp"

#include <limits>

#include "catch.hpp"

using namespace fogline::render;

namespace {

void measure(QualityGovernor& governor, Quality quality, double seconds, int times = 20) {
  for (int i = 0; i < times; ++i) governor.measured(quality, seconds);
}

}  // namespace

TEST_CASE("coarse while the camera moves, fine within 150 ms of its rest") {
  QualityGovernor governor;
  CHECK(governor.choose(10) == full_quality);
  governor.moved(10);
  CHECK(governor.choose(10) == draft_quality);
  CHECK(governor.choose(10.04) == draft_quality);
  CHECK(governor.pending(10.04));
  CHECK(governor.choose(10.15) == full_quality);
  CHECK_FALSE(governor.pending(10.15));
}

TEST_CASE("a fast machine draws in full quality always, until it is clearly slow") {
  QualityGovernor governor;
  measure(governor, full_quality, 0.003);
  governor.moved(1);
  CHECK(governor.choose(1) == full_quality);
  measure(governor, full_quality, 0.010);  // between both limits: as before
  CHECK(governor.choose(1) == full_quality);
  measure(governor, full_quality, 0.020);
  CHECK(governor.choose(1) == draft_quality);
  measure(governor, full_quality, 0.010);
  CHECK(governor.choose(1) == draft_quality);
}

TEST_CASE("one slow frame does not change a fast machine's quality") {
  QualityGovernor governor;
  measure(governor, full_quality, 0.003);
  governor.measured(full_quality, 0.025);
  CHECK(governor.always_full);
}

TEST_CASE("drafts get coarser where they are slow, to a limit, and finer again") {
  QualityGovernor governor;
  const auto draft = [&] { return Quality{governor.draft_mesh, 0}; };
  governor.moved(0);
  governor.measured(draft(), 0.030);
  CHECK(governor.choose(0).mesh == 96);
  for (int i = 0; i < 50; ++i) governor.measured(draft(), 0.030);
  CHECK(governor.draft_mesh >= 32);
  CHECK(governor.choose(0).mesh < 96);
  for (int i = 0; i < 50; ++i) governor.measured(draft(), 0.002);
  CHECK(governor.choose(0) == draft_quality);
  measure(governor, draft(), 0.010);
  CHECK(governor.choose(0) == draft_quality);
}

TEST_CASE("times that make no sense are ignored") {
  QualityGovernor governor;
  governor.measured(full_quality, std::numeric_limits<double>::quiet_NaN());
  governor.measured(full_quality, -1);
  CHECK(governor.full_cost == 0);
}
