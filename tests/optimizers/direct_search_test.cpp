// SPDX-License-Identifier: MIT
// Methods that feel no slope: iterations worked out by hand, what they ask for, and chance from the
// session's seed alone.
#include <algorithm>
#include <cmath>

#include "catch.hpp"
#include "optimizers/hike.hpp"

using namespace fogline;
using namespace fogline::tests;

namespace {

const double bowl_diagonal = domain(Landscape{Bowl{}}).diagonal();

void check_simplex(const NelderMead::State& s, const std::vector<Vec2>& expected) {
  for (std::size_t i = 0; i < 3; ++i) {
    CHECK(s.simplex[i].x.x == Approx(expected[i].x).margin(1e-12));
    CHECK(s.simplex[i].x.y == Approx(expected[i].y).margin(1e-12));
  }
}

}  // namespace

TEST_CASE("Nelder and Mead's triangle expands, reflects and contracts on the bowl") {
  Hike<NelderMead> hike{{.initial_size = 1 / bowl_diagonal}, Bowl{}, {3, -2}};
  // (3, -1): 10, (3, -2): 13, (4, -2): 20. Reflected (2, -1): 5, expanded (1, -0.5): 1.25.
  hike.step();
  check_simplex(hike.state, {{1, -0.5}, {3, -1}, {3, -2}});
  CHECK(hike.oracle.counts == Counts{.values = 5});
  // Reflected (1, 0.5): 1.25, no better than the best and better than the second.
  hike.step();
  check_simplex(hike.state, {{1, -0.5}, {1, 0.5}, {3, -1}});
  CHECK(hike.oracle.counts == Counts{.values = 6});
  // Reflected (-1, 1): 2, better than the worst only: outside contraction (0, 0.5): 0.25.
  hike.step();
  check_simplex(hike.state, {{0, 0.5}, {1, -0.5}, {1, 0.5}});
  CHECK(hike.oracle.counts == Counts{.values = 8});
  CHECK(hike.x == hike.state.simplex[0].x);
  // Reflected (0, -0.5): 0.25, accepted behind its equal.
  hike.step();
  check_simplex(hike.state, {{0, 0.5}, {0, -0.5}, {1, -0.5}});
  // Reflected (-1, 0.5): 1.25, no better than the worst: inside contraction (0.5, -0.25): 0.3125.
  hike.step();
  check_simplex(hike.state, {{0, 0.5}, {0, -0.5}, {0.5, -0.25}});
  CHECK(hike.oracle.counts == Counts{.values = 11});
}

TEST_CASE("Nelder and Mead's triangle shrinks towards its best vertex where nothing else helps") {
  // 0 at the origin, 1 at the other vertices, 5 elsewhere.
  const Evaluator spikes{nullptr,
                         [](const void*, Vec2 p, double) {
                           if (p == Vec2{0, 0}) return 0.0;
                           return p == Vec2{1, 0} || p == Vec2{0, 1} ? 1.0 : 5.0;
                         },
                         nullptr, nullptr};
  Oracle oracle{.landscape = spikes, .place = {NAN, NAN}};
  const NelderMead rule{.initial_size = 1, .shrink = 0.25};
  NelderMead::State state;
  Vec2 x;
  rule.step(state, oracle, x, {.domain = {{0, 0}, {1, 0}}});
  check_simplex(state, {{0, 0}, {0.25, 0}, {0, 0.25}});
  CHECK(oracle.counts == Counts{.values = 7});
  CHECK(x == Vec2{0, 0});
}

TEST_CASE("the simplex is a mark, its best vertex the iterate, and never climbs") {
  const Trajectory t = walked(landscape("himmelblau"), optimizer("nelder_mead"), {-1, 1}, 60);
  CHECK(t.marks(0).empty());
  for (std::uint32_t k = 1; k <= 60; ++k) {
    const Mark mark = t.marks(k).at(0);
    CHECK(mark.name == "simplex");
    REQUIRE(mark.values.size() == 6);
    REQUIRE(Vec2{mark.values[0], mark.values[1]} == t.at(k).x);
    REQUIRE(t.at(k).loss <= t.at(k - 1).loss);
    const std::int64_t asked = t.at(k).counts.values - t.at(k - 1).counts.values;
    REQUIRE((asked >= 1 && asked <= (k == 1 ? 7 : 4)));
  }
}

TEST_CASE("Nelder and Mead come down Rosenbrock's valley to 1e-8 within 90 iterations") {
  const Trajectory t = walked(landscape("rosenbrock"), optimizer("nelder_mead"), {-1.2, 1}, 90);
  CHECK(t.at(90).loss < 1e-8);
}

