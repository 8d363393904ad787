// SPDX-License-Identifier: MIT
// Landscapes of many dimensions: the plane's formulas looped over coordinates, and their gradients
// by reverse mode.
#include "fogline/landscapes/space.hpp"

#include <cmath>
#include <stdexcept>

#include "catch.hpp"
#include "fogline/landscapes/landscape.hpp"

using namespace fogline;

namespace {

std::vector<double> point(const Space& space, std::uint32_t number) {
  const Stream random{.seed = 5, .walker = number};
  std::vector<double> x;
  for (std::uint32_t i = 0; i < space.dimensions(); ++i)
    x.push_back(space.low() + (space.high() - space.low()) * random.uniform(Purpose::start, i));
  return x;
}

// Relative to the size of the numbers themselves.
bool agree(double a, double b, double tolerance) {
  return std::abs(a - b) <= tolerance * std::max({1.0, std::abs(a), std::abs(b)});
}

// By central differences of the value.
double difference(const Space& space, std::vector<double> x, std::size_t i) {
  const double h = 1e-5 * std::max(1.0, std::abs(x[i])), at = x[i];
  x[i] = at + h;
  const double above = space.value(x);
  x[i] = at - h;
  return (above - space.value(x)) / (2 * h);
}

}  // namespace

TEST_CASE("gradients of many dimensions agree with central differences") {
  for (const std::string_view id : space_ids())
    for (const std::size_t n : {std::size_t{2}, std::size_t{3}, std::size_t{17}}) {
      Space space = make_space(id, n, 3);
      INFO(id << " in " << n << " dimensions");
      for (std::uint32_t k = 0; k < 5; ++k) {
        const std::vector<double> x = point(space, k);
        std::vector<double> g(n);
        CHECK(space.gradient(x, g) == space.value(x));
        const double scale = 1 + std::abs(space.value(x));
        for (std::size_t i = 0; i < n; ++i)
          CHECK(std::abs(g[i] - difference(space, x, i)) < 1e-6 * (scale + std::abs(g[i])));
      }
    }
}

TEST_CASE("in two dimensions they are the landscapes of the plane") {
  for (const std::string_view id : space_ids()) {
    if (id == "saddle_chain" || id == "random_field") continue;
    const Landscape plane = make_landscape(id);
    const Evaluator f = evaluator(plane);
    SpaceFormula formula = make_space(id, 2).formula();
    std::visit(
        [&]<class F>(const F& own) {
          if constexpr (!std::same_as<F, RandomField> && !std::same_as<F, SaddleChain>)
            CHECK(std::get<F>(plane) == own);
        },
        formula);
    Space space(formula, 2);
    INFO(id);
    for (std::uint32_t k = 0; k < 50; ++k) {
      const std::vector<double> x = point(space, k);
      std::vector<double> g(2);
      const Gradient expected = f.gradient({x[0], x[1]});
      CHECK(space.gradient(x, g) == expected.value);
      CHECK(agree(g[0], expected.gradient.x, 1e-12));
      CHECK(agree(g[1], expected.gradient.y, 1e-12));
      const std::vector<double> h = space.hessian(x);
      const Jet jet = f.jet({x[0], x[1]});
      CHECK(agree(h[0], jet.xx, 1e-11));
      CHECK(agree(h[1], jet.xy, 1e-11));
      CHECK(agree(h[2], jet.xy, 1e-11));
      CHECK(agree(h[3], jet.yy, 1e-11));
    }
  }
}

TEST_CASE("a Hessian of many dimensions is symmetric and the gradient's derivative") {
  for (const std::string_view id : space_ids()) {
    constexpr std::size_t n = 7;
    Space space = make_space(id, n, 9);
    INFO(id);
    std::vector<double> x = point(space, 1), above(n), below(n);
    const std::vector<double> h = space.hessian(x);
    double largest = 1;
    for (const double v : h) largest = std::max(largest, std::abs(v));
    for (std::size_t i = 0; i < n; ++i) {
      const double step = 1e-6 * std::max(1.0, std::abs(x[i])), at = x[i];
      x[i] = at + step;
      space.gradient(x, above);
      x[i] = at - step;
      space.gradient(x, below);
      x[i] = at;
      for (std::size_t k = 0; k < n; ++k) {
        CHECK(std::abs(h[k * n + i] - h[i * n + k]) <= 1e-12 * largest);
        CHECK(std::abs(h[k * n + i] - (above[k] - below[k]) / (2 * step)) < 1e-5 * largest);
      }
    }
  }
}

