// SPDX-License-Identifier: MIT
// Iterate averaging and early stopping: what they remember of a walk, and what they do with it.
#include <cmath>

#include "catch.hpp"
#include "optimizers/courses.hpp"

using namespace fogline;
using namespace fogline::tests;

TEST_CASE("the average is the mean of the tail, and the answer") {
  const Landscape l = landscape("himmelblau");
  const Axes axes{.noise = Noise{.sigma = 20}, .averaging = Averaging{.from = 50}};
  const Trajectory t = walked(l, optimizer("gradient_descent"), {2, 1}, 3000, axes);
  Vec2 sum{};
  for (std::uint32_t k = 0; k <= 3000; ++k) {
    if (k < 50) {
      CHECK_FALSE(t.average(k));
      CHECK(same_bits(t.answer(k), t.at(k)));
      continue;
    }
    sum = sum + t.at(k).x;
    const Vec2 mean = (1.0 / (k - 49)) * sum;
    REQUIRE(t.average(k));
    REQUIRE(norm(*t.average(k) - mean) < 1e-12);
    const Iterate answer = t.answer(k);
    REQUIRE(same_bits(answer.x, *t.average(k)));
    REQUIRE(same_bits(answer.loss, evaluator(l).value(answer.x)));
    REQUIRE(same_bits(answer.gradient_norm, norm(evaluator(l).gradient(answer.x).gradient)));
    REQUIRE(answer.step == k);
    REQUIRE(answer.counts == t.at(k).counts);
  }
  CHECK(t.answer(3000).loss < 0.1 * t.at(3000).loss);  // noise around a minimum averages out
}

TEST_CASE("averaging changes no step") {
  const Landscape l = landscape("rastrigin");
  for (const Optimizer& o : all_optimizers()) {
    INFO(info(o).id);
    const Trajectory plain = walked(l, o, {2, 1}, 200),
                     t = walked(l, o, {2, 1}, 200, {.averaging = Averaging{.from = 0}});
    REQUIRE(t.last() == plain.last());
    for (std::uint32_t k = 0; k <= t.last(); ++k) REQUIRE(same_bits(t.at(k), plain.at(k)));
  }
}

TEST_CASE("after a restart a new tail begins, and the best place of all lives is kept") {
  const Axes axes{.averaging = Averaging{.from = 5},
                  .restarts = Restarts{.patience = 30, .tolerance = 1e-3}};
  const Trajectory t =
      walked(landscape("himmelblau"), optimizer("gradient_descent"), {2, 1}, 1000, axes);
  std::uint32_t born = 0, restarts = 0;
  Vec2 sum{};
  for (std::uint32_t k = 0; k <= 1000; ++k) {
    if (has(t.at(k).event, Event::restart)) born = k, sum = {}, ++restarts;
    if (k - born >= 5) sum = sum + t.at(k).x;
    REQUIRE(t.average(k).has_value() == (k - born >= 5));
    if (t.average(k)) REQUIRE(norm(*t.average(k) - (1.0 / (k - born - 4)) * sum) < 1e-12);
    REQUIRE(t.answer(k).loss <= t.at(t.at(k).best_step).loss);
  }
  CHECK(restarts > 5);
}

TEST_CASE("where the best place visited is the answer, the mean is it only if it is lower") {
  const Axes axes{.averaging = Averaging{.from = 20}};
  const Annealing rule{.proposal_scale = 0.02, .initial_temperature = 0.05, .cooling_rate = 1};
  const Trajectory t = walked(landscape("bowl"), rule, {1, 1}, 2000, axes);
  int means = 0, bests = 0;
  for (std::uint32_t k = 20; k <= 2000; ++k) {
    const double best = t.at(t.at(k).best_step).loss,
                 mean = evaluator(t.course().landscape).value(*t.average(k));
    REQUIRE(t.answer(k).loss == std::min(best, mean));
    ++(mean < best ? means : bests);
  }
  CHECK(means > 0);
  CHECK(bests > 0);
}

