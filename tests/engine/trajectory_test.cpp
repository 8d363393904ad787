// SPDX-License-Identifier: MIT
// Trajectories: every iterate of a million steps in bounded memory, the same however it is asked.
#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

#include "catch.hpp"
#include "engine/heap_meter.hpp"
#include "optimizers/courses.hpp"

using namespace fogline;
using namespace fogline::tests;

namespace {

constexpr Clock::time_point past{};  // a deadline long gone

Course course(const char* land, const Optimizer& o, Vec2 start, const Axes& axes = {}) {
  return {.landscape = landscape(land), .optimizer = o, .axes = axes, .start = start, .seed = 5};
}
// Walks that go on for a million steps, and use every kind of state.
std::vector<Course> long_courses() {
  return {course("rosenbrock", optimizer("adam", {{"learning_rate", 1e-4}}), {-1.5, 2}),
          course("rastrigin", optimizer("annealing", {{"reheat_every", 700}}), {2, 2}),
          course("himmelblau", optimizer("momentum"), {-1, 1},
                 {.restarts = Restarts{.patience = 100}})};
}

// Steps all over 0..last, block edges among them.
std::vector<std::uint32_t> scattered(std::uint32_t last, std::uint32_t n) {
  constexpr std::uint32_t block = Trajectory::block_size;
  std::vector<std::uint32_t> steps{0, 1, block - 1, block, block + 1, last - 1, last};
  const Stream random{.seed = 11};
  for (std::uint32_t i = 0; i < n; ++i)
    steps.push_back(static_cast<std::uint32_t>(random.uniform(Purpose::tie, i) * (last + 1)));
  return steps;
}

std::vector<Glimpse> glimpses(const Trajectory& t, std::uint32_t last) {
  std::vector<Glimpse> all;
  t.for_each_glimpse(last, [&](const Glimpse& g) { all.push_back(g); });
  return all;
}

}  // namespace

TEST_CASE("any iterate of a million steps equals that of a walk made only so far") {
  for (const Course& c : long_courses()) {
    INFO(info(c.optimizer).id);
    Trajectory whole(c), fresh(c);
    REQUIRE(whole.extend(Trajectory::longest));
    REQUIRE(whole.last() == Trajectory::longest);
    std::map<std::uint32_t, Iterate> expected;
    auto steps = scattered(whole.last(), 60);
    std::sort(steps.begin(), steps.end());
    for (const std::uint32_t k : steps) {
      fresh.extend(k);
      expected[k] = fresh.at(k);
    }
    for (const std::uint32_t k : scattered(whole.last(), 60))
      REQUIRE(same_bits(whole.at(k), expected.at(k)));
  }
}

TEST_CASE("a million steps are held in a few megabytes, and reading does not add to them") {
  const Course c = long_courses().front();
  const std::size_t before = heap_bytes();
  Trajectory t(c);
  t.extend(Trajectory::longest);
  const std::size_t walked = heap_bytes() - before;
  CHECK(walked < 6'000'000);
  for (const std::uint32_t k : scattered(t.last(), 200)) t.at(k);
  CHECK(heap_bytes() - before <= walked);
}