TEST_CASE("a thousand dimensions are taken, and no more") {
  Space space = make_space("rosenbrock", 1000);
  std::vector<double> x(1000, 1.0), g(1000);
  CHECK(space.gradient(x, g) == 0);
  for (const double slope : g) CHECK(slope == 0);
  CHECK_THROWS_AS(make_space("rosenbrock", 1001), std::invalid_argument);
  CHECK_THROWS_AS(make_space("bowl", 1), std::invalid_argument);
  CHECK_NOTHROW(make_space("random_field", 1));
  CHECK_THROWS_WITH(make_space("rastrigim", 3), ContainsSubstring("did you mean 'rastrigin'?"));
}

TEST_CASE("minima known for every number of dimensions are minima") {
  const auto at = [](std::string_view id, std::size_t n, double place) {
    Space space = make_space(id, n);
    const std::vector<double> x(n, place);
    std::vector<double> g(n);
    const double loss = space.gradient(x, g);
    for (const double slope : g) CHECK(std::abs(slope) < 1e-12);
    return loss;
  };
  for (const std::size_t n : {std::size_t{2}, std::size_t{10}, std::size_t{100}}) {
    CHECK(at("bowl", n, 0) == 0);
    CHECK(at("ravine", n, 0) == 0);
    CHECK(at("rosenbrock", n, 1) == 0);
    CHECK(at("rastrigin", n, 0) == 0);
    CHECK(at("ackley", n, 0) == 0);
    CHECK(at("griewank", n, 0) == 0);
  }
}

TEST_CASE("a random field has mean 0, variance 1 and the covariance of a Gaussian") {
  constexpr std::size_t n = 5;
  double mean = 0, square = 0, together = 0;
  constexpr int fields = 400;
  for (int k = 0; k < fields; ++k) {
    const Space space(random_field(n, static_cast<std::uint64_t>(k), 64), n);
    const double here = space.value(std::vector<double>(n, 0.3)),
                 there = space.value(std::vector<double>(n, 0.3 + 1 / std::sqrt(5.0)));
    mean += here / fields;
    square += here * here / fields;
    together += here * there / fields;
  }
  CHECK(std::abs(mean) < 4 / std::sqrt(fields));
  CHECK(std::abs(square - 1) < 6 / std::sqrt(fields));
  CHECK(std::abs(together - std::exp(-0.5)) < 6 / std::sqrt(fields));
}

TEST_CASE("the chain of saddles is smooth across its seams and each saddle is lower") {
  Space space = make_space("saddle_chain", 4);
  std::vector<double> x{0.5, 0.3, 0.2, 0.1}, g(4);
  const auto slope_at = [&](double place) {
    x[0] = place;
    space.gradient(x, g);
    return g;
  };
  for (const double seam : {1.0, 2.0}) {
    const auto below = slope_at(seam - 1e-9), above = slope_at(seam + 1e-9);
    for (std::size_t i = 0; i < 4; ++i) CHECK(std::abs(below[i] - above[i]) < 1e-7);
    x[0] = seam - 1e-9;
    const double low = space.value(x);
    x[0] = seam + 1e-9;
    CHECK(std::abs(space.value(x) - low) < 1e-7);
  }
  double before = space.value(std::vector<double>{0, 0, 0, 0});
  for (std::size_t stage = 1; stage <= 4; ++stage) {
    std::vector<double> saddle(4, 0.0);
    for (std::size_t i = 0; i < stage; ++i) saddle[i] = 4;
    const double loss = space.gradient(saddle, g);
    for (const double slope : g) CHECK(std::abs(slope) < 1e-12);
    CHECK(loss < before);
    before = loss;
  }
}
