// SPDX-License-Identifier: MIT
// The comfortable trap keeps its promise: slope is trapped, momentum escapes from high up.
#include "catch.hpp"
#include "fogline/landscapes/landscape.hpp"

using namespace fogline;

namespace {

constexpr Vec2 high_start{-4.2, -3.2}, low_start{-3.2, -1.2};

// Where heavy ball as in torch ends after 1,000 steps; plain descent for momentum 0.
Vec2 walk(Vec2 x, double learning_rate, double momentum) {
  const Landscape landscape = make_landscape("comfortable_trap");
  const Evaluator f = evaluator(landscape);
  Vec2 v{};
  for (int k = 0; k < 1000; ++k) {
    v = momentum * v + f.gradient(x).gradient;
    x = x - learning_rate * v;
  }
  return x;
}

double distance_to_far_well(Vec2 x) {
  return norm(x - minima(make_landscape("comfortable_trap")).front());
}

}  // namespace

TEST_CASE("there is one global minimum, in the far well") {
  const auto all = minima(make_landscape("comfortable_trap"));
  REQUIRE(all.size() == 1);
  CHECK(all.front().x > 1);
  CHECK(all.front().y > 1);
}

TEST_CASE("gradient descent is trapped in the near well from either start") {
  for (const Vec2 start : {high_start, low_start}) {
    const Vec2 end = walk(start, 0.02, 0);
    CHECK(end.x < -1);
    CHECK(end.y < -0.5);
    CHECK(distance_to_far_well(end) > 3);
  }
}

TEST_CASE("momentum crosses the ridge from high up and not from lower down") {
  CHECK(distance_to_far_well(walk(high_start, 0.02, 0.9)) < 1e-6);
  CHECK(distance_to_far_well(walk(low_start, 0.02, 0.9)) > 3);
}

TEST_CASE("two equal wells are both global minima") {
  Landscape landscape = make_landscape("comfortable_trap");
  params(landscape)[0].set(1);
  CHECK(minima(landscape).size() == 2);
}

TEST_CASE("a shallower far well leaves the global minimum in the near one") {
  Landscape landscape = make_landscape("comfortable_trap");
  params(landscape)[0].set(0.5);
  REQUIRE(minima(landscape).size() == 1);
  CHECK(minima(landscape).front().x < -1);
}
