// SPDX-License-Identifier: MIT
// Methods that carry a slope or losses from step to step, where the ground moves under them.
#include "catch.hpp"
#include "engine/judged.hpp"

using namespace fogline;
using namespace fogline::tests;

TEST_CASE("what a method knew of a place is asked anew where the ground drifts") {
  // A bowl that moves along x by half its width in 1000 steps.
  const Landscape l =
      landscape("drift", {{"of", base_index<Bowl>}, {"parameter", 0}, {"form", 0}, {"rate", 0.5}});
  const double way = 0.5e-3 * domain(l).size().x;  // in a step
  for (const auto& [id, behind] : {std::pair{"conjugate_gradient", 2.0},
                                   {"bfgs", 2.0},
                                   {"lbfgs", 2.0},
                                   {"nelder_mead", 5.0}}) {
    const Trajectory t = walked(l, make_optimizer(id), {0.5, 0.5}, 400);
    double worst = 0;  // steps behind the minimum
    for (std::uint32_t k = 50; k <= 400; ++k)
      worst = std::max(worst, norm(t.at(k).x - Vec2{k * way, 0}) / way);
    INFO(id);
    CHECK(worst < behind);
  }
}
