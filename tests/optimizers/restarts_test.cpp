// SPDX-License-Identifier: MIT
// The restarts axis: it begins again on a stall and on divergence, uniformly in the domain, keeps
// the best, and combines with any optimizer.
#include <algorithm>
#include <cmath>
#include <set>

#include "catch.hpp"
#include "optimizers/courses.hpp"

using namespace fogline;
using namespace fogline::tests;

namespace {

std::vector<std::uint32_t> restarts_of(const Trajectory& t) {
  std::vector<std::uint32_t> steps;
  for (std::uint32_t k = 0; k <= t.last(); ++k)
    if (has(t.at(k).event, Event::restart)) steps.push_back(k);
  return steps;
}

}  // namespace

TEST_CASE("any optimizer on any landscape restarts where it stalls or runs away") {
  for (const Landscape& l : all_landscapes())
    for (const Optimizer& o : all_optimizers()) {
      const int from = static_cast<int>(o.index() % std::size(Restarts::origins));
      const Axes axes{.restarts = Restarts{.patience = 20, .tolerance = 0.01, .from = from}};
      INFO(info(o).id << " on " << info(l).id);
      const Trajectory t = walked(l, brief(o), domain(l).at(0.3, 0.8), 500, axes);
      CHECK(t.last() == 500);
      for (const std::uint32_t k : restarts_of(t)) CHECK(domain(l).contains(t.at(k).x));
    }
}

TEST_CASE("a stalled walk begins again after its patience") {
  const Axes axes{.restarts = Restarts{.patience = 30, .tolerance = 1e-3}};
  const Landscape l = landscape("bowl");
  const Trajectory t =
      walked(l, optimizer("gradient_descent", {{"learning_rate", 0.5}}), {1, 1}, 1000, axes);
  // Rate 0.5 reaches the minimum in one step: it comes to rest at step 1, has stayed for 30 steps
  // at step 31, and stands elsewhere at 32; so again every 32 steps.
  const auto steps = restarts_of(t);
  REQUIRE(steps.size() >= 20);
  CHECK(steps[0] == 32);
  CHECK(steps[1] == 64);
  CHECK(t.at(31).x == Vec2{0, 0});
}

TEST_CASE("a walk that runs to infinity begins again, and is counted") {
  const Axes axes{.restarts = Restarts{}};
  const Landscape l = landscape("rosenbrock");
  const Optimizer o = optimizer("gradient_descent", {{"learning_rate", 1}});
  const Trajectory without = walked(l, o, {-1.5, 2}, 1000);
  REQUIRE(without.ended());
  const Trajectory t = walked(l, o, {-1.5, 2}, 1000, axes);
  CHECK(t.last() == 1000);
  CHECK_FALSE(t.ended());
  CHECK(restarts_of(t).size() > 100);
  bool finite = true;
  for (std::uint32_t k = 0; k <= 1000; ++k) finite = finite && std::isfinite(t.at(k).loss);
  CHECK(finite);
}

TEST_CASE("a walk that leaves the map by more than its diagonal begins again") {
  const Landscape l = landscape("saddle");
  const Box box = domain(l);
  const Trajectory t = walked(l, optimizer("momentum"), {0.1, 0.5}, 2000, {.restarts = Restarts{}});
  CHECK(restarts_of(t).size() > 2);
  for (const std::uint32_t k : restarts_of(t))
    CHECK(norm(t.at(k - 1).x - box.center()) > 1.5 * box.diagonal());
}

TEST_CASE("new lives begin uniformly in the domain") {
  const Landscape l = landscape("himmelblau");
  const Box box = domain(l);
  // Patience 1 and a whole map of tolerance: every second step is a restart.
  const Axes axes{.restarts = Restarts{.patience = 1, .tolerance = 10}};
  const Trajectory t = walked(l, optimizer("gradient_descent"), {0, 0}, 8000, axes);
  const auto steps = restarts_of(t);
  REQUIRE(steps.size() == 4000);
  std::array<int, 16> boxes{};
  for (const std::uint32_t k : steps) {
    const Vec2 p = t.at(k).x - box.low, size = box.size();
    const auto i = static_cast<std::size_t>(4 * p.x / size.x),
               j = static_cast<std::size_t>(4 * p.y / size.y);
    ++boxes.at(4 * j + i);
  }
  double chi_squared = 0;
  for (const int count : boxes) chi_squared += (count - 250.0) * (count - 250.0) / 250;
  CHECK(chi_squared < 37.7);  // 15 degrees of freedom, one in a thousand
}