TEST_CASE("a mean that is no finite place is none") {
  Averaging::State state;
  const Averaging all{.from = 0};
  all.add(state, {1.7e308, 0}, 0);
  all.add(state, {-1.7e308, 0}, 1);
  Walker walker;
  walker.axes.average = state;
  CHECK_FALSE(average(walker));
}

TEST_CASE("a walk stops early when the loss has not improved for patience steps") {
  // Gradient descent on the bowl at rate 1 jumps to and fro: the first loss stays the best.
  const Trajectory t =
      walked(landscape("bowl"), optimizer("gradient_descent", {{"learning_rate", 1}}), {1, 1}, 1000,
             {.early_stopping = EarlyStopping{.patience = 7}});
  CHECK(t.last() == 8);
  CHECK(t.ended());
  CHECK(t.stopped_early());
  CHECK(t.at(8).counts == Counts{.values = 8, .gradients = 8});
}

TEST_CASE("an improvement within the margin is none") {
  const auto stops = [](const EarlyStopping& e, std::initializer_list<double> losses) {
    EarlyStopping::State state;
    for (const double loss : losses)
      if (e.stops(state, loss)) return true;
    return false;
  };
  const EarlyStopping strict{.patience = 2}, wide{.patience = 2, .margin = 0.5};
  CHECK_FALSE(stops(strict, {5, 4.9, 4.8, 4.7, 4.6}));
  CHECK(stops(wide, {5, 4.9, 4.8}));
  CHECK_FALSE(stops(wide, {5, 4.6, 4.4, 4.0, 3.8}));
  CHECK(stops(strict, {5, 5, 5}));
  CHECK_FALSE(stops(strict, {5, 6, 4, 6, 3, 6, 2}));
  CHECK(stops(strict, {1, std::nan(""), std::nan("")}));
}

TEST_CASE("however a walk is extended, it has ended as soon as it has stopped") {
  const Course course{landscape("bowl"),
                      optimizer("gradient_descent", {{"learning_rate", 1}}),
                      {.early_stopping = EarlyStopping{.patience = 7}},
                      {1, 1}};
  for (const std::uint32_t step : {7u, 8u, 9u, 100u}) {
    Trajectory t(course);
    CHECK(t.extend(step));
    CHECK(t.last() == std::min(step, 8u));
    CHECK(t.ended() == (step >= 8));
    CHECK(t.stopped_early() == (step >= 8));
  }
}

TEST_CASE("with mini-batches the held-out loss is watched") {
  const Axes axes{.mini_batches = MiniBatches{.strength = 5, .held_out = 4},
                  .early_stopping = EarlyStopping{.patience = 10}};
  const Landscape l = landscape("bowl");
  const Trajectory t = walked(l, optimizer("gradient_descent"), {4, 4}, 5000, axes);
  REQUIRE(t.stopped_early());
  const Dressing d(axes, domain(l), {.seed = 1});
  double best = HUGE_VAL;
  std::uint32_t bad = 0;
  for (std::uint32_t k = 1; k <= t.last(); ++k) {
    REQUIRE(bad < 10);
    const double loss = d.validation(t.at(k).loss, t.at(k).x);
    bad = loss < best ? 0 : bad + 1;
    best = std::min(best, loss);
  }
  CHECK(bad == 10);
}

TEST_CASE("without mini-batches the regularized objective is watched") {
  // The landscape's own loss falls for ever down the saddle; the penalty makes it a bowl.
  const Axes axes{.regularization = Regularization{.l2 = 6},
                  .early_stopping = EarlyStopping{.patience = 5, .margin = 1e-9}};
  const Trajectory t =
      walked(landscape("saddle"), optimizer("gradient_descent"), {0.5, 1}, 5000, axes);
  CHECK(t.stopped_early());
  CHECK(t.last() < 1000);
}