TEST_CASE("Hooke and Jeeves explore axis by axis and leap on where that succeeded") {
  Hike<PatternSearch> hike{{.initial_size = 1 / bowl_diagonal}, Bowl{}, {3, -2}};
  const auto check = [&](Vec2 x, std::int64_t values) {
    hike.step();
    CHECK(hike.x.x == Approx(x.x).margin(1e-12));
    CHECK(hike.x.y == Approx(x.y).margin(1e-12));
    CHECK(hike.oracle.counts == Counts{.values = values});
  };
  check({2, -1}, 4);  // 13; (4, -2) no, (2, -2) yes, (2, -1) yes
  check({0, 0}, 9);   // leap to (1, 0): (2, 0) no, (0, 0) yes, (0, 1) no, (0, -1) no
  check({0, 0}, 13);  // leap to (-2, 1): ends at (-1, 0), no better
  check({0, 0}, 17);  // four ways, none lower: the size is halved
  CHECK(hike.state.size == Approx(0.5));
  const auto marks = hike.rule.marks(hike.state);
  CHECK(marks.at(0).name == "stencil");
  CHECK(marks.at(0).values.at(2) == Approx(1));
}

TEST_CASE("compass search takes the lowest of the four places around") {
  Hike<PatternSearch> hike{{.moves = 1, .initial_size = 1 / bowl_diagonal}, Bowl{}, {3, -2}};
  hike.step();
  CHECK(hike.x == Vec2{2, -2});
  CHECK(hike.oracle.counts == Counts{.values = 5});
  for (int k = 0; k < 3; ++k) hike.step();
  CHECK(hike.oracle.counts == Counts{.values = 17});
  CHECK(norm(hike.x - Vec2{0, -1}) < 1e-12);
}

TEST_CASE("pattern search never climbs and its size only shrinks") {
  for (const double moves : {0, 1}) {
    const Optimizer o = optimizer("pattern_search", {{"moves", moves}});
    const Trajectory t = walked(landscape("rastrigin"), o, {2.2, -1.3}, 300);
    double size = 0.1 * domain(landscape("rastrigin")).diagonal();
    for (std::uint32_t k = 1; k <= 300; ++k) {
      REQUIRE(t.at(k).loss <= t.at(k - 1).loss);
      const double now = t.marks(k).at(0).values.at(2);
      REQUIRE(now <= size);
      size = now;
    }
    CHECK(size < 1e-6);
  }
}

TEST_CASE("SPSA steps by the difference of two values along random signs") {
  const Spsa rule{
      .learning_rate = 0.5, .stability = 3, .perturbation = 0.01, .alpha = 0.6, .gamma = 0.1};
  Hike<Spsa> hike{rule, Himmelblau{}, {1, -2}};
  const Evaluator f = evaluator(hike.landscape);
  for (int k = 0; k < 20; ++k) {
    const Vec2 x = hike.x;
    hike.step();
    const double a = 0.5 / std::pow(3 + k + 1, 0.6);
    const double c = 0.01 * domain(hike.landscape).diagonal() / std::pow(k + 1, 0.1);
    const Vec2 way = hike.x - x;
    REQUIRE(std::abs(way.x) == Approx(std::abs(way.y)));
    const Vec2 signs{way.x < 0 ? 1.0 : -1.0, way.y < 0 ? 1.0 : -1.0};  // up to a common sign
    const double slope = (f.value(x + c * signs) - f.value(x - c * signs)) / (2 * c);
    CHECK(way.x == Approx(-a * slope * signs.x).epsilon(1e-9));
    CHECK(hike.oracle.counts == Counts{.values = 2 * (k + 1)});
  }
}

TEST_CASE("SPSA's slope is right on average, and all four pairs of signs are drawn alike") {
  const Spsa rule{.learning_rate = 1, .stability = 0, .alpha = 0};
  const Vec2 x{3, -2}, g{6, -4};
  Vec2 sum;
  constexpr std::uint32_t trials = 20000;
  for (std::uint32_t k = 0; k < trials; ++k) {
    const Landscape l = Bowl{};
    Oracle oracle{.landscape = evaluator(l), .place = {NAN, NAN}};
    Spsa::State state;
    Vec2 moved = x;
    rule.step(state, oracle, moved, {k, 1.0, Stream{.seed = 3}, domain(l)});
    sum = sum + (x - moved);
  }
  // Each estimate is (g'D) D: its mean is g, and its coordinates' variances are |g|^2 - g_i^2.
  CHECK(sum.x / trials == Approx(g.x).margin(5 * 4 / std::sqrt(double{trials})));
  CHECK(sum.y / trials == Approx(g.y).margin(5 * 6 / std::sqrt(double{trials})));
}

