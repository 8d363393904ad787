// SPDX-License-Identifier: MIT
// What axes do to the objective and to the slope that is told: penalties, clipping, decoupled
// decay, and their order.
#include "fogline/optimizers/dressing.hpp"

#include <cmath>

#include "catch.hpp"
#include "optimizers/courses.hpp"

using namespace fogline;
using namespace fogline::tests;

namespace {

// (1 - x)^2: penalties move its minima to a place known in closed form.
Landscape trough() { return Rosenbrock{.b = 0}; }

Trajectory descended(const Axes& axes, double rate = 0.05, std::uint32_t steps = 2000) {
  return walked(trough(), optimizer("gradient_descent", {{"learning_rate", rate}}), {-1.5, 2},
                steps, axes);
}

}  // namespace

TEST_CASE("L2 moves the minimum to 2 / (2 + l2), and pulls what is free to the origin") {
  for (const double l2 : {0.5, 2.0, 6.0}) {
    const Vec2 x = descended({.regularization = Regularization{.l2 = l2}}).at(2000).x;
    CHECK(x.x == Approx(2 / (2 + l2)).epsilon(1e-12));
    CHECK(std::abs(x.y) < 1e-12);
  }
}

TEST_CASE("L1 moves the minimum by l1 / 2, and holds at zero what is not worth it") {
  const Vec2 half = descended({.regularization = Regularization{.l2 = 0, .l1 = 1}}).at(2000).x;
  CHECK(half.x == Approx(0.5).epsilon(1e-12));
  CHECK(std::abs(half.y) <= 0.05);  // a subgradient step long at most
  const Vec2 none =
      descended({.regularization = Regularization{.l2 = 0, .l1 = 4}}, 0.001, 20'000).at(20'000).x;
  CHECK(std::abs(none.x) <= 0.001 * (4 + 2));
  CHECK(std::abs(none.y) <= 0.001 * 4);
}

TEST_CASE("the regularized objective is one function: value, slope and Hessian agree") {
  const Axes axes{.mini_batches = MiniBatches{.imbalance = 3},
                  .regularization = Regularization{.l2 = 0.7, .l1 = 0.3}};
  for (const Landscape& l : {landscape("himmelblau"), landscape("rastrigin")}) {
    const Dressing d(axes, domain(l), {});
    const Evaluator f = evaluator(l);
    Copies::Decks decks;
    for (const Dressing::Data& data : {d.training(), d.held_out(), d.batch(5, decks)})
      for (std::uint32_t i = 0; i < 50; ++i) {
        const Vec2 u = Stream{.seed = 3}.uniform_pair(Purpose::tie, i), x = domain(l).at(u.x, u.y);
        const auto slope = [&](Vec2 p) { return d.gradient(f.gradient(p), p, data).gradient; };
        const auto value = [&](Vec2 p) { return d.value(f.value(p), p, data); };
        const Jet j = d.jet(f.jet(x), x, data);
        REQUIRE(same_bits(j.v, value(x)));
        REQUIRE(same_bits(d.gradient(f.gradient(x), x, data).value, value(x)));
        const double h = 1e-5;
        const Vec2 east{h, 0}, north{0, h};
        CHECK(j.x == Approx((value(x + east) - value(x - east)) / (2 * h)).margin(1e-4));
        CHECK(j.y == Approx((value(x + north) - value(x - north)) / (2 * h)).margin(1e-4));
        CHECK(norm(slope(x) - Vec2{j.x, j.y}) <= 1e-12 * (1 + norm(slope(x))));
        const Vec2 by_x = (1 / (2 * h)) * (slope(x + east) - slope(x - east)),
                   by_y = (1 / (2 * h)) * (slope(x + north) - slope(x - north));
        CHECK(j.xx == Approx(by_x.x).margin(1e-4));
        CHECK(j.xy == Approx(by_x.y).margin(1e-4));
        CHECK(j.yy == Approx(by_y.y).margin(1e-4));
      }
  }
}

TEST_CASE("at the kink of L1 the slope is the landscape's own") {
  const Dressing d({.regularization = Regularization{.l2 = 1, .l1 = 5}}, {{-1, -1}, {1, 1}}, {});
  CHECK(d.gradient({3, {0.25, -0.5}}, {0, 0}, {}).gradient == Vec2{0.25, -0.5});
}

TEST_CASE("without strength penalties change no bit") {
  for (const Optimizer& o : all_optimizers()) {
    INFO(info(o).id);
    const Axes axes{.regularization = Regularization{.l2 = 0, .l1 = 0}};
    const Trajectory plain = walked(landscape("himmelblau"), o, {-1, 1}, 200),
                     t = walked(landscape("himmelblau"), o, {-1, 1}, 200, axes);
    REQUIRE(t.last() == plain.last());
    for (std::uint32_t k = 0; k <= t.last(); ++k) REQUIRE(same_bits(t.at(k), plain.at(k)));
  }
}

TEST_CASE("the best place of a regularized racer is that of its own objective") {
  // From (2, 0) down to the regularized minimum 1/2: the landscape's own is passed on the way.
  const Axes axes{.regularization = Regularization{.l2 = 2},
                  .restarts = Restarts{.patience = 1'000'000}};
  const Trajectory t = walked(trough(), optimizer("gradient_descent"), {2, 0}, 3000, axes);
  CHECK(t.answer(3000).x.x == Approx(0.5));
  CHECK(t.answer(3000).loss == Approx(0.25));
}

