// SPDX-License-Identifier: MIT
// Basin hopping: what its minimiser promises, which minima it accepts, and what it counts.
#include <algorithm>
#include <cmath>

#include "catch.hpp"
#include "optimizers/courses.hpp"
#include "optimizers/driven.hpp"
#include "optimizers/local_descent.hpp"

using namespace fogline;
using namespace fogline::tests;

namespace {

struct Slide {
  Rest rest;
  Counts counts;
};

Slide slide(const Probe& p, Vec2 start, const DescentLimits& limits = {}) {
  Oracle oracle{.landscape = evaluator(p), .place = {NAN, NAN}};
  const Rest rest = descend(oracle, start, limits);
  return {rest, oracle.counts};
}

const Probe valley = probe([](auto x, auto y) { return sq(1.0 - x) + 100.0 * sq(y - x * x); });
const Probe wavy =
    probe([](auto x, auto y) { return 0.3 * (x * x + y * y) + 2.0 * sin(3.0 * x) * sin(2.0 * y); });

// The numbers of the mark "hop".
struct Hop {
  Vec2 landed, slid;
};
Hop last_hop(const Driven<BasinHopping>& d) {
  const auto marks = d.marks();
  REQUIRE(marks.size() == 1);
  REQUIRE(marks[0].name == "hop");
  const auto& v = marks[0].values;
  REQUIRE(v.size() == 4);
  return {{v[0], v[1]}, {v[2], v[3]}};
}

Driven<BasinHopping> driven(const Probe& p, Vec2 start, const BasinHopping& rule = {}) {
  return {.rule = rule, .landscape = evaluator(p), .x = start, .random = {.seed = 6}};
}

}  // namespace

TEST_CASE("the slide ends where the slope is at most its limit") {
  for (const Vec2 start : {Vec2{-1.2, 1}, Vec2{2, -1}, Vec2{-2, 3}, Vec2{0, 0}}) {
    const auto [rest, counts] = slide(valley, start);
    CHECK(norm(rest.here.gradient) <= 1e-6);
    CHECK(norm(rest.x - Vec2{1, 1}) < 1e-5);
    CHECK(rest.here.value == valley.at(rest.x).v);

    CHECK(counts.gradients <= 80);  // measured: 34 to 65
  }
}

TEST_CASE("a slide on a quadratic takes few gradients") {
  const Probe bowl = probe([](auto x, auto y) { return x * x + 50.0 * y * y + 3.0 * x * y; });
  const auto [rest, counts] = slide(bowl, {3, -2});
  CHECK(norm(rest.x) < 1e-6);
  CHECK(counts.gradients <= 16);  // measured: 12
}

TEST_CASE("a slide never asks for more gradients than it may, and never ends higher") {
  double last = valley.at({-1.2, 1}).v;
  for (int most = 1; most <= 40; ++most) {
    const auto [rest, counts] = slide(valley, {-1.2, 1}, {.gradients = most});
    CHECK(counts.gradients <= most);
    CHECK(rest.here.value <= last);  // with more gradients it gets no less far
    last = rest.here.value;
  }
  CHECK(slide(valley, {-1.2, 1}, {.gradients = 1}).rest.x == Vec2{-1.2, 1});
}

TEST_CASE("a slide does not enter where there is no loss") {
  // A bowl that ends at x = 0.5, beyond which it has no value: sqrt is NaN there.
  const Probe cut = probe([](auto x, auto y) { return sq(x - 1.0) + y * y + 0.0 * sqrt(0.5 - x); });
  const auto [rest, counts] = slide(cut, {-2, 1}, {.length = 5});
  CHECK(std::isfinite(rest.here.value));
  CHECK(rest.x.x < 0.5);
  CHECK(rest.here.value < cut.at({-2, 1}).v);
}

TEST_CASE("a slide goes nowhere from a place without slope or without loss") {
  CHECK(slide(valley, {1, 1}).counts.gradients == 1);
  const Probe none = probe([](auto x, auto) { return sqrt(x); });
  const auto [rest, counts] = slide(none, {-1, 0});
  CHECK(counts.gradients == 1);
  CHECK(rest.x == Vec2{-1, 0});
}

