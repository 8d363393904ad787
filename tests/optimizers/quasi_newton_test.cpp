// SPDX-License-Identifier: MIT
// Conjugate gradients, BFGS and L-BFGS: their directions and matrices recomputed from their
// formulas, Wolfe's conditions at every step, and what is asked for.
#include <cmath>

#include "catch.hpp"
#include "optimizers/hike.hpp"

using namespace fogline;
using namespace fogline::tests;

namespace {

void check_close(Vec2 got, Vec2 expected, double tolerance) {
  CHECK(got.x == Approx(expected.x).margin(tolerance * norm(expected)));
  CHECK(got.y == Approx(expected.y).margin(tolerance * norm(expected)));
}

// (I - r s y') H (I - r y s') + r s s', written out.
Symmetric2 bfgs_update(const Symmetric2& h, Vec2 s, Vec2 y) {
  const double r = 1 / dot(s, y);
  const double a[2][2] = {{1 - r * s.x * y.x, -r * s.x * y.y}, {-r * s.y * y.x, 1 - r * s.y * y.y}};
  const double m[2][2] = {{h.xx, h.xy}, {h.xy, h.yy}};
  double out[2][2] = {{r * s.x * s.x, r * s.x * s.y}, {r * s.x * s.y, r * s.y * s.y}};
  for (int i = 0; i < 2; ++i)
    for (int j = 0; j < 2; ++j)
      for (int k = 0; k < 2; ++k)
        for (int l = 0; l < 2; ++l) out[i][j] += a[i][k] * m[k][l] * a[j][l];
  return {out[0][0], out[0][1], out[1][1]};
}

Symmetric2 multiple_of_identity(double c) { return {c, 0, c}; }

template <class Rule>
Hike<Rule> on(const char* id, Vec2 start, Rule rule = {}) {
  return {rule, landscape(id), start};
}

}  // namespace

TEST_CASE("the first step of each goes straight down, to where the parabola below is flat") {
  // With an exact search on the bowl that is the minimum; the first trial is 0.01 of the diagonal.
  const Vec2 start{3, -2};
  for (const char* id : {"conjugate_gradient", "bfgs", "lbfgs"}) {
    INFO(id);
    const Trajectory exact = walked(landscape("bowl"), optimizer(id, {{"c2", 0.01}}), start, 1);
    CHECK(norm(exact.at(1).x) < 0.04);
    const double first = 0.01 * domain(landscape("bowl")).diagonal();
    const Trajectory rough =
        walked(landscape("bowl"), optimizer(id, {{"line_search", 1}}), start, 1);
    check_close(rough.at(1).x, (1 - first / norm(start)) * start, 1e-14);
    CHECK(rough.at(1).counts == Counts{.values = 1, .gradients = 2});
  }
}

TEST_CASE("conjugate gradients mix the last direction in by Polak and Ribiere's beta") {
  for (const char* id : {"ravine", "rosenbrock", "himmelblau"}) {
    INFO(id);
    auto hike = on<ConjugateGradient>(id, {-1.2, 1});
    Vec2 last = hike.gradient(), p = -1.0 * last;
    hike.step();
    check_close(hike.state.direction, p, 1e-15);
    int mixed = 0;
    for (int k = 0; k < 12 && norm(hike.gradient()) > 1e-6; ++k) {
      const Vec2 g = hike.gradient();
      const double beta = std::max(0.0, dot(g, g - last) / dot(last, last));
      const Vec2 conjugate = beta * p - g;
      p = dot(conjugate, g) < 0 ? conjugate : -1.0 * g;
      mixed += beta > 0;
      hike.step();
      check_close(hike.state.direction, p, 1e-12);
      last = g;
    }
    CHECK(mixed >= 1);
  }
}

TEST_CASE("with nearly exact searches conjugate gradients end on a quadratic in two steps") {
  auto hike = on<ConjugateGradient>("ravine", {4, 1}, {{.c2 = 1.1e-4}});
  hike.step();
  const Vec2 first = hike.state.direction;
  hike.step();
  const Jet f = hike.jet();
  const Vec2 second = hike.state.direction;
  const double product = first.x * f.xx * second.x + first.y * f.yy * second.y;
  CHECK(std::abs(product) < 1e-3 * norm(first) * norm(second));  // conjugate under H
  CHECK(norm(hike.x) < 1e-3);
}

TEST_CASE("BFGS's matrix follows its formula and maps the last change of slope to the last step") {
  for (const char* id : {"rosenbrock", "himmelblau", "styblinski_tang"}) {
    INFO(id);
    auto hike = on<Bfgs>(id, {-1.2, 1});
    Symmetric2 h;
    for (int k = 0; k < 12 && norm(hike.gradient()) > 1e-6; ++k) {
      const Vec2 x = hike.x, g = hike.gradient();
      const bool remembers = !hike.state.footing.fresh;
      hike.step();
      const Vec2 s = hike.x - x, y = hike.gradient() - g;
      if (!(dot(s, y) > 0)) continue;
      if (!remembers) h = multiple_of_identity(dot(s, y) / dot(y, y));
      h = bfgs_update(h, s, y);
      const Symmetric2& got = hike.state.inverse_hessian;
      check_close({got.xx, got.yy}, {h.xx, h.yy}, 1e-9);
      CHECK(got.xy == Approx(h.xy).margin(1e-9 * (h.xx + h.yy)));
      check_close(got * y, s, 1e-10);
      h = got;
    }
  }
}