TEST_CASE("coupled weight decay is L2, and for plain descent so is decoupled decay") {
  const Landscape l = landscape("himmelblau");
  const Optimizer plain = optimizer("gradient_descent");
  const Trajectory coupled =
      walked(l, optimizer("gradient_descent", {{"weight_decay", 0.8}}), {-1, 1}, 100);
  const Trajectory penalty =
      walked(l, plain, {-1, 1}, 100, {.regularization = Regularization{.l2 = 0.8}});
  const Trajectory decoupled =
      walked(l, plain, {-1, 1}, 100, {.decoupled_weight_decay = DecoupledWeightDecay{0.8}});
  for (std::uint32_t k = 0; k <= 100; ++k) {
    REQUIRE(norm(penalty.at(k).x - coupled.at(k).x) < 1e-12);
    REQUIRE(norm(decoupled.at(k).x - coupled.at(k).x) < 1e-12);
  }
}

TEST_CASE("for Adam decoupled decay is not L2 but AdamW's") {
  const Landscape l = landscape("himmelblau");
  const Optimizer adam = optimizer("adam", {{"learning_rate", 0.05}});
  const Trajectory t =
      walked(l, adam, {-1, 1}, 60, {.decoupled_weight_decay = DecoupledWeightDecay{0.8}});
  const Trajectory penalty =
      walked(l, adam, {-1, 1}, 60, {.regularization = Regularization{.l2 = 0.8}});
  CHECK(norm(t.at(60).x - penalty.at(60).x) > 1e-2);
  // torch.optim.AdamW, written out: p <- p (1 - lr wd), then Adam's step with the slope at the old
  // p.
  const Evaluator f = evaluator(l);
  Vec2 x{-1, 1}, m{}, v{};
  for (std::uint32_t k = 1; k <= 60; ++k) {
    const Vec2 g = f.gradient(x).gradient;
    for (std::size_t i = 0; i < 2; ++i) {
      m[i] = 0.9 * m[i] + 0.1 * g[i];
      v[i] = 0.999 * v[i] + 0.001 * g[i] * g[i];
      const double m_hat = m[i] / (1 - std::pow(0.9, k)), v_hat = v[i] / (1 - std::pow(0.999, k));
      x[i] = x[i] * (1 - 0.05 * 0.8) - 0.05 * m_hat / (std::sqrt(v_hat) + 1e-8);
    }
    REQUIRE(norm(t.at(k).x - x) < 1e-11);
  }
}

TEST_CASE("decoupled decay follows the schedule") {
  const Axes axes{.schedule = Schedule{.kind = Schedule::step, .period = 1, .gamma = 0.5},
                  .decoupled_weight_decay = DecoupledWeightDecay{1}};
  const Trajectory t =
      walked(trough(), optimizer("gradient_descent", {{"learning_rate", 0.1}}), {1, 1}, 3, axes);
  // y feels no slope: only the decay, at rates 0.1, 0.05, 0.025.
  CHECK(t.at(1).x.y == Approx(0.9));
  CHECK(t.at(2).x.y == Approx(0.9 * 0.95));
  CHECK(t.at(3).x.y == Approx(0.9 * 0.95 * 0.975));
}

TEST_CASE("clipping is torch's, by norm and by value") {
  const Clipping by_norm{.limit = 2}, by_value{.by = Clipping::value, .limit = 2};
  const Vec2 g = by_norm.clipped({3, -4});
  CHECK(g.x == Approx(3 * 2 / (5 + 1e-6)).epsilon(1e-15));
  CHECK(g.y == Approx(-4 * 2 / (5 + 1e-6)).epsilon(1e-15));
  CHECK(by_norm.clipped({0.3, -0.4}) == Vec2{0.3, -0.4});
  CHECK(by_norm.clipped({0, 0}) == Vec2{0, 0});
  CHECK(by_value.clipped({3, -4}) == Vec2{2, -2});
  CHECK(by_value.clipped({0.3, -4}) == Vec2{0.3, -2});
  CHECK(norm(by_norm.clipped({1e200, -1e200})) == Approx(2));
}

TEST_CASE("clipped, a walker gets down a wall that throws it off the map without") {
  const Landscape l = landscape("rosenbrock");
  const Optimizer o = optimizer("gradient_descent", {{"learning_rate", 0.01}});
  CHECK(walked(l, o, {-1.5, 2}, 500).ended());
  const Trajectory t = walked(l, o, {-1.5, 2}, 500, {.clipping = Clipping{}});
  CHECK(t.last() == 500);
  for (std::uint32_t k = 1; k <= 500; ++k)
    REQUIRE(norm(t.at(k).x - t.at(k - 1).x) <= 0.01 * 1.0000001);
}

TEST_CASE("noise comes before the mask, and both before clipping") {
  const Axes axes{.noise = Noise{.sigma = 2},
                  .coordinate_mask = CoordinateMask{},
                  .clipping = Clipping{.limit = 0.5}};
  const Stream random{.seed = 7};
  const Dressing d(axes, {{-1, -1}, {1, 1}}, random);
  for (std::uint32_t k = 0; k < 200; ++k) {
    const Question q{k, 1, k};
    Vec2 g = Vec2{1, -1} + axes.noise->drawn(random, q);
    g = axes.clipping->clipped(axes.coordinate_mask->masked(g, random, q));
    REQUIRE(same_bits(d.disturbed({1, -1}, q), g));
    REQUIRE(norm(g) <= 0.5);
  }
}