TEST_CASE("a slide down a slope without end stops when its gradients are used up") {
  const Probe slope = probe([](auto x, auto y) { return x + 2.0 * y; });
  const auto [rest, counts] = slide(slope, {0, 0});
  CHECK(counts.gradients <= 100);
  CHECK(is_finite(rest.x));
  CHECK(rest.here.value < -1e3);
}

TEST_CASE("every place that basin hopping stands at is a minimum: its slope is tiny") {
  for (const char* id : {"rastrigin", "himmelblau", "styblinski_tang", "six_hump_camel"}) {
    INFO(id);
    const Landscape l = landscape(id);
    const Trajectory t = walked(l, optimizer("basin_hopping"), domain(l).at(0.3, 0.8), 200);
    REQUIRE(t.last() == 200);
    const Evaluator f = evaluator(l);
    for (std::uint32_t k = 1; k <= 200; ++k) {
      REQUIRE(t.at(k).gradient_norm <= 1e-6);
      const Jet j = f.jet(t.at(k).x);
      REQUIRE(j.xx * j.yy - j.xy * j.xy > 0);
      REQUIRE(j.xx + j.yy > 0);
    }
  }
}

TEST_CASE("the first step is the slide down from the start, each later one a hop within reach") {
  auto d = driven(wavy, {3.1, -2.2});
  const double reach = d.rule.hop_length * d.domain.diagonal();
  d.step();
  CHECK(last_hop(d).landed == Vec2{3.1, -2.2});
  CHECK(last_hop(d).slid == d.x);
  for (std::uint32_t k = 1; k <= 50; ++k) {
    const Vec2 from = d.x, u = d.random.uniform_pair(Purpose::proposal, k);
    d.step();
    const Vec2 landed = last_hop(d).landed;
    REQUIRE(landed.x == Approx(from.x + reach * (2 * u.x - 1)).margin(1e-12));
    REQUIRE(landed.y == Approx(from.y + reach * (2 * u.y - 1)).margin(1e-12));
  }
}

TEST_CASE("a minimum is accepted by Metropolis' rule on the losses of minima") {
  for (const double T : {0.0, 0.3, 3.0}) {
    auto d = driven(wavy, {3.1, -2.2}, {.temperature = T});
    d.step();
    int climbs = 0, refused = 0;
    for (std::uint32_t k = 1; k <= 400; ++k) {
      const Vec2 from = d.x;
      const Event event = d.step();
      const Vec2 to = last_hop(d).slid;
      const double climb = wavy.at(to).v - wavy.at(from).v;
      const bool taken =
          climb <= 0 || (T > 0 && d.random.uniform(Purpose::acceptance, k) < std::exp(-climb / T));
      REQUIRE(d.x == (taken ? to : from));
      REQUIRE(has(event, Event::uphill) == (taken && climb > 0));
      climbs += taken && climb > 1e-6;
      refused += !taken;
    }
    INFO("temperature " << T);
    if (T == 0)
      CHECK(climbs == 0);
    else
      CHECK(climbs > 10);
    CHECK(refused > 10);
  }
}

TEST_CASE("every gradient of the minimiser is counted, and nothing else is asked for") {
  auto d = driven(wavy, {3.1, -2.2}, {.most_gradients = 15});
  wavy.asked = {};
  std::int64_t before = 0;
  for (int k = 0; k < 100; ++k) {
    d.step();
    REQUIRE(wavy.asked == d.counts);
    REQUIRE(d.counts.gradients - before <= 15);
    REQUIRE(d.counts.gradients > before);
    before = d.counts.gradients;
  }
  CHECK(d.counts.values == 0);
}

TEST_CASE("the answer of basin hopping is the best minimum it stood at") {
  const Trajectory t = walked(landscape("rastrigin"),
                              optimizer("basin_hopping", {{"temperature", 100}}), {2, 2}, 300);
  double best = t.at(0).loss;
  for (std::uint32_t k = 0; k <= 300; ++k) best = std::min(best, t.at(k).loss);
  CHECK(t.answer(300).loss == best);
  CHECK(best < t.at(300).loss);
}
