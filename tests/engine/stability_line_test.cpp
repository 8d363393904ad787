// SPDX-License-Identifier: MIT
// The line on a sweep's map beyond which steps are too long: where the rules say it is, and where
// walks say so, too.
#include "fogline/engine/stability_line.hpp"

#include <cmath>

#include "catch.hpp"
#include "engine/judged.hpp"

using namespace fogline;
using namespace fogline::tests;

namespace {

constexpr double steep = 50;  // the ravine's largest curvature

SweepSetting on_ravine(const Optimizer& optimizer, const char* y, double high) {
  return {.landscape = landscape("ravine", {{"condition", steep}}),
          .optimizer = optimizer,
          .x = {"learning_rate", 1e-3, 1, true},
          .y = SweepAxis{y, 0, high, false},
          .nx = 33,
          .ny = 9,
          .starts = {{1, 1}},
          .steps = 400};
}

double rate_at(const SweepSetting& s, double share) {
  return s.x.low * std::pow(s.x.high / s.x.low, share);
}

}  // namespace

TEST_CASE("the line of momentum runs at 2 (1 + momentum) / lambda") {
  const SweepSetting s = on_ravine(Momentum{}, "momentum", 0.9);
  const StabilityLine line = stability_line(s);
  CHECK(line.why_none.empty());
  CHECK(line.curvature == Approx(steep));
  CHECK(norm(line.place) < 1e-6);
  REQUIRE(line.pieces.size() >= 8);
  for (const auto& piece : line.pieces)
    for (const Vec2 p : piece)
      CHECK(rate_at(s, p.x) == Approx(2 * (1 + 0.9 * p.y) / steep).epsilon(0.01));
}

TEST_CASE("walks beyond the line do not come to rest, those within do") {
  const SweepSetting s = on_ravine(Momentum{}, "momentum", 0.8);
  Sweep sweep(s);
  sweep.advance();
  const double step = std::log(s.x.high / s.x.low) / 32;
  for (std::size_t j = 0; j < s.ny; ++j) {
    const double limit = 2 * (1 + s.y->at(j, s.ny)) / steep;
    for (std::size_t i = 0; i < s.nx; ++i) {
      const double excess = std::log(s.x.at(i, s.nx) / limit);
      const bool rests = sweep[j * s.nx + i].verdict == Verdict::global_minimum;
      if (excess > step) CHECK_FALSE(rests);
      if (excess < -step && excess > -1) CHECK(rests);
    }
  }
}

TEST_CASE("weight decay sharpens the valley that the line is of") {
  SweepSetting s = on_ravine(GradientDescent{}, "weight_decay", 50);
  const StabilityLine line = stability_line(s);
  REQUIRE(!line.pieces.empty());
  for (const auto& piece : line.pieces)
    for (const Vec2 p : piece)
      CHECK(rate_at(s, p.x) == Approx(2 / (steep + 50 * p.y)).epsilon(0.02));
}

TEST_CASE("the line needs no learning rate along an axis") {
  SweepSetting s = on_ravine(Qhm{.learning_rate = 0.06}, "momentum", 0.9);
  s.x = SweepAxis{"nu", 0, 1, false};
  const StabilityLine line = stability_line(s);
  CHECK(line.why_none.empty());
  for (const auto& piece : line.pieces)
    for (const Vec2 p : piece) {
      const Qhm there{.learning_rate = 0.06, .momentum = 0.9 * p.y, .nu = p.x};
      CHECK(there.rate_limit(steep) == Approx(0.06).epsilon(0.05));
    }
}

TEST_CASE("where there is no line a sentence says why") {
  const auto why = [](const SweepSetting& s) {
    const StabilityLine line = stability_line(s);
    CHECK(line.pieces.empty());
    return line.why_none;
  };
  CHECK_THAT(why(on_ravine(Adam{}, "beta1", 0.9)), ContainsSubstring("rescales its steps"));
  CHECK_THAT(why(on_ravine(Lion{}, "beta1", 0.9)), ContainsSubstring("No limit"));
  SweepSetting s = on_ravine(Annealing{}, "cooling_rate", 0.9);
  s.x = SweepAxis{"proposal_scale", 0.01, 0.1, true};
  CHECK_THAT(why(s), ContainsSubstring("is known for Annealing"));
  s = on_ravine(Momentum{}, "momentum", 0.9);
  s.x.high = 0.01;
  CHECK_THAT(why(s), ContainsSubstring("within the limit"));
  s.x = {"learning_rate", 0.5, 1, true};
  CHECK_THAT(why(s), ContainsSubstring("beyond the limit"));
  s.axes.schedule.emplace();
  CHECK_THAT(why(s), ContainsSubstring("schedule"));
  s.axes = {};
  s.landscape = landscape("ackley");
  s.starts = {{0.1, 0.1}};
  CHECK_THAT(why(s), ContainsSubstring("no smooth minimum"));
}

TEST_CASE("of several starts the line is that of the best known minimum") {
  SweepSetting s = on_ravine(Momentum{}, "momentum", 0.9);
  s.landscape = landscape("himmelblau");
  s.starts = {{-3, 3}};
  CHECK(norm(stability_line(s).place - Vec2{-2.805118, 3.131313}) < 1e-3);
  s.starts.push_back({3, -2});
  CHECK(norm(stability_line(s).place - survey(s.landscape).minima.front()) < 1e-3);
}
