// SPDX-License-Identifier: MIT
// Racers that never lie still: noise, signs, cusps, heat, and rates at their limit.
#include "catch.hpp"
#include "engine/judged.hpp"

using namespace fogline;
using namespace fogline::tests;

namespace {

Axes noisy(double sigma) {
  Axes axes;
  axes.noise = Noise{.sigma = sigma};
  return axes;
}

// x <- x - rate sign(slope): what Lion and Rprop come to at a minimum.
Optimizer signs(double rate) {
  return RmsProp{.learning_rate = rate, .decay = 0, .epsilon = 1e-12};
}

}  // namespace

TEST_CASE("noise leaves a racer at its minimum, at no plateau and not descending") {
  const Landscape l = landscape("himmelblau");
  for (const double sigma : {1.0, 10.0, 40.0}) {
    INFO(sigma);
    const Judgement j = judged(l, descent(0.005), {3.5, 2.5}, 3000, noisy(sigma));
    CHECK(j.verdict == Verdict::global_minimum);
    CHECK(norm(j.evidence.place - Vec2{3, 2}) < 0.5);
  }
  const Judgement wide = judged(l, descent(0.005), {3.5, 2.5}, 3000, noisy(40));
  REQUIRE(wide.evidence.hover);
  CHECK(*wide.evidence.hover > 0.05);
  CHECK(wide.walker_says.starts_with("Hovers within "));
}

TEST_CASE("noise in a trap is trapped") {
  const Judgement j = judged(landscape("rastrigin"), descent(1e-3), {2, 1}, 3000, noisy(20));
  CHECK(j.verdict == Verdict::local_minimum);
  CHECK(j.map_says.find("4.975 lower") != std::string::npos);
}

TEST_CASE("steps of one length hover at the minimum that they surround") {
  for (const double rate : {0.003, 0.03, 0.2}) {
    INFO(rate);
    const Judgement j = judged(landscape("himmelblau"), signs(rate), {1, 1}, 4000);
    CHECK(j.verdict == Verdict::global_minimum);
    if (rate > 0.02) CHECK(*j.evidence.hover == Approx(rate).margin(2 * rate));
  }
}

TEST_CASE("at a cusp the distance to the listed minimum decides") {
  const Landscape ackley = landscape("ackley");
  const Judgement near = judged(ackley, descent(0.005), {0.3, 0.2}, 1000);
  CHECK(near.verdict == Verdict::global_minimum);
  CHECK(near.evidence.cusp);
  const Judgement hovering = judged(ackley, descent(0.06), {0.3, 0.2}, 1000);
  CHECK(hovering.verdict == Verdict::global_minimum);
  CHECK(verdict(ackley, Adam{.learning_rate = 1e-4}, {1e-3, 1e-3}, 900) == Verdict::global_minimum);
  const Judgement ripple = judged(ackley, descent(0.005), {3.1, 2.1}, 2000);
  CHECK(ripple.verdict == Verdict::local_minimum);
  CHECK_FALSE(ripple.evidence.cusp);
}

TEST_CASE("just above its limit a rate oscillates about a minimum, just below it does not") {
  const Landscape l = landscape("saddle_bounded");  // curvatures 2 and 4 at its minima
  const Judgement above = judged(l, descent(2.1 / 4), {1e-9, 0.9}, 3000);
  CHECK(above.verdict == Verdict::oscillating);
  CHECK(above.feeling == Feeling::swinging);
  CHECK(*above.evidence.rate >= *above.evidence.rate_limit);
  CHECK(above.walker_says.find("the limit at curvature") != std::string::npos);
  CHECK(verdict(l, descent(1.9 / 4), {1e-9, 0.9}, 3000) == Verdict::global_minimum);
  CHECK(verdict(l, descent(1.98 / 4), {1e-9, 0.9}, 30) == Verdict::descending);
}

TEST_CASE("a rate far above its limit oscillates from valley to valley while it stays on the map") {
  const Landscape l = landscape("rastrigin");
  const Judgement j = judged(l, descent(0.02), {2.2, 0.9}, 400);
  CHECK(j.verdict == Verdict::oscillating);
}

TEST_CASE("momentum swings on its way down and does not oscillate") {
  const Trajectory t = walked(landscape("bowl"), Momentum{.learning_rate = 0.05}, {4, -3}, 400);
  for (std::uint32_t k = 0; k <= 400; k += 7) {
    const Verdict v = judged(t, k).verdict;
    CHECK((v == Verdict::descending || v == Verdict::global_minimum));
  }
  CHECK(judged(t, 400).verdict == Verdict::global_minimum);
}