TEST_CASE("BFGS steps along -H g, whole where that is good enough") {
  auto hike = on<Bfgs>("himmelblau", {-1.2, 1});
  int whole = 0;
  for (int k = 0; k < 12 && norm(hike.gradient()) > 1e-6; ++k) {
    const Vec2 x = hike.x;
    const Vec2 p = -1.0 * (hike.state.inverse_hessian * hike.gradient());
    const bool fresh = hike.state.footing.fresh;
    const Counts before = hike.oracle.counts;
    hike.step();
    if (fresh) continue;
    const Vec2 way = hike.x - x;
    CHECK(way.x * p.y - way.y * p.x == Approx(0).margin(1e-8 * norm(way) * norm(p)));
    if (hike.oracle.counts.gradients == before.gradients + 1) {
      ++whole;
      check_close(way, p, 1e-9);
    }
  }
  CHECK(whole >= 3);
}

TEST_CASE("BFGS ends on quadratics within n + 1 steps when its searches are nearly exact") {
  for (const char* id : {"bowl", "ravine"})
    for (const Vec2 start : {Vec2{3, -2}, Vec2{-4, 1}, Vec2{0.5, 4.4}}) {
      INFO(id);
      const Trajectory t = walked(landscape(id), Bfgs{{.c2 = 1.1e-4}}, start, 3);
      CHECK(t.at(3).gradient_norm < 1e-3 * t.at(0).gradient_norm);
      CHECK(t.at(3).loss < 1e-6 * t.at(0).loss);
    }
}

TEST_CASE("BFGS's inverse Hessian stays positive definite over long walks") {
  for (const char* id : {"rosenbrock", "beale", "rastrigin", "peaks", "saddle_bounded", "ackley"})
    for (const int kind : {0, 1}) {
      const Landscape l = landscape(id);
      for (std::uint32_t i = 0; i < 20; ++i) {
        const Vec2 u = Stream{.seed = 4}.uniform_pair(Purpose::start, i);
        Hike<Bfgs> hike{{{.kind = kind}}, l, domain(l).at(u.x, u.y)};
        for (int k = 0; k < 300; ++k) {
          hike.step();
          const Symmetric2& h = hike.state.inverse_hessian;
          if (!(eigen(h.xx, h.xy, h.yy).low > 0)) {
            INFO(id << ", start " << i << ", step " << k);
            FAIL("an inverse Hessian is not positive definite");
          }
        }
      }
    }
}

TEST_CASE("pairs without positive curvature teach BFGS and L-BFGS nothing") {
  // Along y on the saddle the slope grows on the way down: s'y < 0 at every step.
  auto full = on<Bfgs>("saddle", {0, 0.5});
  auto limited = on<Lbfgs>("saddle", {0, 0.5});
  for (int k = 0; k < 5; ++k) {
    full.step();
    limited.step();
    CHECK(full.state.footing.fresh);
    CHECK(limited.state.pairs.empty());
  }
  CHECK(full.x.y > 1);
}

TEST_CASE("the two loops give what the matrix would") {
  const Stream random{.seed = 21};
  for (std::uint32_t i = 0; i < 200; ++i) {
    const Vec2 d = random.uniform_pair(Purpose::start, i, 99);
    const double xx = 1 + 9 * d.x, yy = 1 + d.y, xy = 0.9 * std::sqrt(xx * yy) * (2 * d.y - 1);
    std::vector<Lbfgs::Pair> pairs;
    for (std::uint32_t k = 0; k < 1 + i % 6; ++k) {
      const Vec2 s = random.normal_pair(Purpose::start, i, k);
      pairs.push_back({s, {xx * s.x + xy * s.y, xy * s.x + yy * s.y}});
    }
    const auto& [s, y] = pairs.back();
    Symmetric2 h = multiple_of_identity(dot(s, y) / dot(y, y));
    for (const auto& pair : pairs) h = bfgs_update(h, pair.s, pair.y);
    const Vec2 g = random.normal_pair(Purpose::start, i, 50);
    check_close(two_loops(pairs, g), h * g, 1e-6);
  }
}

TEST_CASE("L-BFGS remembers as many steps as it is told to, the latest") {
  for (const int memory : {1, 3, 20}) {
    auto hike = on<Lbfgs>("rosenbrock", {-1.2, 1}, {.memory = memory});
    Vec2 x, g;
    for (int k = 0; k < 15; ++k) {
      x = hike.x;
      g = hike.gradient();
      hike.step();
    }
    REQUIRE(hike.state.pairs.size() <= static_cast<std::size_t>(memory));
    CHECK(hike.state.pairs.size() >= static_cast<std::size_t>(std::min(memory, 10)));
    check_close(hike.state.pairs.back().s, hike.x - x, 1e-12);
    check_close(hike.state.pairs.back().y, hike.gradient() - g, 1e-12);
  }
}

