// SPDX-License-Identifier: MIT
// What the terrain is a picture of: the landscape, or what a racer descends, is told or believes.
#include "scene/ground.hpp"

#include <algorithm>

#include "catch.hpp"

using namespace fogline;
using namespace fogline::scene;

namespace {

struct Shown {
  Session session;
  Race race;

  explicit Shown(const Racer& racer) {
    session.experiment.landscape = Himmelblau{};
    session.experiment.budget.amount = 60;
    session.experiment.racers = {racer};
    race.follow(session.experiment);
    race.advance();
  }
  Ground ground(Terrain terrain, double playhead = 0) {
    session.view.terrain = terrain;
    session.view.playhead = playhead;
    return Ground(ground_key(session, race), &race[0]);
  }
};

Racer racer(const Axes& axes, const Optimizer& optimizer = Momentum{}) {
  return {.name = "a racer", .optimizer = optimizer, .axes = axes, .start = {-1, 1}};
}

}  // namespace

TEST_CASE("without axes and models there is only the landscape to show") {
  Shown s(racer({}));
  CHECK(terrains_of(s.race[0]) == std::vector<Terrain>{Terrain::landscape});
  for (const Terrain t : {Terrain::objective, Terrain::batch, Terrain::surrogate}) {
    const Ground ground = s.ground(t);
    CHECK(ground.key().terrain == Terrain::landscape);
    CHECK(ground.evaluator().value({1, 2}) ==
          evaluator(s.session.experiment.landscape).value({1, 2}));
  }
}

TEST_CASE("the objective of a regularized racer is the landscape and the penalty") {
  Shown s(racer({.regularization = Regularization{.l2 = 4, .l1 = 2}}));
  const Ground ground = s.ground(Terrain::objective, 30);
  const Vec2 x{1.5, -2};
  const double own = 0.5 * 4 * (1.5 * 1.5 + 4) + 2 * 3.5;
  const Gradient bare = evaluator(s.session.experiment.landscape).gradient(x),
                 there = ground.evaluator().gradient(x);
  CHECK(there.value == Approx(bare.value + own));
  CHECK(there.gradient.x == Approx(bare.gradient.x + 4 * 1.5 + 2));
  CHECK(there.gradient.y == Approx(bare.gradient.y - 4 * 2 - 2));
  CHECK(ground.relief().low > 0);  // nowhere as low as the landscape's minima
}

TEST_CASE("each step's batch is a terrain of its own; the full batch is the landscape") {
  Shown s(racer({.mini_batches = MiniBatches{.batch = 2, .strength = 50}}));
  const Vec2 x{1.5, -2};
  const double first = s.ground(Terrain::batch, 0).evaluator().value(x),
               later = s.ground(Terrain::batch, 7).evaluator().value(x),
               bare = evaluator(s.session.experiment.landscape).value(x);
  CHECK(first != later);
  CHECK(first != bare);
  CHECK(s.ground(Terrain::objective).evaluator().value(x) == bare);
  Shown full(racer({.mini_batches = MiniBatches{.copies = 8, .batch = 8, .strength = 50}}));
  CHECK(full.ground(Terrain::batch, 3).evaluator().value(x) == bare);
}

TEST_CASE("every ground's grid is what its evaluator says") {
  Shown s(racer({.mini_batches = MiniBatches{.strength = 50}, .regularization = Regularization{}}));
  for (const Terrain t : terrains_of(s.race[0])) {
    const Ground ground = s.ground(t, 12);
    const Box box = ground.domain();
    const auto grid = ground.grid(ColorScale::height, box, 9, 5);
    REQUIRE(grid->height.size() == 45);
    for (std::size_t k = 0; k < 45; ++k) {
      const Vec2 p = box.at(static_cast<double>(k % 9) / 8, static_cast<double>(k / 9) / 4);
      const double expected = height_at(ground.evaluator(), ground.relief(), p);
      REQUIRE(grid->height[k] == Approx(expected).epsilon(1e-6).margin(1e-6));
    }
  }
}

TEST_CASE("what a model believes is shown of every method that has one") {
  int models = 0;
  for (const Optimizer& o : all_optimizers()) {
    Shown s(racer({}, o));
    const auto known = terrains_of(s.race[0]);
    if (std::find(known.begin(), known.end(), Terrain::surrogate) == known.end()) continue;
    ++models;
    INFO(info(o).id);
    const auto fields = s.race[0].fields(40);
    for (const Terrain t : {Terrain::surrogate, Terrain::uncertainty, Terrain::acquisition}) {
      const Ground ground = s.ground(t, 40);
      REQUIRE(ground.key().terrain == t);
      // On a node of the lattice the picture is the field itself, and between nodes it is near it.
      const Vec2 corner = ground.domain().low;
      const auto field = std::find_if(fields.begin(), fields.end(), [&](const Field& f) {
        return f.name == (t == Terrain::surrogate     ? "surrogate"
                          : t == Terrain::uncertainty ? "uncertainty"
                                                      : "acquisition");
      });
      REQUIRE(field != fields.end());
      CHECK(ground.evaluator().value(corner) == Approx(field->at(corner)));
    }
  }
  CHECK(models >= 1);
}

TEST_CASE("a session that names a racer that is not there shows the landscape") {
  Shown s(racer({.regularization = Regularization{}}));
  s.session.view.terrain_of = 5;
  CHECK(s.ground(Terrain::objective).key().terrain == Terrain::landscape);
}
