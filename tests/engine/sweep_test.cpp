// SPDX-License-Identifier: MIT
// Cells of a sweep hold what walks with their values come to.
#include "fogline/engine/sweep.hpp"

#include "catch.hpp"
#include "engine/judged.hpp"
#include "fogline/engine/crew.hpp"

using namespace fogline;
using namespace fogline::tests;

namespace {

SweepSetting setting() {
  return {.landscape = landscape("himmelblau"),
          .optimizer = Momentum{},
          .x = {"learning_rate", 1e-4, 1, true},
          .y = SweepAxis{"momentum", 0, 0.9, false},
          .nx = 9,
          .ny = 4,
          .starts = {{1, 1}},
          .steps = 200};
}

}  // namespace

TEST_CASE("a sweep's axes reach both ends, in steps or in ratios") {
  const SweepAxis linear{"a", 1, 3, false}, log{"a", 1e-4, 1, true};
  CHECK(linear.at(0, 5) == 1);
  CHECK(linear.at(2, 5) == 2);
  CHECK(linear.at(4, 5) == 3);
  CHECK(log.at(0, 5) == 1e-4);
  CHECK(log.at(2, 5) == Approx(1e-2));
  CHECK(log.at(4, 5) == 1);
  CHECK(log.at(0, 1) == 1e-4);
}

TEST_CASE("a cell is the walk with its values") {
  const SweepSetting s = setting();
  Sweep sweep(s);
  CHECK(sweep.advance());
  for (std::size_t cell = 0; cell < s.cells(); ++cell) {
    const Optimizer o = with(
        s.optimizer, {{"learning_rate", s.x.at(cell % 9, 9)}, {"momentum", s.y->at(cell / 9, 4)}});
    const Trajectory t = walked(s.landscape, o, {1, 1}, 200);
    CHECK(sweep[cell].loss == t.at(t.last()).loss);
    CHECK(sweep[cell].verdict == judged(t, t.last(), t.last() == 200).verdict);
  }
  CHECK(sweep[0].finished == 0);
  CHECK_FALSE(sweep[0].cost);
  CHECK(sweep[8].verdict == Verdict::diverged);
  const SweepCell good = sweep[4];
  CHECK(good.finished == 1);
  CHECK(good.cost.value() > 1);
  CHECK(good.cost.value() < 200);
}

TEST_CASE("a sweep does not depend on threads") {
  SweepSetting s = setting();
  for (int i = 0; i < 5; ++i) s.starts.push_back({0.5 * i, -0.3 * i});
  Sweep one(s), three(s);
  one.advance();
  {
    Crew crew(3);
    crew.take_up([&three] { return three.advance(Clock::now()); });
    while (!crew.wait(std::chrono::milliseconds(1000))) {
    }
  }
  int different = 0;
  for (std::size_t cell = 0; cell < s.cells(); ++cell) different += !(one[cell] == three[cell]);
  CHECK(different == 0);
}

TEST_CASE("starts in lanes come to what they come to one by one") {
  const std::pair<const char*, Optimizer> all[] = {
      {"himmelblau", Momentum{}}, {"drift", Momentum{}}, {"saddle", Nesterov{}},
      {"rastrigin", Adam{}},      {"peaks", Lion{}},     {"beale", AdamW{.weight_decay = 0.3}}};
  for (const auto& [land, optimizer] : all)
    for (const std::uint32_t steps : {3u, 150u}) {
      SweepSetting s = setting();
      s.landscape = landscape(land);
      s.optimizer = optimizer;
      s.y.reset();
      s.ny = 1;
      s.steps = steps;
      s.starts = random_starts(4, domain(s.landscape), 70);
      if (steps > 3) s.axes.schedule.emplace();
      Sweep lanes(s), alone(s, std::nullopt);
      lanes.advance();
      alone.advance();
      INFO(land << ", " << steps << " steps");
      int different = 0;
      for (std::size_t cell = 0; cell < s.cells(); ++cell)
        different += !(lanes[cell] == alone[cell]);
      CHECK(different == 0);
    }
}

TEST_CASE("a sweep refuses names and values that are none") {
  SweepSetting s = setting();
  s.x.name = "learning_rat";
  CHECK_THROWS_WITH(Sweep(s), ContainsSubstring("learning_rate"));
  s = setting();
  s.optimizer = Adam{};
  s.y = SweepAxis{"beta1", 0, 1, false};  // below 1 only
  CHECK_THROWS_AS(Sweep(s), std::invalid_argument);
}

TEST_CASE("a sweep walked coarse first has the same cells, and is cancelled for ever") {
  SweepSetting s = setting();
  s.nx = 70;
  s.steps = 20;
  Sweep plain(s), coarse(s), given_up(s);
  coarse.walk_coarse_first();
  plain.advance();
  CHECK_FALSE(coarse.advance(Clock::now()));
  CHECK(coarse.is_done(0));
  CHECK_FALSE(coarse.is_done(1));
  while (!coarse.advance(Clock::now())) {
    if (coarse.cells_done() != 2) continue;
    CHECK(coarse.is_done(64));
  }
  CHECK(coarse.cells_done() == s.cells());
  int different = 0;
  for (std::size_t cell = 0; cell < s.cells(); ++cell)
    different += !coarse.is_done(cell) || !(plain[cell] == coarse[cell]);
  CHECK(different == 0);
  given_up.cancel();
  CHECK(given_up.advance());
  CHECK(given_up.cells_done() == 0);
}

TEST_CASE("the params of axes in use can be swept") {
  SweepSetting s = setting();
  s.axes.noise = Noise{.sigma = 0.1};
  s.y = SweepAxis{"noise.sigma", 0, 2, false};
  const Outfit highest = s.outfit_of(s.cells() - 1);
  CHECK(highest.axes.noise->sigma == 2);
  Sweep sweep(s);
  sweep.advance();
  Axes axes = s.axes;
  axes.noise->sigma = 2;
  const Trajectory t =
      walked(s.landscape, with(s.optimizer, {{"learning_rate", 1e-4}}), {1, 1}, 200, axes);
  CHECK(sweep[27].loss == t.at(200).loss);
  s.axes = {};
  CHECK_THROWS_WITH(Sweep(s), ContainsSubstring("noise.sigma"));
}

TEST_CASE("costs of a sweep are counted in its prices") {
  SweepSetting s = setting();
  Sweep usual(s);
  s.prices.gradient = 3;
  Sweep dear(s);
  usual.advance();
  dear.advance();
  REQUIRE(usual[4].cost);
  CHECK(dear[4].cost.value() > 2 * usual[4].cost.value());
}