TEST_CASE("BFGS and L-BFGS agree on their first two steps") {
  const Trajectory full = walked(landscape("rosenbrock"), optimizer("bfgs"), {-1.2, 1}, 3),
                   limited = walked(landscape("rosenbrock"), optimizer("lbfgs"), {-1.2, 1}, 3);
  CHECK(same_bits(full.at(1).x, limited.at(1).x));
  check_close(full.at(2).x, limited.at(2).x, 1e-9);
  CHECK(full.at(3).x != limited.at(3).x);
}

TEST_CASE("Wolfe's conditions hold at every step: c2 = 0.1 for conjugate gradients, else 0.9") {
  const std::pair<const char*, double> methods[] = {
      {"conjugate_gradient", 0.1}, {"bfgs", 0.9}, {"lbfgs", 0.9}};
  for (const auto& [method, c2] : methods)
    for (const char* id :
         {"bowl", "ravine", "rosenbrock", "himmelblau", "styblinski_tang", "six_hump_camel"}) {
      const Landscape l = landscape(id);
      const Evaluator f = evaluator(l);
      int checked = 0;
      for (std::uint32_t i = 0; i < 20; ++i) {
        const Vec2 u = Stream{.seed = 31}.uniform_pair(Purpose::start, i);
        const Trajectory t = walked(l, optimizer(method), domain(l).at(u.x, u.y), 60);
        // Down to where the loss's last digit decides.
        for (std::uint32_t k = 1; k <= 60 && t.at(k - 1).gradient_norm > 1e-4; ++k) {
          const Gradient from = f.gradient(t.at(k - 1).x), to = f.gradient(t.at(k).x);
          const Vec2 s = t.at(k).x - t.at(k - 1).x;  // a p
          const double slope = dot(from.gradient, s);
          INFO(method << " on " << id << ", start " << i << ", step " << k);
          REQUIRE(slope < 0);
          REQUIRE(to.value <= from.value + 1e-4 * slope);
          if (norm(s) < 0.999 * domain(l).diagonal())
            REQUIRE(std::abs(dot(to.gradient, s)) <= c2 * std::abs(slope) * (1 + 1e-9));
          ++checked;
        }
      }
      CHECK(checked >= 20);
    }
}

TEST_CASE("Armijo's condition holds at every step where that is the search") {
  for (const char* method : {"conjugate_gradient", "bfgs", "lbfgs"}) {
    const Landscape l = landscape("rosenbrock");
    const Evaluator f = evaluator(l);
    const Trajectory t = walked(l, optimizer(method, {{"line_search", 1}}), {-1.2, 1}, 60);
    for (std::uint32_t k = 1; k <= 60 && t.at(k - 1).gradient_norm > 1e-4; ++k) {
      const Vec2 s = t.at(k).x - t.at(k - 1).x;
      REQUIRE(t.at(k).loss <= t.at(k - 1).loss + 1e-4 * dot(f.gradient(t.at(k - 1).x).gradient, s));
    }
  }
}

TEST_CASE("what the searching methods are counted is what they ask for, and no slope twice") {
  const auto check = [](auto rule, int kind) {
    rule.search.kind = kind;
    for (const char* id : {"rosenbrock", "himmelblau", "peaks"}) {
      INFO(rule.info.id << " on " << id);
      const Landscape l = landscape(id);
      const Vec2 start = domain(l).at(0.2, 0.75);
      Hike<decltype(rule)> hike{rule, l, start};
      for (int k = 1; k <= 60; ++k) {
        const bool moves_on = !hike.state.footing.stuck;
        const std::int64_t before = hike.counter.counts.gradients;
        const Vec2 x = hike.x;
        hike.step();
        if (kind == 1 && moves_on && k > 1)  // only the one at the end of the step
          CHECK(hike.counter.counts.gradients - before == (hike.x == x ? 0 : 1));
      }
      CHECK(hike.oracle.counts == hike.counter.counts);
      CHECK((hike.counter.counts.values > 0) == (kind == 1));
      const Trajectory t = walked(l, rule, start, 60);
      CHECK(t.at(60).counts == hike.counter.counts);
      CHECK(same_bits(t.at(60).x, hike.x));
    }
  };
  for (const int kind : {0, 1}) {
    check(ConjugateGradient{}, kind);
    check(Bfgs{}, kind);
    check(Lbfgs{}, kind);
  }
}

TEST_CASE("a step's way is a mark") {
  for (const char* id : {"conjugate_gradient", "bfgs", "lbfgs"}) {
    const Trajectory t = walked(landscape("himmelblau"), optimizer(id), {-1, 1}, 4);
    const Mark mark = t.marks(4).at(0);
    CHECK(mark.name == "direction");
    REQUIRE(mark.values.size() == 2);
    check_close({mark.values[0], mark.values[1]}, t.at(4).x - t.at(3).x, 1e-12);
  }
}
