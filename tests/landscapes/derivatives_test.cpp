// SPDX-License-Identifier: MIT
// Gradients and Hessians of every landscape against central differences, and against each other.
#include "catch.hpp"
#include "landscapes/variations.hpp"

using namespace fogline;
using namespace fogline::tests;

namespace {

// Points where a landscape has a kink, with the reason.
bool has_kink(const Landscape& landscape, Vec2 p) {
  if (info(landscape).id == "ackley") return norm(p) < 0.1;  // the tip of a cone
  return false;
}

// How far an error may reach: rounding of losses this large over the step, and higher derivatives.
struct Tolerance {
  double scale;
  auto operator()(double v) const { return Approx(v).epsilon(1e-5).margin(1e-5 * scale); }
};

void check_at(const Evaluator& f, Vec2 p, double scale) {
  const double h = 1e-5;
  const auto value = [&](double dx, double dy) { return f.value({p.x + dx, p.y + dy}); };
  const auto gradient = [&](double dx, double dy) {
    return f.gradient({p.x + dx, p.y + dy}).gradient;
  };
  const Gradient g = f.gradient(p);
  const Jet j = f.jet(p);
  const Tolerance close{scale};
  CHECK(g.gradient.x == close((value(h, 0) - value(-h, 0)) / (2 * h)));
  CHECK(g.gradient.y == close((value(0, h) - value(0, -h)) / (2 * h)));
  CHECK(j.x == Approx(g.gradient.x).epsilon(1e-10).margin(1e-10 * scale));
  CHECK(j.y == Approx(g.gradient.y).epsilon(1e-10).margin(1e-10 * scale));
  CHECK(j.xx == close((gradient(h, 0).x - gradient(-h, 0).x) / (2 * h)));
  CHECK(j.xy == close((gradient(0, h).x - gradient(0, -h).x) / (2 * h)));
  CHECK(j.yy == close((gradient(0, h).y - gradient(0, -h).y) / (2 * h)));
}

}  // namespace

TEST_CASE("gradients and Hessians agree with central differences on every landscape") {
  for (const Landscape& landscape : all_variations()) {
    INFO(described(landscape));
    const Evaluator f = evaluator(landscape);
    for (const Vec2 p : lattice(domain(landscape), 13)) {
      if (has_kink(landscape, p)) continue;
      INFO("at " << p.x << ", " << p.y);
      check_at(f, p, 1 + std::abs(f.value(p)));
    }
  }
}

TEST_CASE("value, gradient and jet agree on the value to the bit") {
  for (const Landscape& landscape : all_variations()) {
    INFO(described(landscape));
    const Evaluator f = evaluator(landscape);
    int different = 0;
    for (const Vec2 p : lattice(domain(landscape), 41)) {
      const double value = f.value(p);
      different += f.gradient(p).value != value || f.jet(p).v != value;
    }
    CHECK(different == 0);
  }
}

TEST_CASE("every landscape is finite over its domain, with its slopes and curvatures") {
  for (const Landscape& landscape : all_variations()) {
    INFO(described(landscape));
    const Evaluator f = evaluator(landscape);
    int bad = 0;
    for (const Vec2 p : lattice(domain(landscape), 41)) {
      const Jet j = f.jet(p);
      for (const double v : {j.v, j.x, j.y, j.xx, j.xy, j.yy}) bad += !std::isfinite(v);
      bad += !is_finite(f.gradient(p).gradient);
    }
    CHECK(bad == 0);
  }
}

TEST_CASE("the tip of Ackley's cone has slope 0 and a finite Hessian") {
  const Landscape landscape = make_landscape("ackley");
  const Evaluator f = evaluator(landscape);
  const Jet j = f.jet({0, 0});
  CHECK(j.v == 0);
  CHECK(j.x == 0);
  CHECK(j.y == 0);
  CHECK(std::isfinite(j.xx));
  CHECK(f.gradient({0, 0}).gradient == Vec2{0, 0});
}
