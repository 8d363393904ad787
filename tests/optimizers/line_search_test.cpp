// SPDX-License-Identifier: MIT
// Line searches: the conditions at their end recomputed, what they ask for, and how they turn back.
#include "fogline/optimizers/line_search.hpp"

#include <cmath>
#include <functional>

#include "catch.hpp"
#include "optimizers/hike.hpp"

using namespace fogline;
using namespace fogline::tests;

namespace {

using Function = std::function<Gradient(Vec2)>;

Evaluator evaluator_of(const Function& f) {
  return {
      &f, [](const void* s, Vec2 x, double) { return (*static_cast<const Function*>(s))(x).value; },
      [](const void* s, Vec2 x, double) { return (*static_cast<const Function*>(s))(x); }, nullptr};
}

// A search along `direction` from x, with its counts.
struct Searched {
  Function f;
  Vec2 x, direction;
  Oracle oracle{.landscape = evaluator_of(f), .place = {NAN, NAN}};

  Line line() const { return {x, direction, f(x)}; }
  Reached wolfe(double length, double c2, double longest = 1e9) {
    return strong_wolfe(line(), length, longest, c2, oracle);
  }
};

void check_wolfe(const Line& line, const Reached& end, double c2) {
  CHECK(end.found == Found::wolfe);
  CHECK(end.x == line.x + end.length * line.direction);
  CHECK(end.here.value <= line.here.value + 1e-4 * end.length * line.slope());
  CHECK(std::abs(dot(end.here.gradient, line.direction)) <= c2 * std::abs(line.slope()));
}

const Function parabola = [](Vec2 p) { return Gradient{p.x * p.x, {2 * p.x, 0}}; };

}  // namespace

TEST_CASE("Armijo's rule halves until the loss has decreased enough, one value a trial") {
  // From x = 4 along p = -8: f(4 - 8 a) <= 16 - 1e-4 64 a holds for a = 1/2 but not for 1, where
  // the loss is 16 again.
  Searched s{parabola, {4, 0}, {-8, 0}};
  const Reached end = armijo(s.line(), 2, s.oracle);
  CHECK(end.found == Found::decrease);
  CHECK(end.length == 0.5);
  CHECK(end.x == Vec2{0, 0});
  CHECK(s.oracle.counts == Counts{.values = 3});
}

TEST_CASE("a step as long as asked for is not shortened where it decreases the loss") {
  Searched s{parabola, {4, 0}, {-8, 0}};
  CHECK(armijo(s.line(), 0.01, s.oracle).length == 0.01);
  CHECK(s.oracle.counts == Counts{.values = 1});
}

TEST_CASE("a strong Wolfe search finds a parabola's bottom from either side") {
  for (const double first : {1e-3, 0.03, 0.4, 0.5, 0.6, 0.99, 1.0, 3.0, 1e3}) {
    INFO("first trial " << first);
    Searched s{parabola, {4, 0}, {-8, 0}};
    const Reached end = s.wolfe(first, 1e-3);
    check_wolfe(s.line(), end, 1e-3);
    CHECK(end.x.x == Approx(0).margin(4e-3));
    CHECK(s.oracle.counts.gradients <= 10);
    CHECK(s.oracle.counts.values == 0);
    CHECK(end.here.gradient == parabola(end.x).gradient);
  }
}

TEST_CASE("a first trial that will do is the only one") {
  Searched s{parabola, {4, 0}, {-8, 0}};
  CHECK(s.wolfe(0.3, 0.9).length == 0.3);
  CHECK(s.oracle.counts == Counts{.gradients = 1});
}

TEST_CASE("strong Wolfe searches end where both conditions hold, on landscapes and at random") {
  for (const char* id : {"rosenbrock", "himmelblau", "styblinski_tang", "six_hump_camel", "peaks",
                         "rastrigin", "comfortable_trap"})
    for (const double c2 : {0.1, 0.9})
      for (std::uint32_t i = 0; i < 200; ++i) {
        const Landscape l = landscape(id);
        const Stream random{.seed = 8};
        const Vec2 u = random.uniform_pair(Purpose::start, i), x = domain(l).at(u.x, u.y);
        const Gradient here = evaluator(l).gradient(x);
        const Vec2 turn = random.normal_pair(Purpose::proposal, i);
        const Vec2 p = -1.0 * here.gradient + 0.3 * norm(here.gradient) * turn;
        if (!(dot(p, here.gradient) < 0)) continue;
        Oracle oracle{.landscape = evaluator(l), .place = {NAN, NAN}};
        const Line line{x, p, here};
        const double first = 0.01 * domain(l).diagonal() / norm(p) * (1 + 100 * u.x);
        const double longest = domain(l).diagonal() / norm(p);
        const Reached end = strong_wolfe(line, first, longest, c2, oracle);
        INFO(id << ", start " << i << ", c2 " << c2);
        REQUIRE(end.found != Found::nothing);
        if (end.found == Found::wolfe)
          check_wolfe(line, end, c2);
        else  // went downhill as far as it may
          CHECK((end.here.value < here.value && end.length == longest));
        REQUIRE(oracle.counts.gradients <= most_trials);
        REQUIRE(oracle.counts.values == 0);
      }
}

