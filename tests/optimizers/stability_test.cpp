// SPDX-License-Identifier: MIT
// What rules tell of the rates they bear, held against walks on quadratics.
#include "fogline/optimizers/stability.hpp"

#include "catch.hpp"
#include "fogline/core/symmetric2.hpp"
#include "optimizers/courses.hpp"

using namespace fogline;
using namespace fogline::tests;

namespace {

bool divides(const Optimizer& o) {
  const Trajectory t = walked(landscape("bowl"), o, {2, 1}, 50);
  return divisors(t.gear(), t.walker_at(t.last())) != Vec2{1, 1};
}

// The loss on the bowl, whose curvatures are both 2, after 3000 steps at a share of the limit; or
// where the walk ended because it could grow no further.
double loss_at(Optimizer o, double share) {
  for (const Param& p : params(o))
    if (p.name == "learning_rate") p.set(share * *rate_limit(o, 2));
  const Trajectory t = walked(landscape("bowl"), o, {1, 1}, 3000);
  return t.at(t.last()).loss;
}

Vec2 divisors_after(const Optimizer& o, std::uint32_t steps) {
  const Trajectory t = walked(landscape("bowl"), o, {2, -1}, steps);  // slope (4, -2)
  return divisors(t.gear(), t.walker_at(steps));
}

}  // namespace

TEST_CASE("below its limit a rule converges on a quadratic, above it grows without end") {
  int tested = 0;
  for (const Optimizer& o : all_optimizers()) {
    if (!rate_limit(o, 2) || divides(o)) continue;
    INFO(info(o).id);
    CHECK(loss_at(o, 0.98) < 1e-6);
    CHECK(loss_at(o, 1.02) > 1e6);
    ++tested;
  }
  CHECK(tested >= 3);
}

TEST_CASE("limits are those of the literature") {
  const double mu = 0.9, lambda = 7;
  CHECK(*rate_limit(optimizer("gradient_descent"), lambda) == Approx(2 / lambda));
  CHECK(*rate_limit(optimizer("momentum"), lambda) == Approx(2 * (1 + mu) / lambda));
  CHECK(*rate_limit(optimizer("nesterov"), lambda) ==
        Approx(2 * (1 + mu) / ((1 + 2 * mu) * lambda)));
  CHECK(*rate_limit(optimizer("nesterov"), 1) == Approx(1.357).epsilon(1e-3));
  for (const char* id : {"adam", "adamw", "amsgrad", "adamax"})
    CHECK(*rate_limit(optimizer(id), lambda) == Approx(2 * (1 + mu) / ((1 - mu) * lambda)));
  CHECK(*rate_limit(optimizer("qhm", {{"nu", 1}}), lambda) ==
        Approx(2 * (1 + mu) / ((1 - mu) * lambda)));
}

TEST_CASE("the limit of averaged momentum is that of its recurrence") {
  const double beta = 0.9, lambda = 2, limit = *rate_limit(optimizer("adam"), lambda);
  for (const double share : {0.98, 1.02}) {
    double x = 1, m = 0;
    for (int k = 0; k < 3000; ++k) {
      m = beta * m + (1 - beta) * lambda * x;
      x -= share * limit * m;
    }
    CHECK((std::abs(x) < 1) == (share < 1));
  }
}

TEST_CASE("where nothing swings there is no limit and no best rate") {
  for (const Optimizer& o : all_optimizers()) {
    CHECK_FALSE(rate_limit(o, 0));
    CHECK_FALSE(rate_limit(o, -1));
    CHECK_FALSE(best_here(o, -1, 2));
    CHECK_FALSE(best_here(o, 3, 2));
  }
  CHECK_FALSE(rate_limit(optimizer("annealing"), 1));
}

TEST_CASE("no rate near the best one is faster on a quadratic") {
  for (const char* id : {"gradient_descent", "momentum", "nesterov"}) {
    INFO(id);
    const Landscape ravine = landscape("ravine");
    const Jet f = evaluator(ravine).jet({0, 0});
    const Eigen2 e = eigen(f.xx, f.xy, f.yy);
    const auto best = best_here(optimizer(id), e.low, e.high);
    REQUIRE(best);
    const auto loss = [&](double rate_factor, double off) {
      Settings s{{"learning_rate", best->rate * rate_factor}};
      if (best->momentum) s.push_back({"momentum", *best->momentum + off});
      const Trajectory t = walked(ravine, optimizer(id, s), {3, 1}, 1500);
      return t.at(t.last()).loss;
    };
    const double fastest = loss(1, 0);
    CHECK(fastest < 1e-6);
    for (const double factor : {0.8, 1.25}) CHECK(loss(factor, 0) > fastest);
    if (best->momentum) CHECK(loss(1, -0.05) > fastest);
  }
}

TEST_CASE("divisors after the first step are those of the rule's definition") {
  const auto is = [](const Optimizer& o, double wanted) {
    INFO(info(o).id);
    const Vec2 d = divisors_after(o, 1);
    CHECK(d.x == Approx(4 * wanted).epsilon(1e-6));
    CHECK(d.y == Approx(2 * wanted).epsilon(1e-6));
  };
  for (const char* id : {"adam", "adamw", "amsgrad", "adamax", "adagrad", "nadam"})
    is(optimizer(id), 1);
  is(optimizer("rmsprop"), std::sqrt(1 - 0.99));
  is(optimizer("adabelief"), 0.9);
  is(optimizer("yogi", {{"epsilon", 1e-12}}), std::sqrt(1 - 0.999));
  CHECK(divisors_after(optimizer("momentum"), 5) == Vec2{1, 1});
  for (const Optimizer& o : all_optimizers()) {
    const Vec2 before = divisors_after(o, 0), later = divisors_after(o, 40);
    for (const double v : {before.x, before.y, later.x, later.y}) CHECK(v > 0);
  }
}

TEST_CASE("decay weighs as the rule has it: coupled plainly, decoupled by divisor and gain") {
  const auto weights = [](const Optimizer& o, const Axes& axes) {
    const Trajectory t = walked(landscape("bowl"), o, {2, -1}, 1, axes);
    return decay_weights(t.gear(), t.walker_at(1));
  };
  CHECK(weights(optimizer("adam", {{"weight_decay", 0.3}}), {}) == Vec2{0.3, 0.3});
  CHECK(weights(optimizer("adam"), {}) == Vec2{0, 0});
  const Vec2 adamw = weights(optimizer("adamw", {{"weight_decay", 0.3}}), {});
  CHECK(adamw.x == Approx(0.3 * 4));
  CHECK(adamw.y == Approx(0.3 * 2));
  Axes axes;
  axes.decoupled_weight_decay = DecoupledWeightDecay{.weight_decay = 0.3};
  CHECK(weights(optimizer("gradient_descent"), axes) == Vec2{0.3, 0.3});
  CHECK(weights(optimizer("momentum"), axes).x == Approx(0.03));
  CHECK(weights(optimizer("annealing"), axes) == Vec2{0, 0});
}