TEST_CASE("of sixteen lives of a Latin hypercube each has a row and a column of its own") {
  const Landscape l = landscape("himmelblau");
  const Box box = domain(l);
  const Axes axes{.restarts =
                      Restarts{.patience = 1, .tolerance = 10, .from = Restarts::latin_hypercube}};
  const Trajectory t = walked(l, optimizer("gradient_descent"), {0, 0}, 320, axes);
  const auto steps = restarts_of(t);
  REQUIRE(steps.size() == 160);
  std::set<std::vector<int>> orders;
  for (std::size_t round = 0; round < 10; ++round) {
    std::vector<int> columns, rows;
    for (std::size_t i = 0; i < 16; ++i) {
      const Vec2 p = t.at(steps[16 * round + i]).x - box.low, size = box.size();
      columns.push_back(static_cast<int>(16 * p.x / size.x));
      rows.push_back(static_cast<int>(16 * p.y / size.y));
    }
    orders.insert(columns);
    orders.insert(rows);
    for (auto* side : {&columns, &rows}) {
      std::sort(side->begin(), side->end());
      for (int i = 0; i < 16; ++i) REQUIRE((*side)[static_cast<std::size_t>(i)] == i);
    }
  }
  CHECK(orders.size() == 20);  // in an order that nobody had before
}

TEST_CASE("from the best place new lives begin a normal step away, and never off the map") {
  const Landscape l = landscape("himmelblau");
  const Box box = domain(l);
  const auto lives = [&](double perturbation) {
    const Axes axes{
        .restarts = Restarts{
            .patience = 1, .tolerance = 10, .from = Restarts::best, .perturbation = perturbation}};
    // A rate of 0: only restarts move the walker.
    return walked(l, optimizer("gradient_descent", {{"learning_rate", 0}}), {0, 0}, 4000, axes);
  };
  const Trajectory near = lives(0.01), far = lives(100);
  double squares = 0, n = 0;
  for (const std::uint32_t k : restarts_of(near)) {
    const Vec2 step = near.at(k).x - near.at(near.at(k - 1).best_step).x;
    squares += dot(step, step);
    n += 2;
  }
  CHECK(n == 4000);
  CHECK(std::sqrt(squares / n) == Approx(0.01 * box.diagonal()).epsilon(0.05));
  CHECK(near.answer(4000).loss < 1e-3);  // a search by itself
  for (const std::uint32_t k : restarts_of(far)) CHECK(box.contains(far.at(k).x));
}

TEST_CASE("no more restarts are made than allowed; then the walk goes on or ends") {
  const Axes axes{.restarts = Restarts{.patience = 10, .tolerance = 1e-3, .most = 3}};
  const Trajectory rests =
      walked(landscape("bowl"), optimizer("gradient_descent", {{"learning_rate", 0.5}}), {1, 1},
             500, axes);
  CHECK(restarts_of(rests).size() == 3);
  CHECK(rests.last() == 500);
  const Trajectory flies =
      walked(landscape("rosenbrock"), optimizer("gradient_descent", {{"learning_rate", 10}}),
             {-1.5, 2}, 500, axes);
  CHECK(restarts_of(flies).size() == 3);
  CHECK(flies.ended());
}

TEST_CASE("with restarts the answer is the best place of all lives") {
  const Axes axes{.restarts = Restarts{.patience = 20}};
  const Trajectory t =
      walked(landscape("rastrigin"), optimizer("gradient_descent", {{"learning_rate", 0.002}}),
             {4.1, 4.1}, 3000, axes);
  double best = t.at(0).loss;
  for (std::uint32_t k = 0; k <= 3000; ++k) best = std::min(best, t.at(k).loss);
  CHECK(t.answer(3000).loss == best);
  CHECK(best < t.at(31).loss);  // better than the first life's valley
}

TEST_CASE("a restart costs nothing, and the optimizer's memory starts anew") {
  const Axes axes{.restarts = Restarts{.patience = 25, .tolerance = 1e-3}};
  const Landscape l = landscape("bowl");
  const Optimizer adam = optimizer("adam", {{"learning_rate", 0.3}});
  const Trajectory t = walked(l, adam, {1, 1}, 3000, axes);
  const auto steps = restarts_of(t);
  REQUIRE_FALSE(steps.empty());
  const std::uint32_t k = steps.front();
  CHECK(t.at(k).counts == t.at(k - 1).counts);
  const Trajectory fresh = walked(l, adam, t.at(k).x, 20);
  for (std::uint32_t i = 0; i <= 20; ++i) REQUIRE(same_bits(t.at(k + i).x, fresh.at(i).x));
}

TEST_CASE("annealing is hot again in its new life") {
  const Axes axes{.restarts = Restarts{.patience = 50, .tolerance = 1e-3}};
  const Annealing rule{.initial_temperature = 7, .cooling_rate = 0.9};
  const Trajectory t = walked(landscape("rastrigin"), rule, {2, 2}, 3000, axes);
  const auto steps = restarts_of(t);
  REQUIRE_FALSE(steps.empty());
  CHECK(t.marks(steps.front() + 1).at(0).values.at(0) == Approx(7));
  CHECK(t.at(steps.front() + 1).counts.values == t.at(steps.front()).counts.values + 2);
}

TEST_CASE("idle, the axis changes nothing") {
  const Landscape l = landscape("himmelblau");
  const Axes axes{.restarts = Restarts{.patience = 1'000'000}};
  const Trajectory plain = walked(l, optimizer("adam"), {-1, 1}, 500),
                   watched = walked(l, optimizer("adam"), {-1, 1}, 500, axes);
  for (std::uint32_t k = 0; k <= 500; ++k) REQUIRE(same_bits(plain.at(k), watched.at(k)));
}