TEST_CASE("a short walk is held in as little as one block") {
  const std::size_t before = heap_bytes();
  Trajectory t(long_courses().front());
  t.extend(1000);
  CHECK(heap_bytes() - before < 64'000);
}

TEST_CASE("no walk is longer than a million steps") {
  Trajectory t(course("bowl", optimizer("adam"), {1, 1}));
  CHECK(t.extend(std::numeric_limits<std::uint32_t>::max()));
  CHECK(t.last() == 1'000'000);
}

TEST_CASE("extended in pieces, with reading between, a walk is the same as in one go") {
  for (const Course& c : long_courses()) {
    INFO(info(c.optimizer).id);
    constexpr std::uint32_t last = 40'000;
    Trajectory whole(c), pieces(c);
    whole.extend(last);
    const Stream random{.seed = 2};
    for (std::uint32_t i = 0; pieces.last() < last; ++i) {
      const double u = random.uniform(Purpose::start, i);
      pieces.extend(std::min(last, pieces.last() + static_cast<std::uint32_t>(3000 * u * u)));
      // Reading old steps drives the open block out of its columns.
      pieces.at(static_cast<std::uint32_t>(pieces.last() * u));
      if (i % 3 == 0) pieces.at(0);
    }
    REQUIRE(pieces.last() == last);
    for (std::uint32_t k = 0; k <= last; ++k) REQUIRE(same_bits(pieces.at(k), whole.at(k)));
  }
}

TEST_CASE("a copy goes on by itself with the very same walk") {
  for (const Course& c : long_courses()) {
    Trajectory t(c);
    t.extend(1500);
    Trajectory copy = t;
    t.extend(5000);
    CHECK(copy.last() == 1500);
    copy.extend(5000);
    for (std::uint32_t k = 0; k <= 5000; ++k) REQUIRE(same_bits(copy.at(k), t.at(k)));
  }
}

TEST_CASE("with its deadline in the past a walk still gets on, a few steps at a time") {
  Trajectory t(long_courses().front());
  CHECK_FALSE(t.extend(5000, past));
  CHECK(t.last() >= 1);
  CHECK(t.last() < 64);
  int calls = 1;
  while (!t.extend(5000, past)) ++calls;
  CHECK(t.last() == 5000);
  CHECK(calls < 1000);
}

TEST_CASE("a walk ends at its last finite iterate") {
  Trajectory t(
      course("rosenbrock", optimizer("gradient_descent", {{"learning_rate", 0.1}}), {-1.5, 2}));
  CHECK(t.extend(1000));
  CHECK(t.ended());
  REQUIRE(t.last() > 0);
  REQUIRE(t.last() < 20);
  for (std::uint32_t k = 0; k <= t.last(); ++k) {
    CHECK(is_finite(t.at(k).x));
    CHECK(std::isfinite(t.at(k).loss));
    CHECK(std::isfinite(t.at(k).gradient_norm));
  }
  // The step after it, by hand, is not finite.
  const Iterate last = t.at(t.last());
  const Evaluator f = evaluator(t.course().landscape);
  const Vec2 next = last.x - 0.1 * f.gradient(last.x).gradient;
  CHECK_FALSE((is_finite(next) && std::isfinite(f.value(next))));
  CHECK(t.extend(1000));
  CHECK(t.last() == last.step);
}

TEST_CASE("the slope's length is finite at every iterate, even where its square is not") {
  // On the saddle y grows by a constant factor for ever; the square of the slope's length
  // overflows long before the slope does, but not before the loss.
  Trajectory t(course("saddle", optimizer("gradient_descent", {{"learning_rate", 0.05}}), {0, 1}));
  CHECK(t.extend(100'000));
  CHECK(t.ended());
  CHECK(std::isfinite(t.at(t.last()).gradient_norm));
  CHECK(t.at(t.last()).gradient_norm > 1e153);
}

TEST_CASE("a start without a finite loss cannot be left, and can be looked at") {
  const double huge = 1e200;
  Trajectory t(course("rosenbrock", optimizer("adam"), {huge, huge}));
  CHECK(t.extend(100));
  CHECK(t.ended());
  CHECK(t.last() == 0);
  CHECK(t.at(0).x == Vec2{huge, huge});
  CHECK(t.answer(0).step == 0);
  CHECK(glimpses(t, 0).size() == 1);
}

TEST_CASE("what is counted is what the method asks for") {
  for (const char* id : {"gradient_descent", "momentum", "nesterov", "rmsprop", "adam"}) {
    INFO(id);
    const Trajectory t = walked(landscape("himmelblau"), optimizer(id), {-1, 1}, 3000);
    for (std::uint32_t k = 0; k <= 3000; k += 7)
      REQUIRE(t.at(k).counts == Counts{.gradients = static_cast<std::int64_t>(k)});
  }
}

TEST_CASE("the Oracle counts each kind by itself, and a Hessian with its gradient") {
  const Landscape l = landscape("bowl");
  Oracle oracle{.landscape = evaluator(l)};
  oracle.stand({1, 2});
  CHECK(oracle.counts == Counts{});
  CHECK(oracle.value({1, 2}) == 5);
  CHECK(oracle.value({3, 4}) == 25);
  CHECK(oracle.gradient({1, 2}).gradient == Vec2{2, 4});
  CHECK(oracle.gradient({0, 1}).value == 1);
  CHECK(oracle.jet({1, 2}).xx == 2);
  CHECK(oracle.counts == Counts{.values = 2, .gradients = 3, .hessians = 1});
  CHECK(cost(oracle.counts, {}) == Approx(2.0 / 3 + 3 + 2));
  CHECK(cost({.gradients = 1, .hessians = 1}, {}) == 3);  // a Newton step in the plane
}

TEST_CASE("the last step within a cost is the last one paid for") {
  const Trajectory t =
      walked(landscape("rastrigin"), optimizer("annealing"), {2, 2}, 5000);  // (k + 1) / 3 at k
  const Prices prices;
  CHECK(t.last_within(0, prices) == 0);
  CHECK(t.last_within(0.5, prices) == 0);  // the first step asks for two values
  CHECK(t.last_within(0.7, prices) == 1);
  CHECK(t.last_within(1e9, prices) == 5000);
  for (const double amount : {10.0, 333.4, 1000.0, 1666.0}) {
    const std::uint32_t k = t.last_within(amount, prices);
    CHECK(cost(t.at(k).counts, prices) <= amount);
    CHECK(cost(t.at(k + 1).counts, prices) > amount);
  }
}

TEST_CASE("short walks are drawn iterate by iterate") {
  const Trajectory t = walked(landscape("himmelblau"), optimizer("adam"), {-1, 1}, 5000);
  REQUIRE(t.keeps_every_iterate());
  const auto all = glimpses(t, 4321);
  REQUIRE(all.size() == 4322);
  for (std::uint32_t k = 0; k <= 4321; ++k) {
    REQUIRE(all[k].step == k);
    REQUIRE(same_bits(all[k].x, t.at(k).x));
    REQUIRE(same_bits(all[k].loss, t.at(k).loss));
  }
}

TEST_CASE("the outline of a long walk contains its extremes, its ends and its restarts") {
  for (const Course& c : long_courses()) {
    INFO(info(c.optimizer).id);
    constexpr std::uint32_t last = 100'000;
    Trajectory t(c);
    t.extend(last);
    REQUIRE_FALSE(t.keeps_every_iterate());
    const auto drawn = glimpses(t, last);
    CHECK(drawn.size() < last / 10);
    CHECK(drawn.front().step == 0);
    CHECK(drawn.back().step == last);
    std::map<std::uint32_t, Glimpse> by_step;
    for (const Glimpse& g : drawn) {
      CHECK((by_step.empty() || by_step.rbegin()->first < g.step));
      by_step[g.step] = g;
    }
    const double inf = std::numeric_limits<double>::infinity();
    double low_x = inf, high_x = -inf, low = inf, high = -inf, drawn_low_x = inf,
           drawn_high_x = -inf, drawn_low = inf, drawn_high = -inf;
    for (std::uint32_t k = 0; k <= last; ++k) {
      const Iterate i = t.at(k);
      low_x = std::min(low_x, i.x.x);
      high_x = std::max(high_x, i.x.x);
      low = std::min(low, i.loss);
      high = std::max(high, i.loss);
      if (has(i.event, Event::restart)) REQUIRE(by_step.contains(k));
    }
    for (const auto& [k, g] : by_step) {
      REQUIRE(same_bits(g.x, t.at(k).x));
      drawn_low_x = std::min(drawn_low_x, g.x.x);
      drawn_high_x = std::max(drawn_high_x, g.x.x);
      drawn_low = std::min(drawn_low, g.loss);
      drawn_high = std::max(drawn_high, g.loss);
    }
    CHECK(drawn_low_x == low_x);
    CHECK(drawn_high_x == high_x);
    CHECK(drawn_low == low);
    CHECK(drawn_high == high);
  }
}

TEST_CASE("the outline up to any step ends with it, and shows no step twice") {
  Trajectory t(long_courses().front());
  t.extend(50'000);
  for (const std::uint32_t last : {0u, 1u, 255u, 256u, 1024u, 30'000u, 48'127u, 48'128u, 50'000u}) {
    INFO(last);
    const auto drawn = glimpses(t, last);
    CHECK(drawn.back().step == last);
    for (std::size_t i = 1; i < drawn.size(); ++i) REQUIRE(drawn[i - 1].step < drawn[i].step);
  }
}

TEST_CASE("walkers far out go on where their iterates are finite") {
  const Trajectory t = walked(landscape("saddle"), optimizer("momentum"), {0, 1}, 500);
  CHECK_FALSE(t.ended());
  CHECK(std::abs(t.at(500).x.y) > 1e6);
}

TEST_CASE("on a drifting landscape each step meets the landscape of its step, stepped again too") {
  const Drift drift;
  const GradientDescent rule{.learning_rate = 0.02};
  Trajectory t({.landscape = drift, .optimizer = rule, .start = {-1, 0}});
  t.extend(30'000);
  Vec2 x{-1, 0};
  std::map<std::uint32_t, Vec2> walked;
  for (std::uint32_t step = 0; step < 30'000; ++step) {
    walked[step] = x;
    x = x - rule.learning_rate * drift.gradient(x, step).gradient;
  }
  for (const std::uint32_t step : scattered(29'999, 40)) {
    INFO("step " << step);
    CHECK(t.at(step).x == walked.at(step));
    CHECK(t.at(step).loss == drift.value(walked.at(step), step));
  }
}