TEST_CASE("losses and slopes that are not finite are turned back from") {
  const double bad[] = {NAN, HUGE_VAL, -HUGE_VAL};
  for (const double b : bad)
    for (const bool in_slope : {false, true}) {
      INFO(b << (in_slope ? " in the slope" : " in the loss"));
      const Function f = [=](Vec2 p) {
        const Gradient g = parabola(p);
        if (p.x > 1) return g;  // beyond the wall, at x <= 1, nothing is finite
        return in_slope ? Gradient{g.value, {b, 0}} : Gradient{b, g.gradient};
      };
      Searched s{f, {4, 0}, {-8, 0}};
      const Reached wolfe = s.wolfe(1, 0.9);
      CHECK(wolfe.found != Found::nothing);
      CHECK(wolfe.x.x > 1);
      CHECK(wolfe.x.x < 4);
      if (in_slope) continue;
      const Reached end = armijo(s.line(), 1, s.oracle);
      CHECK(end.found == Found::decrease);
      CHECK(end.x == Vec2{2, 0});
    }
}

TEST_CASE("a search goes no farther than it may, and down a slope without end it goes that far") {
  const Function slide = [](Vec2 p) { return Gradient{-p.x, {-1, 0}}; };
  Searched s{slide, {0, 0}, {2, 0}};
  const Reached end = s.wolfe(1, 0.9, 50);
  CHECK(end.found == Found::decrease);
  CHECK(end.x == Vec2{100, 0});
  CHECK(s.oracle.counts.gradients <= 5);
}

TEST_CASE("at a kink a decrease will do") {
  // Strong Wolfe cannot be met on |x|: the slope along the line is 1 or -1 everywhere.
  const Function cone = [](Vec2 p) { return Gradient{std::abs(p.x), {p.x < 0 ? -1.0 : 1.0, 0}}; };
  Searched s{cone, {1, 0}, {-1, 0}};
  const Reached end = s.wolfe(0.3, 0.9);
  CHECK(end.found == Found::decrease);
  CHECK(end.x.x == Approx(0).margin(1e-3));
  CHECK(s.oracle.counts.gradients <= most_trials);
}

TEST_CASE("where nothing decreases the search finds nothing, after a bounded number of trials") {
  const Function wall = [](Vec2 p) { return Gradient{p.x == 4 ? 0.0 : 1.0, {8, 0}}; };
  Searched s{wall, {4, 0}, {-8, 0}};
  CHECK(s.wolfe(1, 0.9).found == Found::nothing);
  CHECK(s.oracle.counts.gradients <= most_trials);
  CHECK(armijo(s.line(), 1, s.oracle).found == Found::nothing);
  CHECK(s.oracle.counts.values <= most_trials);
}

TEST_CASE("a first trial below the place's last digit is not tried") {
  Searched s{parabola, {4, 0}, {-1, 0}};
  CHECK(s.wolfe(1e-17, 0.9).found == Found::nothing);
  CHECK(armijo(s.line(), 1e-17, s.oracle).found == Found::nothing);
  CHECK(s.oracle.counts == Counts{});
}

TEST_CASE("a line that does not lead downhill is not searched") {
  const Moment moment{.domain = {{-1, -1}, {1, 1}}};
  for (const Vec2 p : {Vec2{8, 0}, Vec2{0, 1}, Vec2{0, 0}, Vec2{NAN, 0}, Vec2{-HUGE_VAL, 0}}) {
    Searched s{parabola, {4, 0}, p};
    for (int kind : {0, 1})
      CHECK(LineSearch{.kind = kind}(s.line(), 1, moment, s.oracle).found == Found::nothing);
    CHECK(s.oracle.counts == Counts{});
  }
}

TEST_CASE("either search ends with the gradient at its end, asked for once") {
  const Moment moment{.domain = {{-100, -100}, {100, 100}}};
  for (int kind : {0, 1}) {
    Searched s{parabola, {4, 0}, {-8, 0}};
    const Reached end = LineSearch{.kind = kind}(s.line(), 0.3, moment, s.oracle);
    CHECK(end.here.gradient == parabola(end.x).gradient);
    CHECK(end.here.value == parabola(end.x).value);
    CHECK(s.oracle.counts == Counts{.values = kind, .gradients = 1});
  }
}

TEST_CASE("methods that search lines stay put at a minimum at the price of one look a step") {
  for (const char* id : {"conjugate_gradient", "bfgs", "lbfgs"})
    for (const int kind : {0, 1}) {
      INFO(id << " " << LineSearch::kinds[static_cast<std::size_t>(kind)]);
      const Optimizer o = optimizer(id, {{"line_search", double(kind)}});
      const Trajectory at_bottom = walked(landscape("bowl"), o, {0, 0}, 50);
      CHECK(at_bottom.at(50).x == Vec2{0, 0});
      CHECK(at_bottom.at(50).counts == Counts{.gradients = 50});
      const Trajectory t = walked(landscape("styblinski_tang"), o, {1, 2}, 400);
      for (std::uint32_t k = 301; k <= 400; ++k) {
        REQUIRE(t.at(k).x == t.at(300).x);
        REQUIRE(t.at(k).counts ==
                Counts{t.at(300).counts.values, t.at(300).counts.gradients + (k - 300)});
      }
    }
}

TEST_CASE("a step of any searching method asks for a bounded number of evaluations") {
  for (const Landscape& l : all_landscapes())
    for (const char* id : {"newton", "saddle_free_newton", "conjugate_gradient", "bfgs", "lbfgs"})
      for (const int kind : {0, 1}) {
        const Optimizer o = optimizer(id, {{"line_search", double(kind)}});
        const Trajectory t = walked(l, o, domain(l).at(0.31, 0.77), 300);
        INFO(id << " on " << info(l).id);
        for (std::uint32_t k = 1; k <= t.last(); ++k) {
          const Counts a = t.at(k - 1).counts, b = t.at(k).counts;
          REQUIRE(b.values - a.values <= most_trials);
          REQUIRE(b.gradients - a.gradients <= most_trials + 1);
        }
      }
}