TEST_CASE("a hot annealer is not trapped; cooled down in a trap it is") {
  const Landscape l = landscape("rastrigin");
  const Annealing hot{.proposal_scale = 0.01, .initial_temperature = 5, .cooling_rate = 1};
  for (const std::uint32_t k : {200u, 1000u, 3000u}) {
    const Judgement j = judged(l, hot, {2, 1}, k);
    CHECK((j.verdict == Verdict::descending || j.verdict == Verdict::global_minimum));
    CHECK(*j.evidence.temperature == 5);
  }
  const Annealing cold{.proposal_scale = 0.01, .initial_temperature = 1, .cooling_rate = 0.97};
  const Judgement j = judged(l, cold, {2, 1}, 2000);
  CHECK(j.verdict == Verdict::local_minimum);
  CHECK(*j.evidence.temperature < 1e-9);
  CHECK(*j.evidence.barrier > 1);
}

TEST_CASE("a racer that will restart is not trapped, and its best place counts") {
  const Landscape l = landscape("comfortable_trap");
  Axes axes;
  axes.restarts = Restarts{};
  const Judgement alone = judged(l, descent(0.02), {-3.5, -3}, 400);
  CHECK(alone.verdict == Verdict::local_minimum);
  const Trajectory t = walked(l, descent(0.02), {-3.5, -3}, 5000, axes);
  for (std::uint32_t k = 0; !has(t.at(k + 1).event, Event::restart); ++k)
    CHECK(judged(t, k).verdict == Verdict::descending);
  CHECK(judged(t, 5000).verdict == Verdict::global_minimum);
  axes.restarts->most = 1;
  axes.restarts->from = 2;
  axes.restarts->perturbation = 1e-3;
  CHECK(verdict(l, descent(0.02), {-3.5, -3}, 2000, axes) == Verdict::local_minimum);
}

TEST_CASE("early stopping is told where it stops a racer that still moves") {
  Axes axes = noisy(30);
  axes.early_stopping = EarlyStopping{.patience = 5};
  const Trajectory t = walked(landscape("ravine"), descent(0.005), {4, 2}, 5000, axes);
  REQUIRE(t.stopped_early());
  CHECK(judged(t, t.last()).verdict == Verdict::stopped_early);
  CHECK(judged(t, t.last() - 1).verdict != Verdict::stopped_early);
}

TEST_CASE("who is thrown from valley to valley by noise is in none, who is held by one is in it") {
  const Landscape l = landscape("rastrigin");
  int thrown = 0, held = 0;
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    const auto rests = [&](double sigma) {
      const Fate f = fate(judged(l, descent(2e-3), {0.5, 0.5}, 2000, noisy(sigma), seed).verdict);
      return f == Fate::good || f == Fate::stuck;
    };
    thrown += rests(60);  // a dozen times on its way
    held += rests(40);
  }
  CHECK(thrown <= 2);
  CHECK(held >= 18);
}

TEST_CASE(
    "beside the cusp that a bent crease leads to a racer that creeps along is not there yet") {
  const Trajectory t =
      walked(landscape("bukin6"), Adam{.learning_rate = 0.01}, {-11.99, -0.865}, 1500);
  for (const std::uint32_t k : {1300u, 1400u, 1500u})
    CHECK(judged(t, k).verdict == Verdict::descending);
}

// A ring of minima is one valley with many bottoms: where one window's best leads down to is not
// where that of another does.
TEST_CASE("who moves along a ring of minima hovers about the part of it that a window is at") {
  const Landscape ring = landscape("drop_wave");
  const auto end = [&](const Optimizer& o, double sigma, Vec2 start, std::uint32_t walker) {
    Trajectory t(Course{ring, o, noisy(sigma), start, 1, walker});
    t.extend(1000);
    return judged(t, 1000).verdict;
  };
  CHECK(end(Adam{.learning_rate = 0.1}, 0.3, {3.8342979252357017, 0.62821592553651051}, 43) ==
        Verdict::local_minimum);
  CHECK(end(descent(0.01), 3, {-1.9544064854691774, 4.8497417221189894}, 28) ==
        Verdict::descending);
}