TEST_CASE("SPSA does not step where a value is not finite") {
  const Evaluator nowhere{nullptr, [](const void*, Vec2, double) { return double{NAN}; }, nullptr,
                          nullptr};
  Oracle oracle{.landscape = nowhere, .place = {NAN, NAN}};
  Spsa::State state;
  Vec2 x{1, 2};
  Spsa{}.step(state, oracle, x, {.domain = {{0, 0}, {1, 1}}});
  CHECK(x == Vec2{1, 2});
}

TEST_CASE("random search takes what is lower and nothing else, one value a step") {
  for (const double proposals : {0, 1}) {
    const Optimizer o = optimizer("random_search", {{"proposals", proposals}});
    const Trajectory t = walked(landscape("rastrigin"), o, {2.2, -1.3}, 500);
    int moves = 0;
    for (std::uint32_t k = 1; k <= 500; ++k) {
      REQUIRE(t.at(k).counts == Counts{.values = k + 1});
      REQUIRE(t.at(k).loss <= t.at(k - 1).loss);
      REQUIRE((t.at(k).x == t.at(k - 1).x || t.at(k).loss < t.at(k - 1).loss));
      moves += t.at(k).x != t.at(k - 1).x;
    }
    CHECK(moves >= 3);
  }
}

TEST_CASE("localized proposals spread as far as asked, pure ones over the whole domain") {
  const Landscape l = landscape("saddle");
  const double diagonal = domain(l).diagonal();
  double squares = 0;
  std::array<int, 16> boxes{};
  constexpr std::uint32_t n = 8000;
  for (std::uint32_t k = 0; k < n; ++k)
    for (const int proposals : {0, 1}) {
      // All is lower than infinity, so the first proposal is taken.
      Oracle oracle{.landscape = evaluator(l), .place = {NAN, NAN}};
      RandomSearch::State state{.begun = true, .value = HUGE_VAL};
      Vec2 x;
      RandomSearch{.proposals = proposals, .proposal_scale = 0.1}.step(state, oracle, x,
                                                                       {k, 1.0, {}, domain(l)});
      if (proposals == 0) {
        squares += dot(x, x);
        continue;
      }
      REQUIRE(domain(l).contains(x));
      const Vec2 p = x - domain(l).low, size = domain(l).size();
      ++boxes.at(4 * static_cast<std::size_t>(4 * p.y / size.y) +
                 static_cast<std::size_t>(4 * p.x / size.x));
    }
  // Two chi-squared degrees of freedom of variance (0.1 d)^2 each.
  const double variance = squares / (2 * n);
  CHECK(variance == Approx(0.01 * diagonal * diagonal).epsilon(5 / std::sqrt(double{n})));
  double chi_squared = 0;
  for (const int count : boxes) chi_squared += (count - 500.0) * (count - 500.0) / 500;
  CHECK(chi_squared < 37.7);  // 15 degrees of freedom, one in a thousand
}

TEST_CASE("equal seeds are equal walks of the random methods, other seeds are others") {
  for (const char* id : {"spsa", "random_search"}) {
    INFO(id);
    const Landscape l = landscape("himmelblau");
    const Trajectory one = walked(l, optimizer(id), {-1, 1}, 200, {}, 1),
                     again = walked(l, optimizer(id), {-1, 1}, 200, {}, 1),
                     other = walked(l, optimizer(id), {-1, 1}, 200, {}, 2);
    for (std::uint32_t k = 0; k <= 200; ++k) REQUIRE(same_bits(one.at(k), again.at(k)));
    CHECK(one.at(200).x != other.at(200).x);
  }
}

TEST_CASE("methods said to be slopeless ask for values only, and what they are counted for") {
  for (const Optimizer& o : all_optimizers())
    std::visit(
        []<class Rule>(const Rule& rule) {
          if constexpr (!PerCoordinate<Rule>) {
            INFO(Rule::info.id);
            Hike<Rule> hike{rule, Himmelblau{}, {-1.1, 1.2}};
            for (int k = 0; k < 100; ++k) hike.step();
            CHECK(hike.oracle.counts == hike.counter.counts);
            CHECK((hike.oracle.counts.gradients == 0) == Rule::info.slopeless);
          }
        },
        o);
}

TEST_CASE("methods said to be random are, and no others") {
  for (const Optimizer& o : all_optimizers()) {
    INFO(info(o).id);
    const Landscape l = landscape("himmelblau");
    const Trajectory one = walked(l, o, {-1, 1}, 50, {}, 1), two = walked(l, o, {-1, 1}, 50, {}, 2);
    bool differ = false;
    for (std::uint32_t k = 0; k <= 50; ++k) differ = differ || one.at(k).x != two.at(k).x;
    CHECK(differ == info(o).random);
  }
}
