// SPDX-License-Identifier: MIT
// Gaussian noise and the random mask: their laws, their bits, and that what is recorded is exact.
#include <cmath>

#include "catch.hpp"
#include "optimizers/courses.hpp"

using namespace fogline;
using namespace fogline::tests;

namespace {

struct Moments {
  double n = 0, sum = 0, squares = 0;
  void add(double v) {
    ++n;
    sum += v;
    squares += v * v;
  }
  double mean() const { return sum / n; }
  double variance() const { return squares / n - mean() * mean(); }
};

}  // namespace

TEST_CASE("noise has mean 0 and the deviation asked for, in each coordinate by itself") {
  const Noise noise{.sigma = 2.5};
  Moments x, y, product;
  for (std::uint32_t step = 0; step < 5000; ++step)
    for (std::uint32_t draw = 0; draw < 4; ++draw) {
      const Vec2 z = noise.drawn({.seed = 9}, {step, draw, step});
      x.add(z.x);
      y.add(z.y);
      product.add(z.x * z.y);
    }
  // Five standard errors of 20,000 draws.
  CHECK(std::abs(x.mean()) < 5 * 2.5 / std::sqrt(20'000));
  CHECK(std::abs(y.mean()) < 5 * 2.5 / std::sqrt(20'000));
  CHECK(x.variance() == Approx(6.25).epsilon(5 * std::sqrt(2 / 20'000.0)));
  CHECK(y.variance() == Approx(6.25).epsilon(5 * std::sqrt(2 / 20'000.0)));
  CHECK(std::abs(product.mean()) < 5 * 6.25 / std::sqrt(20'000));
}

TEST_CASE("decaying noise falls as (1 + t)^-0.275, t being the age of the life") {
  const Stream random{.seed = 4};
  const Noise constant{.sigma = 3}, decaying{.sigma = 3, .decaying = true};
  for (const std::uint32_t age : {0u, 1u, 9u, 999u}) {
    const Question question{777, 5, age};
    const Vec2 a = constant.drawn(random, question), b = decaying.drawn(random, question);
    CHECK(b.x == Approx(a.x * std::pow(1 + age, -0.275)));
    CHECK(b.y == Approx(a.y * std::pow(1 + age, -0.275)));
  }
}

TEST_CASE("noise moves a walker by what it adds to the slope, drawn anew for each question") {
  const Axes axes{.noise = Noise{.sigma = 0.5}};
  const Landscape l = landscape("himmelblau");
  const Trajectory t = walked(l, optimizer("gradient_descent"), {-1, 1}, 50, axes, 3);
  const Evaluator f = evaluator(l);
  for (std::uint32_t k = 0; k < 50; ++k) {
    const Vec2 x = t.at(k).x, z = axes.noise->drawn({.seed = 3}, {k, 0, k});
    REQUIRE(same_bits(t.at(k + 1).x, x - 0.01 * (f.gradient(x).gradient + z)));
  }
}

TEST_CASE("what is recorded of a noisy walk is the landscape's own") {
  const Axes axes{.noise = Noise{.sigma = 5},
                  .coordinate_mask = CoordinateMask{},
                  .regularization = Regularization{.l2 = 1},
                  .clipping = Clipping{}};
  for (const Optimizer& o : all_optimizers()) {
    INFO(info(o).id);
    const Landscape l = landscape("himmelblau");
    const Evaluator f = evaluator(l);
    const Trajectory t = walked(l, o, {-1, 1}, 40, axes);
    for (std::uint32_t k = 0; k <= t.last(); ++k) {
      REQUIRE(same_bits(t.at(k).loss, f.value(t.at(k).x)));
      REQUIRE(same_bits(t.at(k).gradient_norm, norm(f.gradient(t.at(k).x).gradient)));
    }
  }
}

TEST_CASE("equal seeds give equal bits, another seed or walker other numbers") {
  const Axes axes{.noise = Noise{}, .coordinate_mask = CoordinateMask{.keep = 0.7}};
  Course course{landscape("rosenbrock"), optimizer("adam"), axes, {-1.5, 2}};
  const auto end = [](const Course& c) {
    Trajectory t(c);
    t.extend(30);
    return t.at(30).x;
  };
  const Vec2 first = end(course);
  CHECK(same_bits(end(course), first));
  course.walker = 1;
  const Vec2 second = end(course);
  CHECK_FALSE(second == first);
  course.walker = 0;
  course.seed = 2;
  CHECK_FALSE(end(course) == first);
  CHECK_FALSE(end(course) == second);
}

TEST_CASE("every method that asks for slopes walks on in noise, and ends no step in a loop") {
  for (const double sigma : {0.0, 0.3, 1e6})
    for (const Optimizer& o : all_optimizers()) {
      INFO(info(o).id << " " << sigma);
      const Trajectory t =
          walked(landscape("himmelblau"), o, {-1, 1}, 150, {.noise = Noise{.sigma = sigma}});
      CHECK((t.last() == 150 || t.ended()));
      for (std::uint32_t k = 0; k <= t.last(); ++k) {
        REQUIRE(is_finite(t.at(k).x));
        REQUIRE(std::isfinite(t.at(k).loss));
      }
    }
}

TEST_CASE("noise without strength changes no bit") {
  const Axes axes{.noise = Noise{.sigma = 0}};
  for (const Optimizer& o : all_optimizers()) {
    INFO(info(o).id);
    const Trajectory plain = walked(landscape("himmelblau"), o, {-1, 1}, 200),
                     t = walked(landscape("himmelblau"), o, {-1, 1}, 200, axes);
    REQUIRE(t.last() == plain.last());
    for (std::uint32_t k = 0; k <= t.last(); ++k) REQUIRE(same_bits(t.at(k), plain.at(k)));
  }
}

TEST_CASE("the mask keeps the share asked for, each coordinate by itself") {
  for (const double keep : {0.0, 0.25, 0.8, 1.0}) {
    const CoordinateMask mask{.keep = keep};
    int x = 0, y = 0, both = 0;
    constexpr int n = 20'000;
    for (std::uint32_t k = 0; k < n; ++k) {
      const Vec2 g = mask.masked({3, -2}, {.seed = 5}, {k, 0, k});
      CHECK((g.x == 3 || g.x == 0));
      CHECK((g.y == -2 || g.y == 0));
      x += g.x != 0;
      y += g.y != 0;
      both += g.x != 0 && g.y != 0;
    }
    const auto error = [](double p) { return 5 * std::sqrt(p * (1 - p) / n); };
    CHECK(std::abs(x / double{n} - keep) <= error(keep));
    CHECK(std::abs(y / double{n} - keep) <= error(keep));
    CHECK(std::abs(both / double{n} - keep * keep) <= error(keep * keep));
  }
}

TEST_CASE("a masked coordinate of plain descent waits where it is") {
  const Axes axes{.coordinate_mask = CoordinateMask{}};
  const Trajectory t = walked(landscape("bowl"), optimizer("gradient_descent"), {1, 1}, 400, axes);
  int waits = 0;
  for (std::uint32_t k = 0; k < 400; ++k) {
    const Vec2 from = t.at(k).x, to = t.at(k + 1).x;
    for (std::size_t i = 0; i < 2; ++i) {
      waits += to[i] == from[i];
      CHECK((to[i] == from[i] || to[i] == Approx(0.98 * from[i])));
    }
  }
  CHECK(waits > 320);
  CHECK(waits < 480);
}
